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

    private static final String COROSYNC_KEY = "cluster_name:";
    /** A section of o2cb.conf begins in the first column, its lines do not. */
    private static final String O2CB_SECTION = "cluster:";
    private static final Pattern O2CB_NAME = Pattern.compile("name\\s*+=\\s*+(\\S++)");
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
        if (!file.path().endsWith(".conf")) {
            return Optional.empty();
        }
        return file.path().endsWith("corosync.conf") ? ofCorosync(file.text()) : ofO2cb(file.text());
    }

    private static Optional<String> ofCorosync(String text) {
        return text.lines().map(String::strip).filter(line -> line.startsWith(COROSYNC_KEY))
                .map(line -> line.substring(COROSYNC_KEY.length()).strip()).filter(ExistingClusterRule::isWord).findFirst();
    }

    private static Optional<String> ofO2cb(String text) {
        boolean inside = false;
        for (String line : text.split("\n")) {
            if (!line.isEmpty() && !Character.isWhitespace(line.charAt(0))) {
                inside = line.strip().equals(O2CB_SECTION);
            }
            Matcher name = O2CB_NAME.matcher(line.strip());
            if (inside && name.matches()) {
                return Optional.of(name.group(1));
            }
        }
        return Optional.empty();
    }

    private static boolean isWord(String text) {
        return !text.isEmpty() && text.chars().noneMatch(Character::isWhitespace);
    }
}
