// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.measure;

import java.io.IOException;
import java.util.List;
import org.quorate.intake.node.Sections;

/**
 * Writes and flushes of a scratch file. Immutable. Texts are of the node and may hold anything printable.
 *
 * @param mount   where the file system that the file was to be on is mounted; empty: not known
 * @param source  what is mounted there, as in {@code /dev/sdb1}
 * @param type    of the file system
 * @param devices kernel names of the devices that it lies on, itself included; empty: not known
 * @param times   of requests
 */
public record ScratchTimes(String mount, String source, String type, List<String> devices, DeviceTimes times) {

    private static final List<String> MEMORY = List.of("tmpfs", "ramfs");
    private static final int MOST_NAME = 200;

    public ScratchTimes {
        devices = List.copyOf(devices);
    }

    /** What is not written to any device. */
    public boolean inMemory() {
        return MEMORY.contains(type);
    }

    static ScratchTimes of(Sections sections, String node, String file) throws IOException {
        List<String> place = sections.lines("place");
        String mount = part(place, 0);
        String source = part(place, 1);
        String type = part(place, 2);
        String where = place.isEmpty() ? "" : "it would be on " + source + " (" + type + "), mounted at " + mount;
        List<String> devices = sections.lines("beneath").stream().map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
        String refused = refused(sections, file, where, mount);
        return new ScratchTimes(mount, source, type, devices, refused.isEmpty() ? DeviceTimes.of(sections, node, file) : DeviceTimes.none(refused));
    }

    private static String refused(Sections sections, String file, String where, String mount) {
        if (sections.lacks("new")) {
            return file + " is there already, or came meanwhile; nothing was written";
        }
        if (sections.lacks("folder")) {
            return file + ": there is no such folder, or nothing can be written into it";
        }
        if (sections.lacks("mount")) {
            return file + " is refused: " + where + "; if that is right, say that it is meant for what is mounted at " + mount;
        }
        if (sections.lacks("room")) {
            return file + " is refused: too little room; " + where;
        }
        return sections.lacks("nameless") ? file + " is refused: a file that is open cannot lose its name there; " + where : "";
    }

    private static String part(List<String> lines, int index) {
        String text = index < lines.size() ? lines.get(index).strip() : "";
        return text.substring(0, Math.min(MOST_NAME, text.length()));
    }
}
