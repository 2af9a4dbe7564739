// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Severity;
import org.quorate.model.Bytes;
import org.quorate.model.UnitFormat;
import org.quorate.model.inventory.NodeInventory;

/** The LUN of the scenario is there, on every node. Source: provisioning reference 1.1, step 5. */
final class LunFoundRule implements FleetRule {

    @Override
    public List<Finding> check(FleetView fleet) {
        if (fleet.scenario().isEmpty() || fleet.nodes().isEmpty()) {
            return List.of();
        }
        String planned = fleet.plannedWwid();
        return planned.isEmpty() ? propose(fleet) : missing(fleet, planned);
    }

    private static List<Finding> missing(FleetView fleet, String planned) {
        List<String> without = fleet.nodes().stream().filter(node -> node.devicesOf(planned).isEmpty()).map(NodeInventory::node).toList();
        if (without.isEmpty()) {
            return List.of();
        }
        List<String> evidence = new ArrayList<>(List.of("WWID " + planned + " is not on " + String.join(", ", without)));
        fleet.nodes().stream().filter(node -> without.contains(node.node())).forEach(node -> evidence.add(node.node() + ": "
                + (node.sessions().isEmpty() ? "no iSCSI session" : node.sessions().size() + " iSCSI sessions")));
        return List.of(new Finding("lun-missing", Severity.WARNING, "Nodes do not have the LUN",
                "They are not logged in, the target does not let them, or the WWID is another. The exported scripts log in; before that, this is as it"
                        + " should be.",
                evidence, "lun.wwid", Optional.empty()));
    }

    /** The scenario does not say which it is: those that all nodes see, with one size. */
    private static List<Finding> propose(FleetView fleet) {
        List<String> evidence = new ArrayList<>();
        List<String> exact = new ArrayList<>();
        long size = fleet.scenario().orElseThrow().lun().size().value();
        fleet.shared().forEach((wwid, byNode) -> {
            long bytes = byNode.values().iterator().next().get(0).bytes();
            if (byNode.size() == fleet.nodes().size() && byNode.size() > 1) {
                evidence.add(wwid + ": " + UnitFormat.format(new Bytes(bytes)) + ", on all nodes");
                if (bytes == size) {
                    exact.add(wwid);
                }
            }
        });
        if (evidence.isEmpty()) {
            return List.of();
        }
        // Only one that fits leaves no choice to a person.
        Optional<QuickFix> fix = exact.size() == 1 ? Optional.of(QuickFix.of("take the only LUN of the planned size", "lun.wwid", exact.get(0)))
                : Optional.empty();
        return List.of(new Finding("lun-not-named", Severity.HINT, "The scenario does not say which LUN it is",
                "An export needs its WWID.", evidence, "lun.wwid", fix));
    }
}
