// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.List;
import java.util.OptionalDouble;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.result.Origin;

/**
 * One node of one file system, predicted at the end of a phase and actual. Immutable, thread-safe; the same scenario, seed, files and
 * version give the same value.
 *
 * @param format     name and version of the JSON form, {@link #FORMAT}
 * @param origin     what was run
 * @param fileSystem label in the scenario
 * @param kind       what it is
 * @param node       name
 * @param phase      at whose end
 * @param slabs      caches that the simulator knows, if those of the node were given
 * @param locks      by type and mode, if those of the node were given; each type's sum before its modes, the sum of all at last
 * @param calls      by type, if they were given
 * @param notes      sentences that a reader must know before using the figures
 */
public record Observation(String format, Origin origin, String fileSystem, FileSystemKind kind, String node, String phase, List<SlabRow> slabs,
        List<LockRow> locks, List<CallRow> calls, List<String> notes) {

    /** The form that this version writes. */
    public static final String FORMAT = "quorate-observation/1";
    /** Stands for all types, or all modes of a type. */
    public static final String ALL = "all";

    /**
     * A slab cache.
     *
     * @param cache       as /proc/slabinfo has it
     * @param lock        counts as lock memory
     * @param shared      others use the cache, too, so that the actual figures have more in them
     * @param objects     live objects
     * @param peakObjects most at any time of the run, in replication 0
     * @param objectBytes what an object takes
     * @param bytes       of all objects
     */
    public record SlabRow(String cache, boolean lock, boolean shared, Pair objects, OptionalDouble peakObjects, Pair objectBytes, Pair bytes) {
    }

    /**
     * Locks.
     *
     * @param type  in the words of the file system's source, or {@link #ALL}
     * @param mode  as the file system's files have it, or {@link #ALL}
     * @param locks in memory
     */
    public record LockRow(String type, String mode, Pair locks) {
    }

    /**
     * What the locks of a type were used for since they were made.
     *
     * @param type     in the words of the file system's source
     * @param requests to the lock manager
     * @param holders  queued for them
     */
    public record CallRow(String type, Pair requests, Pair holders) {
    }

    public Observation {
        slabs = List.copyOf(slabs);
        locks = List.copyOf(locks);
        calls = List.copyOf(calls);
        notes = List.copyOf(notes);
    }
}
