// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.advice.Finding;
import org.quorate.advice.Severity;
import org.quorate.model.inventory.NodeInventory;

/**
 * Names that no two nodes may share. Source: provisioning reference 1.1, step 3 (cloned machines with one iSCSI name steal each other's
 * session and reservation key); machine-id(5); provisioning reference 1.2 (host names).
 */
final class TwinRule implements FleetRule {

    @Override
    public List<Finding> check(FleetView fleet) {
        List<Finding> findings = new ArrayList<>();
        add(findings, fleet.by(NodeInventory::initiator), Severity.CRITICAL, "same-initiator", "Nodes share an iSCSI initiator name",
                "The target takes them for one machine: each login throws the other out, and both have one key of reservations. Give each node a"
                        + " name of its own in /etc/iscsi/initiatorname.iscsi (iscsi-iname makes one) and restart iscsid before the next login.");
        add(findings, fleet.by(node -> Optional.of(node.system().machineId())), Severity.WARNING, "same-machine-id", "Nodes share a machine id",
                "They are clones of one image; DHCP, journals and some agents take them for one. Empty /etc/machine-id on all but one and run"
                        + " systemd-machine-id-setup.");
        add(findings, fleet.by(node -> Optional.of(node.system().hostName())), Severity.CRITICAL, "same-host-name", "Nodes have the same host name",
                "o2cb and corosync know a node by its host name. Give each its own with hostnamectl.");
        return findings;
    }

    private static void add(List<Finding> findings, Map<String, List<String>> groups, Severity severity, String rule, String title, String why) {
        groups.forEach((value, nodes) -> {
            if (nodes.size() > 1) {
                findings.add(new Finding(rule, severity, title, why, FleetView.lines(Map.of(value, nodes)), "", Optional.empty()));
            }
        });
    }
}
