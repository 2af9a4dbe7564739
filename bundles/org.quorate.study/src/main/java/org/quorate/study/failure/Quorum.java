// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.List;
import org.quorate.model.Cluster;
import org.quorate.model.Node;

/**
 * corosync's votequorum as the exported scripts set it (provisioning reference 1.5): a majority; two nodes without an arbiter: two_node;
 * with an arbiter: its vote goes to the larger side, or of equal ones to that with the lowest number (ffsplit). Immutable.
 *
 * @param cluster whose
 */
record Quorum(Cluster cluster) {

    boolean holds(List<Node> side, List<Node> other) {
        if (twoNode()) {
            return true;
        }
        if (cluster.quorumDevice().isEmpty()) {
            return 2 * side.size() > cluster.nodes().size();
        }
        return 2 * (side.size() + (prefers(side, other) ? 1 : 0)) > cluster.nodes().size() + 1;
    }

    boolean twoNode() {
        return cluster.nodes().size() == 2 && cluster.quorumDevice().isEmpty();
    }

    String rule() {
        return cluster.quorumDevice().isPresent() ? "the arbiter's vote goes to the larger side, of equal ones to that with the lowest number"
                : "quorate are more than half of " + cluster.nodes().size() + " votes";
    }

    /** The larger side, or of two equal ones that with the lowest number: one of two sides for sure. */
    static boolean prefers(List<Node> side, List<Node> other) {
        return side.size() != other.size() ? side.size() > other.size() : lowest(side) < lowest(other);
    }

    private static int lowest(List<Node> nodes) {
        return nodes.stream().mapToInt(Node::number).min().orElse(Integer.MAX_VALUE);
    }
}
