// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.quorate.model.Node;

/** One replication: steps with their times, and when which node's operations stop and go on. Not thread-safe. */
final class Timeline {

    private final Map<Step, Long> steps = new LinkedHashMap<>();
    private final Map<String, Outage> outages = new LinkedHashMap<>();

    /**
     * When the operations of a node stop that need a lock or the LUN.
     *
     * @param from nanoseconds after the failure
     * @param to   when they go on or fail; absent: never
     * @param end  how it ends
     */
    record Outage(long from, OptionalLong to, End end) {
    }

    /** Adds a step; of the same step of several nodes the first counts. */
    void step(long at, Step step) {
        steps.merge(step, Math.max(0, at), Math::min);
    }

    void outage(Node node, long from, long to, End end) {
        outages.put(node.name(), new Outage(from, OptionalLong.of(Math.max(from, to)), end));
    }

    /** Without an end. */
    void outage(Node node, long from, End end) {
        outages.put(node.name(), new Outage(from, OptionalLong.empty(), end));
    }

    void outages(List<Node> nodes, long from, long to, End end) {
        nodes.forEach(node -> outage(node, from, to, end));
    }

    void outages(List<Node> nodes, long from, End end) {
        nodes.forEach(node -> outage(node, from, end));
    }

    Map<Step, Long> steps() {
        return steps;
    }

    Map<String, Outage> outages() {
        return outages;
    }
}
