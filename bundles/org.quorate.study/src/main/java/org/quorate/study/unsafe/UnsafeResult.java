// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.quorate.model.LocalSpec;

/**
 * What became of a local file system that several nodes mounted at once. Immutable, thread-safe; the same scenario, seed and version
 * give the same value.
 *
 * @param format         name and version of the JSON form, {@link #FORMAT}
 * @param scenario       short name
 * @param title          one line for people
 * @param quorateVersion version of the program
 * @param seed           of all random streams
 * @param fileSystem     ext4 or XFS
 * @param nodes          their names, in the order in which they mount
 * @param nanos          how long they worked
 * @param firsts         the first write of each kind of block that destroyed another node's, in the order of time; while the nodes
 *                       worked or when they unmounted, which is when time is {@code nanos}
 * @param conflicts      how many such writes there were, by kind of block
 * @param points         what is lost after a while, in the order of time; the last is after {@code nanos}
 * @param complaints     what a check of the file system finds at the end
 */
public record UnsafeResult(String format, String scenario, String title, String quorateVersion, long seed, LocalSpec.Kind fileSystem,
        List<String> nodes, long nanos, List<Conflict> firsts, Map<BlockKind, Long> conflicts, List<LossPoint> points,
        Map<Complaint, Long> complaints) {

    /** The form that this version writes. */
    public static final String FORMAT = "quorate-unsafe/1";

    public UnsafeResult {
        nodes = List.copyOf(nodes);
        firsts = List.copyOf(firsts);
        conflicts = copy(BlockKind.class, conflicts);
        points = List.copyOf(points);
        complaints = copy(Complaint.class, complaints);
    }

    private static <K extends Enum<K>> Map<K, Long> copy(Class<K> type, Map<K, Long> map) {
        Map<K, Long> sorted = new EnumMap<>(type);
        sorted.putAll(map);
        return Collections.unmodifiableMap(sorted);
    }

    /** What is lost at the end. */
    public LossPoint end() {
        return points.get(points.size() - 1);
    }

    /** The file system as its developers write it. */
    public String fileSystemName() {
        return fileSystem == LocalSpec.Kind.EXT4 ? "ext4" : "XFS";
    }
}
