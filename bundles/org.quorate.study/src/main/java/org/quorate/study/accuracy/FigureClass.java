// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.util.OptionalDouble;

/**
 * Kinds of figures that are compared, with what the project asks of each: the median error of the rows above the floor and
 * the error of a single row.
 */
public enum FigureClass {
    /** Messages of OCFS2 and bytes of GFS2 between the lock managers, an operation. */
    LOCK_TRAFFIC("lock traffic", OptionalDouble.of(0.05), 0.15),
    /** Lock messages of one type, an operation. */
    MESSAGES("messages by type", OptionalDouble.empty(), 0.10),
    /** Reads, writes and flushes at the disk, an operation, with the sync after the phase. */
    DISK("disk requests", OptionalDouble.of(0.15), 0.35),
    /** Requests a MiB of sequential work. */
    SEQUENTIAL("sequential requests", OptionalDouble.empty(), 0.15),
    /** Lock objects of one slab cache on one node. */
    LOCK_OBJECTS("lock objects", OptionalDouble.of(0.03), 0.08),
    /** Bytes of the lock objects of one node. */
    LOCK_BYTES("lock bytes", OptionalDouble.of(0.03), 0.08),
    /** Median latency of an operation. */
    LATENCY("latency p50", OptionalDouble.of(0.25), 1.0),
    /** The slower one of OCFS2 and GFS2. */
    ORDER("order of OCFS2 and GFS2", OptionalDouble.empty(), 0);

    private final String title;
    private final OptionalDouble medianLimit;
    private final double rowLimit;

    FigureClass(String title, OptionalDouble medianLimit, double rowLimit) {
        this.title = title;
        this.medianLimit = medianLimit;
        this.rowLimit = rowLimit;
    }

    /** In words. */
    public String title() {
        return title;
    }

    /** Most that the median error of the rows above the floor may be, 0.05 for 5 %; empty if only rows are judged. */
    public OptionalDouble medianLimit() {
        return medianLimit;
    }

    /** Most that the error of one row may be, 0.15 for 15 %; of latency 1.0, for a factor of two. */
    public double rowLimit() {
        return rowLimit;
    }
}
