// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

/** Figures that contenders are compared by; of each, less is better except THROUGHPUT. */
public enum Figure {
    /** Mean latency over the operation mix of all measured phases, nanoseconds. */
    MIX_LATENCY,
    /** Mean latency of one operation in one phase, nanoseconds. */
    OPERATION_LATENCY,
    /** 99th percentile of the latency of one operation in one phase, nanoseconds: the mean of the replications' own percentiles. */
    OPERATION_P99,
    /** Operations a second of one phase. */
    THROUGHPUT,
    /** Lock memory of the node with the most of it, bytes. */
    LOCK_MEMORY;

    /** As figures and sentences call it: the beginning of a line. */
    public String title() {
        return switch (this) {
            case MIX_LATENCY -> "Mean latency over the operation mix";
            case OPERATION_LATENCY -> "Mean latency";
            case OPERATION_P99 -> "99th percentile of the latency";
            case THROUGHPUT -> "Throughput";
            case LOCK_MEMORY -> "Lock memory of the fullest node";
        };
    }
}
