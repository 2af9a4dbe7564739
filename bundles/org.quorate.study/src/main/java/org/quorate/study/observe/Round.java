// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.List;
import java.util.Optional;
import org.quorate.model.observed.NodeSample;

/**
 * All nodes, asked at about the same time. Immutable.
 *
 * @param atMillis when it began, milliseconds since 1970 by the clock of who asks
 * @param nodes    in the order of the series
 */
public record Round(long atMillis, List<Answer> nodes) {

    /**
     * What came of one node: one of the two.
     *
     * @param node    name
     * @param sample  what it said
     * @param failure why there is none; safe to print
     */
    public record Answer(String node, Optional<NodeSample> sample, Optional<String> failure) {
    }

    public Round {
        nodes = List.copyOf(nodes);
    }

    /** What a node said. */
    public Optional<NodeSample> sample(String node) {
        return nodes.stream().filter(answer -> answer.node().equals(node)).findFirst().flatMap(Answer::sample);
    }
}
