// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.List;
import org.quorate.model.Node;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;

/**
 * Which mix a node works on, and how fast: the phases of the scenario one after the other, over and over, for it is not speed that is
 * asked here. Immutable.
 */
final class WorkPlan {

    /** Operations a second and node at most; a faster load does the same damage sooner. */
    static final double MOST_PER_SECOND = 100;
    /** And of all nodes together, so that a run of many nodes stays within some hundred MiB. */
    static final double MOST_TOGETHER = 200;
    /** A phase of counted operations lasts so long. */
    private static final long COUNTED_NANOS = 10_000_000_000L;
    /** An operation itself, in a closed load. */
    private static final double SERVICE_NANOS = 1e6;

    private final List<Phase> phases;
    private final List<String> nodes;
    private final long round;

    WorkPlan(Scenario scenario) {
        phases = scenario.workload().phases().stream().filter(phase -> !phase.mix().isEmpty()).toList();
        nodes = scenario.cluster().nodes().stream().map(Node::name).toList();
        round = phases.stream().mapToLong(WorkPlan::length).sum();
    }

    /** Nobody does anything in any phase. */
    boolean isEmpty() {
        return phases.isEmpty();
    }

    private static long length(Phase phase) {
        return phase.counted() ? COUNTED_NANOS : Math.max(1, phase.duration().toNanos());
    }

    Phase phase(long nanos) {
        long at = nanos % round;
        for (Phase phase : phases) {
            at -= length(phase);
            if (at < 0) {
                return phase;
            }
        }
        return phases.get(phases.size() - 1);
    }

    /** The part of a phase's mix that a node does; empty: it rests. */
    List<OperationShare> mix(Phase phase, int node) {
        String name = nodes.get(node);
        return phase.workers(nodes).contains(name)
                ? phase.mix().stream().filter(share -> share.nodes().isEmpty() || share.nodes().contains(name)).toList() : List.of();
    }

    /** Mean time between the operations of a node. */
    double meanNanos(Phase phase) {
        double mean = phase.load() instanceof Phase.Closed closed
                ? (closed.thinkTime().mean().toNanos() + SERVICE_NANOS) / closed.threads()
                : 1e9 / ((Phase.Open) phase.load()).operationsPerSecond();
        double least = Math.max(1e9 / MOST_PER_SECOND, 1e9 * nodes.size() / MOST_TOGETHER);
        return Math.max(least, phase.inTurn() ? mean * phase.workers(nodes).size() : mean);
    }
}
