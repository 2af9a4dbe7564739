// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.advice.Finding;
import org.quorate.advice.Severity;
import org.quorate.model.inventory.FileFacts;
import org.quorate.model.inventory.MountFacts;
import org.quorate.model.inventory.NodeInventory;

/**
 * Nodes that are in a cluster already. The file that Debian ships, of a cluster "debian" on 127.0.0.1, is none (provisioning reference 1.3). Source
 * of the forms: corosync.conf(5), o2cb.conf(5).
 */
final class ExistingClusterRule implements FleetRule {

    private static final Pattern COROSYNC = Pattern.compile("(?m)^\\s*cluster_name:\\s*(\\S+)\\s*$");
    private static final Pattern O2CB = Pattern.compile("(?m)^cluster:\\s*\\n(?:\\s+.*\\n)*?\\s+name\\s*=\\s*(\\S+)\\s*$");
    private static final String DEBIAN = "debian";

    @Override
    public List<Finding> check(FleetView fleet) {
        List<String> found = new ArrayList<>();
        List<String> mounted = new ArrayList<>();
        Optional<String> planned = fleet.scenario().map(plan -> plan.cluster().name());
        for (NodeInventory node : fleet.nodes()) {
            for (FileFacts file : node.files()) {
                name(file).filter(name -> !name.equals(DEBIAN) && !planned.equals(Optional.of(name)))
                        .ifPresent(name -> found.add(node.node() + ": cluster " + name + " in " + file.path()));
            }
            node.mounts().stream().filter(MountFacts::isClustered).forEach(mount -> mounted.add(node.node() + ": " + mount.type() + " of " + mount.source()
                    + " on " + mount.place()));
        }
        List<Finding> findings = new ArrayList<>();
        if (!found.isEmpty()) {
            findings.add(new Finding("other-cluster", Severity.WARNING, "Nodes are configured for another cluster",
                    "The exported scripts would replace that configuration, and keep a copy. Is it still in use?", found, "cluster.name", Optional.empty()));
        }
        if (!mounted.isEmpty()) {
            findings.add(new Finding("cluster-mounted", Severity.WARNING, "Cluster file systems are mounted already",
                    "Somebody works on them: set nothing up before they are unmounted everywhere.", mounted, "", Optional.empty()));
        }
        return findings;
    }

    private static Optional<String> name(FileFacts file) {
        Pattern pattern = file.path().endsWith("corosync.conf") ? COROSYNC : O2CB;
        Matcher matcher = pattern.matcher(file.text());
        return file.path().endsWith(".conf") && matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
