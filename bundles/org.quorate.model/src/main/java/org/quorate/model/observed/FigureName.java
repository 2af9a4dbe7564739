// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.observed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a figure of a node; as text {@code TOPIC/NAME/WHAT}, as in {@code disk/sda/reads}. Immutable.
 *
 * @param topic what it is about
 * @param name  of what it is, as the kernel calls it: a type of lock, a slab cache, a device
 * @param what  of it
 */
public record FigureName(Topic topic, String name, String what) implements Comparable<FigureName> {

    private static final String PART = "[A-Za-z0-9_.:()@!+-]{1,64}";
    private static final Pattern FORM = Pattern.compile("([a-z]{1,16})/(" + PART + ")/(" + PART + ")");

    /** What figures are about. */
    public enum Topic {
        /** Locks of the file system in memory: name is the type, what the mode. */
        LOCK("Locks in memory"),
        /** What the locks were used for since the mount, by type. */
        USE("What locks were used for, a second"),
        /** The cluster's lock manager. */
        DLM("Lock manager"),
        /** Slab caches. */
        SLAB("Slab caches"),
        /** Memory of the node, bytes. */
        MEMORY("Memory"),
        /** The interface of the cluster network. */
        NETWORK("Cluster network, a second"),
        /** Devices of the LUN. */
        DISK("Devices of the LUN, a second");

        private final String title;

        Topic(String title) {
            this.title = title;
        }

        /** For people, in English: a table of figures over it. */
        public String title() {
            return title;
        }

        /** As it is written. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Reads {@code TOPIC/NAME/WHAT}.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static FigureName valueOf(String text) {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            for (Topic topic : Topic.values()) {
                if (topic.word().equals(matcher.group(1))) {
                    return new FigureName(topic, matcher.group(2), matcher.group(3));
                }
            }
        }
        throw new IllegalArgumentException("not TOPIC/NAME/WHAT");
    }

    /** It only grows until its node, or what counts it, starts anew: its rate is what says something. */
    public boolean grows() {
        return switch (topic) {
            case USE, NETWORK, DISK -> true;
            case DLM -> what.equals("made") || what.startsWith("sent") || what.startsWith("received");
            case LOCK, SLAB, MEMORY -> false;
        };
    }

    /** Bytes, or bytes a second. */
    public boolean inBytes() {
        return topic == Topic.MEMORY || what.endsWith("bytes");
    }

    /** A counter of nanoseconds, or with {@code _ms} of milliseconds: its rate is a share of the time. */
    public boolean inTime() {
        return what.endsWith("_ns") || what.endsWith("_ms");
    }

    @Override
    public int compareTo(FigureName other) {
        int order = topic.compareTo(other.topic);
        order = order != 0 ? order : name.compareTo(other.name);
        return order != 0 ? order : what.compareTo(other.what);
    }

    @Override
    public String toString() {
        return topic.word() + "/" + name + "/" + what;
    }
}
