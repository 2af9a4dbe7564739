// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.diff;

/** Figures that results are compared by. */
public enum DiffFigure {
    /** Mean latency over the operation mix of all measured phases, nanoseconds. */
    MIX_LATENCY,
    /** Lock memory of the fullest node, bytes. */
    LOCK_MEMORY,
    /** Operations a second of a phase. */
    THROUGHPUT,
    /** Lock messages an operation of a phase. */
    MESSAGES,
    /** Read requests at the LUN an operation of a phase. */
    READS,
    /** Write requests at the LUN an operation of a phase. */
    WRITES,
    /** Mean latency of one operation in a phase, nanoseconds. */
    MEAN,
    /** 95th percentile of the latency of one operation in a phase, nanoseconds. */
    P95,
    /** 99th percentile of the latency of one operation in a phase, nanoseconds. */
    P99;

    /** It is one of a phase, rather than of all phases together. */
    public boolean ofPhase() {
        return this != MIX_LATENCY && this != LOCK_MEMORY;
    }

    /** It is one of an operation in a phase. */
    public boolean ofOperation() {
        return this == MEAN || this == P95 || this == P99;
    }

    /** More is better; of all others, less is. */
    public boolean moreIsBetter() {
        return this == THROUGHPUT;
    }
}
