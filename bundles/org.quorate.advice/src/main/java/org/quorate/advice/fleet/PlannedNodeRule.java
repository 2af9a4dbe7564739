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

    /** What is said of all nodes together. */
    private static final class Gathered {

        private final List<String> evidence = new ArrayList<>();
        private final List<QuickFix.Change> changes = new ArrayList<>();

        void add(List<Finding> findings, String rule, Severity severity, String title, String why, String path) {
            if (!evidence.isEmpty()) {
                findings.add(new Finding(rule, severity, title, why, evidence, path, changes.isEmpty() ? Optional.empty()
                        : Optional.of(new QuickFix("take what was found", changes))));
            }
        }
    }

    @Override
    public List<Finding> check(FleetView fleet) {
        Gathered names = new Gathered();
        Gathered addresses = new Gathered();
        Gathered links = new Gathered();
        Gathered cores = new Gathered();
        Gathered memory = new Gathered();
        for (NodeInventory node : fleet.nodes()) {
            fleet.planned(node).ifPresent(planned -> {
                String path = "cluster.nodes[" + fleet.index(planned) + "].";
                name(node, planned, names);
                address(node, planned, addresses, links);
                if (node.processors() > 0 && node.processors() != planned.cores()) {
                    cores.evidence.add(node.node() + ": planned " + planned.cores() + ", found " + node.processors());
                    cores.changes.add(QuickFix.Change.set(path + "cores", String.valueOf(node.processors())));
                }
                memory(node, planned, path, memory);
            });
        }
        List<Finding> findings = new ArrayList<>();
        names.add(findings, "host-name-planned", Severity.WARNING, "Nodes call themselves otherwise",
                "OCFS2 finds its node by the host name; without that it does not start. Change one of the two.", "cluster.nodes");
        addresses.add(findings, "address-planned", Severity.WARNING, "Nodes do not have their planned addresses",
                "The cluster's messages would go nowhere.", "cluster.nodes");
        links.add(findings, "link-down", Severity.WARNING, "Interfaces of the cluster network are down", "The cluster's messages would go nowhere.",
                "cluster.nodes");
        cores.add(findings, "cores-planned", Severity.HINT, "Nodes have another number of processors", "Figures depend on it.", "cluster.nodes");
        memory.add(findings, "memory-planned", Severity.HINT, "Nodes have another size of memory", "Caches and locks depend on it.", "cluster.nodes");
        system(fleet).ifPresent(findings::add);
        return findings;
    }

    private static void name(NodeInventory node, Node planned, Gathered names) {
        String host = node.system().hostName();
        String first = host.contains(".") ? host.substring(0, host.indexOf('.')) : host;
        if (!first.equals(planned.name())) {
            names.evidence.add(node.node() + ": uname -n says " + host);
        }
    }

    private static void address(NodeInventory node, Node planned, Gathered addresses, Gathered links) {
        List<NicFacts> cluster = node.nics().stream().filter(nic -> nic.has(planned.address())).toList();
        if (cluster.isEmpty()) {
            List<String> have = node.nics().stream().flatMap(nic -> nic.addresses().stream().filter(each -> !each.startsWith("fe80"))
                    .map(each -> nic.name() + " " + each)).toList();
            addresses.evidence.add(node.node() + ": planned " + planned.address() + ", it has " + (have.isEmpty() ? "none" : String.join(", ", have)));
        } else if (cluster.stream().noneMatch(NicFacts::up)) {
            links.evidence.add(node.node() + ": " + cluster.get(0).name());
        }
    }

    private static void memory(NodeInventory node, Node planned, String path, Gathered memory) {
        double found = node.memoryBytes();
        double wanted = planned.memory().value();
        // What is built in comes in whole gibibytes.
        long builtIn = (long) Math.ceil(found / GIB) * GIB;
        if (found == 0 || found <= wanted && found >= wanted * (1 - KEPT) || builtIn == planned.memory().value()) {
            return;
        }
        memory.evidence.add(String.format(Locale.ROOT, "%s: planned %s, the kernel has %.1f GiB", node.node(), UnitFormat.format(planned.memory()), found / GIB));
        memory.changes.add(QuickFix.Change.set(path + "memory", UnitFormat.format(new Bytes(builtIn))));
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
