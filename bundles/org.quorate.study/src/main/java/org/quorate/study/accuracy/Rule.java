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

    /** Objects of one slab cache: one slab page of them either way does not count. */
    static Rule objects(int objectBytes) {
        double page = Math.max(1, PAGE_BYTES / objectBytes);
        return new Rule(FigureClass.LOCK_OBJECTS.rowLimit(), page, page);
    }

    /** Bytes of objects of several slab caches: one slab page of each either way does not count. */
    static Rule bytes(int caches) {
        double pages = (double) PAGE_BYTES * caches;
        return new Rule(FigureClass.LOCK_BYTES.rowLimit(), pages, pages);
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
