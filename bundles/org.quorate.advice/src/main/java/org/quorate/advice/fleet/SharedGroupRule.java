// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.advice.Finding;
import org.quorate.advice.Severity;
import org.quorate.model.inventory.DeviceFacts;
import org.quorate.model.inventory.GroupFacts;
import org.quorate.model.inventory.NodeInventory;

/** Volume groups on LUNs that several nodes see, which nobody locks. Source: lvmlockd(8), shared VGs; provisioning reference 1.3 (vgcreate --shared). */
final class SharedGroupRule implements FleetRule {

    private static final String MAPS = "/dev/mapper/";
    private static final String DEVICES = "/dev/";

    @Override
    public List<Finding> check(FleetView fleet) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        fleet.shared().forEach((wwid, byNode) -> fleet.nodes().stream().filter(node -> byNode.size() > 1 && byNode.containsKey(node.node()))
                .forEach(node -> node.groups().stream().filter(group -> group.lockType().isEmpty() && liesOn(group, node, byNode.get(node.node())))
                        .forEach(group -> found.computeIfAbsent(group.name() + " on WWID " + wwid, key -> new ArrayList<>()).add(node.node()))));
        return found.isEmpty() ? List.of() : List.of(new Finding("volume-group-not-shared", Severity.WARNING, "A volume group on a shared LUN is not locked",
                "Each node changes it as its own: two that do it at once destroy it, and a volume that is grown on one has its old size on the others."
                        + " Make it a shared one (vgchange --lock-type dlm, with lvmlockd), or take the LUN away from whoever does not need it.",
                FleetView.lines(found), "", Optional.empty()));
    }

    private static boolean liesOn(GroupFacts group, NodeInventory node, List<DeviceFacts> lun) {
        return FleetView.family(node, lun).stream().anyMatch(device -> group.devices().stream().anyMatch(path -> path.startsWith(MAPS)
                ? path.substring(MAPS.length()).equals(device.map()) : path.equals(DEVICES + device.name())));
    }
}
