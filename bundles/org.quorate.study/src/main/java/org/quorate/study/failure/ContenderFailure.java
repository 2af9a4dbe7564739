// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.List;
import java.util.Optional;

/**
 * A failure on one file system.
 *
 * @param label        of the file system
 * @param stack        what manages its members and locks, in words
 * @param steps        in the order of their medians
 * @param nodes        each node of the scenario in its order, once for each way in which it ends
 * @param longestStall over the nodes whose operations wait and go on, the longest of a replication; absent: there is none in any
 * @param lost         what a node that goes down takes with it; absent: none does
 */
public record ContenderFailure(String label, String stack, List<TimelineStep> steps, List<NodeOutage> nodes, Optional<Spread> longestStall,
        Optional<LostWork> lost) {

    public ContenderFailure {
        steps = List.copyOf(steps);
        nodes = List.copyOf(nodes);
    }

    /** Whether some node's operations end so in some replication. */
    public boolean ends(End end) {
        return nodes.stream().anyMatch(node -> node.end() == end);
    }
}
