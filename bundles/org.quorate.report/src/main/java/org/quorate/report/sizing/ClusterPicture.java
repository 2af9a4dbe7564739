// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quorate.model.Cluster;
import org.quorate.model.Fencing;
import org.quorate.model.Lun;
import org.quorate.model.Node;
import org.quorate.model.Scenario;
import org.quorate.report.Settings;
import org.quorate.report.Words;
import org.quorate.report.chart.ClusterChart;
import org.quorate.report.chart.ClusterChart.Box;
import org.quorate.report.chart.ClusterChart.Disk;
import org.quorate.report.chart.ClusterChart.Link;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;

/** The picture of the cluster that a scenario describes. */
record ClusterPicture(Scenario scenario) {

    ClusterChart chart() {
        Cluster cluster = scenario.cluster();
        Lun lun = scenario.lun();
        return new ClusterChart("cluster-picture", "The cluster " + cluster.name(), description(), boxes(),
                new Link("Cluster network", Settings.of(cluster.interconnect().roundTrip()) + " round trip, "
                        + Settings.of(cluster.interconnect().bandwidth()) + " a node"), guards(),
                new Link("Storage network", Settings.of(lun.link()) + ", " + paths(lun)), new Disk(lun.name(), disk(lun)));
    }

    /** What the picture shows, whole: in the picture long names are cut. */
    private String description() {
        String nodes = scenario.cluster().nodes().stream().map(node -> node.name() + " (" + size(node) + ")").collect(Collectors.joining(", "));
        String guards = guards().stream().map(box -> box.name() + ": " + String.join(", ", box.detail()) + ". ").collect(Collectors.joining());
        Lun lun = scenario.lun();
        return "The nodes " + nodes + " are joined by a network with a round trip of " + Settings.of(scenario.cluster().interconnect().roundTrip())
                + ". " + guards + "All share the LUN " + lun.name() + " (" + String.join(", ", disk(lun)) + ") over " + paths(lun) + ".";
    }

    private static String paths(Lun lun) {
        return !lun.multipath() ? "one path" : lun.portals().size() > 1 ? lun.portals().size() + " paths" : "multipath";
    }

    private static List<String> disk(Lun lun) {
        return List.of(Settings.of(lun.size()) + ", " + Words.of(lun.device()),
                "read " + mean(lun.service().read().mean().toNanos()) + ", write " + mean(lun.service().write().mean().toNanos()) + ", flush "
                        + mean(lun.service().flush().mean().toNanos()));
    }

    private static String mean(long nanos) {
        return Quantity.of(Unit.TIME, nanos).brief();
    }

    /** One a node, or stacks of neighbours if there are too many. */
    private List<Box> boxes() {
        List<Node> nodes = scenario.cluster().nodes();
        int deep = (nodes.size() + ClusterChart.MOST_BOXES - 1) / ClusterChart.MOST_BOXES;
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i += deep) {
            boxes.add(box(nodes.subList(i, Math.min(nodes.size(), i + deep))));
        }
        return boxes;
    }

    private static Box box(List<Node> nodes) {
        Node first = nodes.get(0);
        if (nodes.size() == 1) {
            return new Box(first.name(), List.of(cores(first), memory(first)), 1);
        }
        List<String> sizes = nodes.stream().map(ClusterPicture::size).distinct().toList();
        List<String> detail = sizes.size() > 1 ? List.of(nodes.size() + " nodes", "of different size")
                : List.of(nodes.size() + " × " + cores(first), nodes.size() + " × " + memory(first));
        return new Box(first.name() + " … " + nodes.get(nodes.size() - 1).name(), detail, nodes.size());
    }

    private static String size(Node node) {
        return cores(node) + ", " + memory(node);
    }

    private static String cores(Node node) {
        return node.cores() == 1 ? "1 core" : node.cores() + " cores";
    }

    private static String memory(Node node) {
        return Settings.of(node.memory());
    }

    private List<Box> guards() {
        List<Box> guards = new ArrayList<>();
        scenario.cluster().fencing().ifPresent(fencing -> guards.add(new Box("Fencing", List.of(Words.of(fencing.agent()), way(fencing)), 1)));
        scenario.cluster().quorumDevice().ifPresent(arbiter -> guards.add(new Box("Arbiter", List.of(arbiter), 1)));
        return guards;
    }

    /** How a node is fenced: SBD as it is set up here has no disk. */
    private static String way(Fencing fencing) {
        int devices = fencing.devices().size();
        return switch (fencing.agent()) {
            case SBD -> "by each node's watchdog";
            case SCSI, MPATH -> "through the LUN";
            case IPMILAN, REDFISH, VMWARE_REST, XVM -> devices == 0 ? "no power switch is described"
                    : devices == 1 ? "1 power switch" : devices + " power switches";
        };
    }
}
