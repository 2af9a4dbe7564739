// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quorate.model.Scenario;
import org.quorate.report.Words;
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

    /** Nodes that are named; of more only their number. */
    private static final int MOST_NAMES = 4;

    /** The least lower end of the head-room first: nodes whose memory is too small come before all others. */
    static final Comparator<NodeRam> TIGHTEST = Comparator.comparingDouble(node -> node.headroom().low());

    static RamPlan of(Scenario scenario, ContenderResult contender) {
        return new RamPlan(contender.label(), scenario.cluster().nodes().stream().flatMap(node -> NodeRam.of(scenario, node, contender).stream())
                .toList());
    }

    boolean enough() {
        return nodes.stream().allMatch(NodeRam::enough);
    }

    /** The node with least head-room. */
    NodeRam tightest() {
        return nodes.stream().min(TIGHTEST).orElseThrow();
    }

    /**
     * What to buy, for example {@code 16 GiB a node} or {@code 16 GiB for node1; 32 GiB for node2 and node3}; of more than a few nodes with
     * the same size their number.
     */
    String toBuy() {
        Map<Double, List<String>> sizes = nodes.stream().collect(Collectors.groupingBy(NodeRam::toBuy, LinkedHashMap::new,
                Collectors.mapping(node -> node.node().name(), Collectors.toList())));
        return sizes.entrySet().stream().map(entry -> size(entry.getKey()) + (sizes.size() == 1 ? " a node" : " for " + named(entry.getValue())))
                .collect(Collectors.joining("; "));
    }

    private static String named(List<String> names) {
        return names.size() > MOST_NAMES ? names.size() + " nodes" : Words.and(names);
    }

    static String size(double bytes) {
        return Quantity.of(Unit.BYTES, bytes).brief();
    }
}
