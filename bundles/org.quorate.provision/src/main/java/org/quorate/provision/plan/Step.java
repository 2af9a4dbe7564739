// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.plan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One step of the work: shell functions' bodies that look, change, look again and take back. They hold no values of a
 * scenario, only names of variables in {@code settings.sh}. Immutable, thread-safe.
 *
 * @param id       name, {@code [a-z0-9-]+}, unique in a plan
 * @param title    one line for people
 * @param where    who does it
 * @param risk     what it can cost
 * @param why      why it is needed
 * @param duration how long it takes, in words, with what that depends on
 * @param check    succeeds when nothing is to be done; says what is missing, or refuses
 * @param guard    refuses when the change would not be safe, before anything is changed; empty: nothing to refuse
 * @param parts    what makes it so, in order
 * @param verify   succeeds when it is so; empty: {@code check} again
 * @param undo     takes it back, never data; empty: there is nothing to take back
 * @param plain    the same as plain commands
 */
public record Step(String id, String title, Where where, Risk risk, String why, String duration, String check,
        String guard, List<Part> parts, String verify, String undo, Plain plain) {

    public Step {
        parts = List.copyOf(parts);
    }

    /** Who does a step. A step is done everywhere before the next one starts. */
    public enum Where {
        EACH_NODE, FIRST_NODE, ADMIN_HOST;

        /** As the scripts write it: {@code each node}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** What a step can cost. */
    public enum Risk {
        NONE, RESTARTS_NODES, FORMATS;

        /** As the scripts write it: {@code restarts nodes}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * A step as commands that a person types, without the functions of node.sh. They name variables of settings.sh, whose
     * values take their places.
     *
     * @param where  who types them; on the administrator's machine for all nodes at once
     * @param look   shows whether there is something to do, or whether it is safe
     * @param act    makes it so, after the files of {@link Step#parts} are in place
     * @param verify shows that it is so
     * @param undo   takes it back; the files of {@link Step#parts} are taken back anyway
     */
    public record Plain(Where where, String look, String act, String verify, String undo) {
    }

    /** What makes it so, as bash. */
    public String act() {
        return parts.stream().map(Part::shell).collect(Collectors.joining());
    }

    /** The name that its shell functions start with. */
    public String functionName() {
        return id.replace('-', '_');
    }
}
