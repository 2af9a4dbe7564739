// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Severity;
import org.quorate.model.Bytes;
import org.quorate.model.Node;
import org.quorate.model.OsRelease;
import org.quorate.model.UnitFormat;
import org.quorate.model.inventory.NicFacts;
import org.quorate.model.inventory.NodeInventory;

/**
 * Nodes that are not as the scenario says. Source: provisioning reference 1.1, step 1 and 1.2 (OCFS2 insists on the host name), scenario format.
 */
final class PlannedNodeRule implements FleetRule {

    /** The kernel and firmware keep some RAM to themselves: what /proc/meminfo says is a few percent less than what is built in. */
    private static final double KEPT = 0.07;
    private static final long GIB = 1L << 30;

    @Override
    public List<Finding> check(FleetView fleet) {
        List<Finding> findings = new ArrayList<>();
        for (NodeInventory node : fleet.nodes()) {
            fleet.planned(node).ifPresent(planned -> compare(fleet, node, planned, "cluster.nodes[" + fleet.index(planned) + "].", findings));
        }
        system(fleet).ifPresent(findings::add);
        return findings;
    }

    private static void compare(FleetView fleet, NodeInventory node, Node planned, String path, List<Finding> findings) {
        String host = node.system().hostName();
        String shortName = host.contains(".") ? host.substring(0, host.indexOf('.')) : host;
        if (!shortName.equals(planned.name())) {
            findings.add(new Finding("host-name-planned", Severity.WARNING, "A node calls itself otherwise",
                    "OCFS2 finds its node by the host name; without that it does not start. Change one of the two.",
                    List.of(node.node() + ": uname -n says " + host), path + "name", Optional.empty()));
        }
        if (!planned.address().isEmpty() && node.nics().stream().noneMatch(nic -> nic.has(planned.address()))) {
            List<String> have = node.nics().stream().flatMap(nic -> nic.addresses().stream().filter(each -> !each.startsWith("fe80"))
                    .map(each -> nic.name() + " " + each)).toList();
            findings.add(new Finding("address-planned", Severity.WARNING, "A node does not have its planned address",
                    "The cluster's messages would go nowhere.", List.of(node.node() + ": planned " + planned.address() + ", it has "
                            + (have.isEmpty() ? "none" : String.join(", ", have))), path + "address", Optional.empty()));
        }
        if (node.processors() > 0 && node.processors() != planned.cores()) {
            findings.add(new Finding("cores-planned", Severity.HINT, "A node has another number of processors", "Figures depend on it.",
                    List.of(node.node() + ": planned " + planned.cores() + ", found " + node.processors()), path + "cores",
                    Optional.of(QuickFix.of("take what was found on " + node.node(), path + "cores", String.valueOf(node.processors())))));
        }
        memory(node, planned, path).ifPresent(findings::add);
        List<NicFacts> cluster = node.nics().stream().filter(nic -> nic.has(planned.address())).toList();
        if (cluster.stream().anyMatch(nic -> !nic.up())) {
            findings.add(new Finding("link-down", Severity.WARNING, "The interface of the cluster network is down", "",
                    List.of(node.node() + ": " + cluster.get(0).name()), path + "address", Optional.empty()));
        }
    }

    private static Optional<Finding> memory(NodeInventory node, Node planned, String path) {
        double found = node.memoryBytes();
        double wanted = planned.memory().value();
        if (found == 0 || found <= wanted && found >= wanted * (1 - KEPT)) {
            return Optional.empty();
        }
        // What is built in comes in whole gibibytes.
        long builtIn = (long) Math.ceil(found / GIB) * GIB;
        if (builtIn == planned.memory().value()) {
            return Optional.empty();
        }
        return Optional.of(new Finding("memory-planned", Severity.HINT, "A node has another size of memory", "Caches and locks depend on it.",
                List.of(String.format(Locale.ROOT, "%s: planned %s, the kernel has %.1f GiB", node.node(), UnitFormat.format(planned.memory()), found / GIB)),
                path + "memory", Optional.of(QuickFix.of("take what was found on " + node.node(), path + "memory", UnitFormat.format(new Bytes(builtIn))))));
    }

    /** Of all nodes, which have one system in a scenario. */
    private static Optional<Finding> system(FleetView fleet) {
        if (fleet.scenario().isEmpty()) {
            return Optional.empty();
        }
        OsRelease planned = fleet.scenario().get().cluster().os();
        List<String> others = new ArrayList<>();
        List<String> releases = new ArrayList<>();
        for (NodeInventory node : fleet.nodes()) {
            String release = release(node);
            releases.add(release);
            if (!release.equals(planned.id())) {
                others.add(node.node() + ": " + node.system().osTitle());
            }
        }
        if (others.isEmpty()) {
            return Optional.empty();
        }
        boolean known = releases.stream().distinct().count() == 1 && List.of(OsRelease.values()).stream().anyMatch(os -> os.id().equals(releases.get(0)));
        return Optional.of(new Finding("system-planned", Severity.WARNING, "Nodes do not run the planned operating system",
                "Packages, paths and units of what is exported are those of " + planned.id() + ".", others, "cluster.os",
                known ? Optional.of(QuickFix.of("plan for the system that was found", "cluster.os", releases.get(0))) : Optional.empty()));
    }

    /** As the scenario format names it; clones of RHEL are built to be alike (their os-release says so in ID_LIKE). */
    private static String release(NodeInventory node) {
        String version = node.system().osVersion();
        String major = version.contains(".") ? version.substring(0, version.indexOf('.')) : version;
        return switch (node.system().osId()) {
            case "rhel", "rocky", "almalinux", "centos" -> "rhel-" + major;
            case "ol" -> "oracle-" + major;
            case "sles", "sles_sap" -> "sles-" + major;
            case "debian" -> "debian-" + major;
            default -> node.system().osId() + "-" + version;
        };
    }
}
