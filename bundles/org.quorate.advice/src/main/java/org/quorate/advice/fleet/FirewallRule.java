// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.fleet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.advice.Finding;
import org.quorate.advice.Severity;
import org.quorate.model.inventory.NodeInventory;

/** Firewalls that differ: a port that is open on some nodes only. Source: provisioning reference 1.1, step 2 (ports of the cluster on every node). */
final class FirewallRule implements FleetRule {

    private static final List<String> UNITS = List.of("firewalld", "ufw", "nftables");
    private static final String NONE = "none";

    @Override
    public List<Finding> check(FleetView fleet) {
        // A node that tells of no unit at all has not been asked.
        Map<String, List<String>> groups = new LinkedHashMap<>(fleet.by(node -> node.services().isEmpty() ? Optional.empty() : Optional.of(active(node))));
        return groups.size() < 2 ? List.of() : List.of(new Finding("firewalls-differ", Severity.HINT, "Nodes have different firewalls",
                "A node that drops messages of the cluster is fenced, or waits for ever. The exported scripts open the ports in the firewall of the"
                        + " planned system.",
                FleetView.lines(groups), "", Optional.empty()));
    }

    private static String active(NodeInventory node) {
        List<String> active = node.services().stream().filter(service -> UNITS.contains(service.name()) && service.active().equals("active"))
                .map(service -> service.name()).sorted().toList();
        return active.isEmpty() ? NONE : String.join(", ", active);
    }
}
