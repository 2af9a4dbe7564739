// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.util.OptionalDouble;

/**
 * When a simulated figure is near enough to a measured one. Immutable, thread-safe.
 *
 * @param relative most that it may differ, as a share of what was measured
 * @param slack    a difference up to this is near enough whatever the share; in the figure's unit
 * @param floor    what was measured under this only has to be simulated under it, or within the slack
 */
record Rule(double relative, double slack, double floor) {

    /** Lock messages of OCFS2 an operation. */
    static final Rule SEGMENTS = new Rule(FigureClass.LOCK_TRAFFIC.rowLimit(), 0, 0.3);
    /** Bytes of GFS2 an operation. */
    static final Rule PAYLOAD = new Rule(FigureClass.LOCK_TRAFFIC.rowLimit(), 0, 30);
    /** Messages of a type an operation. */
    static final Rule MESSAGES = new Rule(FigureClass.MESSAGES.rowLimit(), 0, 0.5);
    /** Reads, writes or flushes an operation. */
    static final Rule DISK = new Rule(FigureClass.DISK.rowLimit(), 0.3, 0.3);
    /** Requests a MiB; none are made where all is cached. */
    static final Rule SEQUENTIAL = new Rule(FigureClass.SEQUENTIAL.rowLimit(), 0, 0.3);

    private static final int PAGE_BYTES = 4096;
    /** calculate_order in mm/slub.c: at least so many objects a slab (4 · (fls(CPUs) + 1)), at most this share of it wasted. */
    private static final int SLAB_OBJECTS = 8;
    private static final int SLAB_WASTE = 16;
    private static final int LARGEST_SLAB = 8 * PAGE_BYTES;

    /** Objects of one slab cache: one slab page of them either way does not count. */
    static Rule objects(int objectBytes) {
        double page = Math.max(1, slabBytes(objectBytes) / objectBytes);
        return new Rule(FigureClass.LOCK_OBJECTS.rowLimit(), page, page);
    }

    /** Bytes of objects of several slab caches: one slab page of each either way does not count. */
    static Rule bytes(int slabBytes) {
        return new Rule(FigureClass.LOCK_BYTES.rowLimit(), slabBytes, slabBytes);
    }

    /**
     * A slab page of SLUB on one processor: 4 KiB, or a compound page of 2, 4 or 8. /proc/slabinfo counts all objects of the slab that
     * a processor allocates from, so that a count is up to one such page too high (lab results: 13 of 624 bytes in 8 KiB).
     */
    static int slabBytes(int objectBytes) {
        int slab = PAGE_BYTES;
        while (slab < LARGEST_SLAB && (slab / objectBytes < SLAB_OBJECTS || slab % objectBytes > slab / SLAB_WASTE)) {
            slab *= 2;
        }
        return slab;
    }

    Outcome judge(double measured, double simulated) {
        double difference = Math.abs(simulated - measured);
        if (measured < floor) {
            return simulated < floor || difference <= slack ? Outcome.UNDER_FLOOR : Outcome.MISSES;
        }
        return difference <= relative * measured || difference <= slack ? Outcome.WITHIN : Outcome.MISSES;
    }

    /** Simulated against measured, 0.1 for 10 % too much; empty if nothing was measured. */
    static OptionalDouble error(double measured, double simulated) {
        return measured > 0 ? OptionalDouble.of(simulated / measured - 1) : OptionalDouble.empty();
    }
}
