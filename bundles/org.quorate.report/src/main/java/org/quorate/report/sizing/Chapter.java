// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A chapter of the sizing report, in the order of a report that says nothing of it. */
public enum Chapter {
    /** Verdict, its confidence, and what would change it, on one page. */
    SUMMARY,
    /** The machines, the network and the LUN, with a picture. */
    CLUSTER,
    /** What the nodes do. */
    WORKLOAD,
    /** Latency, throughput, messages and disk requests side by side. */
    RESULTS,
    /** Where the time goes. */
    TIME,
    /** Lock memory of each node, and the RAM to buy. */
    MEMORY,
    /** Capacity, and what is left when a node is gone. */
    HEADROOM,
    /** What happens when a node, the network or the storage fails. */
    FAILURES,
    /** What the rules say. */
    ADVICE,
    /** Sweeps and crossover maps, if some were run. */
    SCALING,
    /** Every parameter with its value and why. */
    SETTINGS,
    /** The order of work and the checksums of the scripts. */
    SCRIPTS,
    /** Assumptions, limits, and how near the model is to real kernels. */
    LIMITS,
    /** Seed, versions, and how to make the report again. */
    REPRODUCTION;

    /** As templates name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** That of an id. */
    public static Optional<Chapter> of(String id) {
        return Arrays.stream(values()).filter(chapter -> chapter.id().equals(id)).findFirst();
    }
}
