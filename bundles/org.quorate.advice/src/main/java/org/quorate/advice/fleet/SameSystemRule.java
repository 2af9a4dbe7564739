// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.advice.Finding;
import org.quorate.advice.Severity;
import org.quorate.model.inventory.PackageFacts;

/**
 * Nodes of different systems. Source: provisioning reference 1.0 (system, file system and stack are a closed table) and 1.8 (numbers of users
 * differ between systems: refuse).
 */
final class SameSystemRule implements FleetRule {

    @Override
    public List<Finding> check(FleetView fleet) {
        List<Finding> findings = new ArrayList<>();
        differ(findings, fleet.by(node -> Optional.of(node.system().osId() + " " + node.system().osVersion())), Severity.WARNING, "systems-differ",
                "Nodes have different operating systems", "Users have other numbers, tools write other formats and files lie elsewhere: what is exported"
                        + " is for one system.");
        differ(findings, fleet.by(node -> Optional.of(node.system().kernel())), Severity.WARNING, "kernels-differ", "Nodes run different kernels",
                "That is for the hours of an update. The lock managers of two kernels may not talk to each other, and times differ.");
        differ(findings, fleet.by(node -> Optional.of(node.system().architecture())), Severity.CRITICAL, "architectures-differ",
                "Nodes have different architectures", "Blocks of file systems depend on the size of a page, which differs.");
        Map<String, Map<String, List<String>>> versions = new LinkedHashMap<>();
        fleet.nodes().forEach(node -> {
            for (PackageFacts installed : node.packages()) {
                versions.computeIfAbsent(installed.name(), key -> new LinkedHashMap<>()).computeIfAbsent(installed.version(), key -> new ArrayList<>())
                        .add(node.node());
            }
        });
        List<String> mixed = new ArrayList<>();
        versions.forEach((name, byVersion) -> {
            if (byVersion.size() > 1) {
                mixed.add(name + ": " + String.join("; ", byVersion.entrySet().stream().map(entry -> entry.getKey() + " on "
                        + String.join(", ", entry.getValue())).toList()));
            }
        });
        if (!mixed.isEmpty()) {
            findings.add(new Finding("packages-differ", Severity.HINT, "Nodes have different versions of packages",
                    "That is for the hours of an update.", mixed, "", Optional.empty()));
        }
        return findings;
    }

    private static void differ(List<Finding> findings, Map<String, List<String>> groups, Severity severity, String rule, String title, String why) {
        if (groups.size() > 1) {
            findings.add(new Finding(rule, severity, title, why, FleetView.lines(groups), "", Optional.empty()));
        }
    }
}
