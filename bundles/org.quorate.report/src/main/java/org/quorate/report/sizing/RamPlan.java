// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.quorate.model.Scenario;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.result.ContenderResult;

/**
 * The memory that the nodes need with one file system.
 *
 * @param label of the file system
 * @param nodes that there are figures of, in the order of the scenario
 */
record RamPlan(String label, List<NodeRam> nodes) {

    static RamPlan of(Scenario scenario, ContenderResult contender) {
        return new RamPlan(contender.label(), scenario.cluster().nodes().stream().flatMap(node -> NodeRam.of(scenario, node, contender).stream())
                .toList());
    }

    boolean enough() {
        return nodes.stream().allMatch(NodeRam::enough);
    }

    /** The node with least head-room. */
    NodeRam tightest() {
        return nodes.stream().min(Comparator.comparingDouble(node -> node.headroom().mean())).orElseThrow();
    }

    /** What to buy, for example {@code 16 GiB a node} or {@code 16 GiB for node1, 32 GiB for node2 and node3}. */
    String toBuy() {
        List<String> sizes = nodes.stream().map(NodeRam::toBuy).distinct().map(size -> size(size) + (uniform() ? " a node" : " for "
                + nodes.stream().filter(node -> node.toBuy() == size).map(node -> node.node().name()).collect(Collectors.joining(", ")))).toList();
        return String.join("; ", sizes);
    }

    private boolean uniform() {
        return nodes.stream().map(NodeRam::toBuy).distinct().count() == 1;
    }

    static String size(double bytes) {
        return Quantity.of(Unit.BYTES, bytes).brief();
    }
}
