// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Severity;
import org.quorate.model.Bytes;
import org.quorate.model.UnitFormat;
import org.quorate.model.inventory.DeviceFacts;

/** Sizes of a LUN: the same on all nodes, and as the scenario says. Source: provisioning reference 1.1, step 5. */
final class LunRule implements FleetRule {

    @Override
    public List<Finding> check(FleetView fleet) {
        List<Finding> findings = new ArrayList<>();
        fleet.shared().forEach((wwid, byNode) -> {
            Map<String, List<String>> sizes = new LinkedHashMap<>();
            byNode.forEach((node, devices) -> devices.forEach(device -> {
                List<String> nodes = sizes.computeIfAbsent(UnitFormat.format(new Bytes(device.bytes())), key -> new ArrayList<>());
                if (!nodes.contains(node)) {
                    nodes.add(node);
                }
            }));
            if (sizes.size() > 1) {
                findings.add(new Finding("lun-size-differs", Severity.CRITICAL, "Nodes see one LUN with different sizes",
                        "The LUN has grown and some nodes still have the old size, or two LUNs have one identifier. A file system that is made or"
                                + " grown now can be written beyond its end. Scan the sessions again (iscsiadm -m session --rescan; with multipath"
                                + " multipathd resize map) until all agree.",
                        evidence(wwid, FleetView.lines(sizes)), "", Optional.empty()));
            } else if (wwid.equals(fleet.plannedWwid())) {
                planned(fleet, byNode.values().iterator().next().get(0)).ifPresent(findings::add);
            }
        });
        return findings;
    }

    private static Optional<Finding> planned(FleetView fleet, DeviceFacts device) {
        Bytes planned = fleet.scenario().orElseThrow().lun().size();
        if (planned.value() == device.bytes()) {
            return Optional.empty();
        }
        String found = UnitFormat.format(new Bytes(device.bytes()));
        return Optional.of(new Finding("lun-size-planned", device.bytes() < planned.value() ? Severity.WARNING : Severity.HINT,
                "The LUN is not as large as planned", "Figures of the scenario and what is exported count on the planned size.",
                List.of("planned " + UnitFormat.format(planned) + ", found " + found), "lun.size",
                Optional.of(QuickFix.of("take the size that was found", "lun.size", found))));
    }

    static List<String> evidence(String wwid, List<String> more) {
        List<String> evidence = new ArrayList<>(List.of("WWID " + wwid));
        evidence.addAll(more);
        return evidence;
    }
}
