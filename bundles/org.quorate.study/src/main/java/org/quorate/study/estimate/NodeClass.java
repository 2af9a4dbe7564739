// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import java.util.List;

/**
 * Nodes that do the same in a phase, and what the analysis finds for each of them. Used by one thread.
 */
final class NodeClass {

    /** One of them, and how many there are. */
    final int node;
    final List<Integer> members;
    final int cores;
    /** Share of each item of the mix in its operations. */
    final double[] weights;
    /** By item. */
    Demands.Path[] paths;
    Encounter[] met;
    /** Operations a second of one node. */
    double throughput;
    /** By item, nanoseconds: what is left of the hold time of a lock of the directory, or of the file, when this node asks for it. */
    double[] directoryHold;
    double[] fileHold;
    /** Paths over the whole phase with its warm-up, which messages are counted by. */
    Demands.Path[] whole;
    /** Mean latency by item, nanoseconds. */
    double[] latency;
    /** The part of the mean latency over the mix that waits for other nodes' locks. */
    double handOver;
    double cpuUse;
    double receiverUse;
    double mutexUse;
    /** Values of the iteration: residence over demand at the processors, wait for the directory's lock. */
    double cpuFactor = 1;
    double receiverFactor = 1;
    double mutexWait;
    /** A lock that others want is kept for its hold time while this node uses it again. */
    boolean keepsLocks;
    /** Latency of the mean operation without queues and hand-overs, of the round before. */
    double alone;

    NodeClass(int node, List<Integer> members, int cores, double[] weights) {
        this.node = node;
        this.members = List.copyOf(members);
        this.cores = cores;
        this.weights = weights;
        latency = new double[weights.length];
    }

    /** The demand of the mean operation. */
    Demand mean = new Demand();

    /** The paths are there: sums them up. */
    void sumUp() {
        mean = new Demand();
        for (int item = 0; item < weights.length; item++) {
            if (weights[item] > 0) {
                mean.add(paths[item].free(), weights[item]).add(paths[item].held(), weights[item]);
            }
        }
    }

    /** Share of operations that take the directory's lock for themselves. */
    double holders() {
        double sum = 0;
        for (int item = 0; item < weights.length; item++) {
            sum += weights[item] > 0 && paths[item].held().alone() > 0 ? weights[item] : 0;
        }
        return sum;
    }

    double meanLatency() {
        double sum = 0;
        for (int item = 0; item < weights.length; item++) {
            sum += weights[item] * latency[item];
        }
        return sum;
    }
}
