// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Severity;
import org.quorate.model.inventory.DeviceFacts;

/**
 * Two paths to a LUN, and no multipath over them. Source: provisioning reference 1.6 (two portals without multipath are two disks for one LUN:
 * refuse).
 */
final class PathRule implements FleetRule {

    @Override
    public List<Finding> check(FleetView fleet) {
        List<Finding> findings = new ArrayList<>();
        fleet.shared().forEach((wwid, byNode) -> {
            List<String> bare = new ArrayList<>();
            List<String> mapped = new ArrayList<>();
            byNode.forEach((node, devices) -> {
                List<String> disks = devices.stream().filter(device -> device.type().equals("disk")).map(DeviceFacts::name).toList();
                boolean map = devices.stream().anyMatch(device -> device.type().equals("mpath"));
                if (disks.size() > 1 && !map) {
                    bare.add(node + ": " + String.join(", ", disks));
                } else if (map) {
                    mapped.add(node);
                }
            });
            if (!bare.isEmpty()) {
                findings.add(new Finding("paths-without-multipath", Severity.CRITICAL, "A LUN has several paths and no multipath",
                        "Each path is a disk of its own: they are mixed up after a restart, and a path that fails is an I/O error. Install multipath, or log"
                                + " in to one portal only.",
                        LunRule.evidence(wwid, bare), "lun.multipath", Optional.empty()));
            }
            if (!mapped.isEmpty() && wwid.equals(fleet.plannedWwid()) && !fleet.scenario().orElseThrow().lun().multipath()) {
                findings.add(new Finding("multipath-not-planned", Severity.WARNING, "Nodes have multipath over the LUN, the scenario has not",
                        "What is exported names the device otherwise, and waits otherwise for a path that fails.",
                        LunRule.evidence(wwid, List.of(String.join(", ", mapped))), "lun.multipath",
                        Optional.of(QuickFix.of("plan with multipath", "lun.multipath", "true"))));
            }
        });
        return findings;
    }
}
