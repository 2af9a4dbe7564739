// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quorate.model.Node;
import org.quorate.model.Scenario;
import org.quorate.model.Wwid;
import org.quorate.model.inventory.DeviceFacts;
import org.quorate.model.inventory.NodeInventory;

/**
 * What the rules look at. Immutable.
 *
 * @param nodes    that answered
 * @param scenario that they are meant for; its nodes have the names of the inventories
 */
record FleetView(List<NodeInventory> nodes, Optional<Scenario> scenario) {

    FleetView {
        nodes = List.copyOf(nodes);
    }

    /** Names of nodes by what they have; nodes that have nothing are left out. */
    Map<String, List<String>> by(Function<NodeInventory, Optional<String>> property) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        nodes.forEach(node -> property.apply(node).filter(value -> !value.isEmpty())
                .ifPresent(value -> groups.computeIfAbsent(value, key -> new ArrayList<>()).add(node.node())));
        return groups;
    }

    /** The scenario's node of that inventory. */
    Optional<Node> planned(NodeInventory node) {
        return scenario.flatMap(plan -> plan.cluster().nodes().stream().filter(each -> each.name().equals(node.node())).findFirst());
    }

    /** The place of a scenario's node in its list. */
    int index(Node node) {
        return scenario.orElseThrow().cluster().nodes().indexOf(node);
    }

    /**
     * WWIDs that are shared: the scenario's, and those of the world that two nodes or more see; each with the node and its whole devices. What
     * a vendor calls its disks says nothing of whether they are the same.
     */
    Map<String, Map<String, List<DeviceFacts>>> shared() {
        Map<String, Map<String, List<DeviceFacts>>> seen = new LinkedHashMap<>();
        for (NodeInventory node : nodes) {
            for (DeviceFacts device : node.devices()) {
                if (device.isWhole() && !device.wwid().isEmpty()) {
                    seen.computeIfAbsent(device.wwid(), key -> new LinkedHashMap<>()).computeIfAbsent(node.node(), key -> new ArrayList<>()).add(device);
                }
            }
        }
        String planned = plannedWwid();
        return seen.entrySet().stream().filter(entry -> entry.getKey().equals(planned)
                        || entry.getValue().size() > 1 && Wwid.isGlobal(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    /** Of a node's devices of one LUN those that are used: maps of multipath where there are any, else the disks. */
    static List<DeviceFacts> used(List<DeviceFacts> devices) {
        List<DeviceFacts> maps = devices.stream().filter(device -> device.type().equals("mpath")).toList();
        return maps.isEmpty() ? devices : maps;
    }

    /** Devices of a node with all that lies on them: maps, partitions and volumes. */
    static List<DeviceFacts> family(NodeInventory node, List<DeviceFacts> devices) {
        Set<String> names = new LinkedHashSet<>(devices.stream().map(DeviceFacts::name).toList());
        // lsblk names a device before what lies on it.
        node.devices().stream().filter(device -> device.parents().stream().anyMatch(names::contains)).forEach(device -> names.add(device.name()));
        return node.devices().stream().filter(device -> names.contains(device.name())).toList();
    }

    /** In its normal form; empty if the scenario has none. */
    String plannedWwid() {
        return scenario.map(plan -> Wwid.normal(plan.lun().wwid())).orElse("");
    }

    /** A line of evidence for each group: {@code VALUE: web1, web2}. */
    static List<String> lines(Map<String, List<String>> groups) {
        return groups.entrySet().stream().map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue())).toList();
    }
}
