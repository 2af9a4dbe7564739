// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A chapter of the sizing report, in the order of a report that says nothing of it. */
public enum Chapter {
    /** Verdict, its confidence, and what would change it, on one page. */
    SUMMARY("Summary"),
    /** The machines, the network and the LUN, with a picture. */
    CLUSTER("The cluster"),
    /** What the nodes do. */
    WORKLOAD("The workload"),
    /** Latency, throughput, messages and disk requests side by side. */
    RESULTS("Results side by side"),
    /** Where the time goes. */
    TIME("Where the time goes"),
    /** Lock memory of each node, and the RAM to buy. */
    MEMORY("Memory"),
    /** Capacity, and what is left when a node is gone. */
    HEADROOM("Capacity and head-room"),
    /** What happens when a node, the network or the storage fails. */
    FAILURES("When something fails"),
    /** What the rules say. */
    ADVICE("Advice"),
    /** Sweeps and crossover maps, if some were run. */
    SCALING("Scaling"),
    /** Every parameter with its value and why. */
    SETTINGS("Bill of settings"),
    /** The order of work and the checksums of the scripts. */
    SCRIPTS("Order of work"),
    /** Assumptions, limits, and how near the model is to real kernels. */
    LIMITS("Assumptions and limits"),
    /** Seed, versions, and how to make the report again. */
    REPRODUCTION("How to reproduce this report");

    private final String title;

    Chapter(String title) {
        this.title = title;
    }

    /** As templates name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As its heading says, without its number. */
    public String title() {
        return title;
    }

    /** That of an id. */
    public static Optional<Chapter> of(String id) {
        return Arrays.stream(values()).filter(chapter -> chapter.id().equals(id)).findFirst();
    }
}
