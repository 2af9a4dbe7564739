// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.quorate.advice.fleet.FleetAdviser;
import org.quorate.advice.fleet.FleetReport;
import org.quorate.model.Node;
import org.quorate.model.Scenario;
import org.quorate.model.inventory.ClockFacts;
import org.quorate.model.inventory.DeviceFacts;
import org.quorate.model.inventory.FileFacts;
import org.quorate.model.inventory.ModuleFacts;
import org.quorate.model.inventory.NicFacts;
import org.quorate.model.inventory.NodeInventory;
import org.quorate.model.inventory.PackageFacts;
import org.quorate.model.inventory.ServiceFacts;
import org.quorate.model.inventory.SystemFacts;

/** Nodes of a scenario as an inventory could have found them: the second is a clone of the first with a later kernel. */
public final class TestFleet {

    private TestFleet() {
    }

    /** All nodes of a scenario, and one that did not answer. */
    public static Inventories.Taken of(Scenario scenario) {
        List<NodeInventory> nodes = Stream.of(scenario).flatMap(plan -> plan.cluster().nodes().stream())
                .map(node -> node(scenario, node, scenario.cluster().nodes().indexOf(node))).toList();
        FleetReport report = new FleetAdviser().report(nodes,
                List.of(new FleetReport.Missing("gone", "root@gone:22 cannot be reached: connection refused; is sshd running there?")), Optional.of(scenario));
        return new Inventories.Taken(report, List.of("~/.ssh/config line 7: Match is not supported and was left out"),
                Instant.parse("2026-11-28T09:30:00Z"));
    }

    private static NodeInventory node(Scenario scenario, Node node, int index) {
        String kernel = index == 1 ? "6.1.0-27-amd64" : "6.1.0-25-amd64";
        String own = index == 1 ? scenario.cluster().nodes().get(0).name() : node.name();
        DeviceFacts lun = new DeviceFacts("sdb", "", "disk", scenario.lun().size().value(), "60014055f3c8b2a1d9e4c7fa0b61e2d3", "iscsi", "LIO-ORG data",
                List.of(), "", "", List.of(), true, OptionalLong.of(0));
        return new NodeInventory(node.name(), new SystemFacts(node.name(), "debian", "12", "Debian GNU/Linux 12 (bookworm)", kernel, "x86_64",
                "9f86d081884c7d659a2feaa0c55ad0" + own.hashCode() % 10, true),
                new ClockFacts(OptionalDouble.of(index * 0.004), 0.0015, "chrony", true), node.cores() + 2, "AMD EPYC 9124 16-Core Processor",
                node.memory().value() * 2, List.of(new ModuleFacts("ocfs2", "ocfs2.ko", false), new ModuleFacts("gfs2", "gfs2.ko", index == 0),
                        new ModuleFacts("dlm", "dlm.ko", true)),
                List.of(new NicFacts("eth0", "52:54:00:00:00:0" + index, true, 1500, OptionalInt.of(10_000), List.of(node.address() + "/24"))),
                Optional.of("iqn.1993-08.org.debian:01:" + own), List.of(), List.of(lun), List.of(),
                List.of(new PackageFacts("corosync", "3.1.7-1"), new PackageFacts("ocfs2-tools", index == 0 ? "1.8.8-2" : "1.8.7-1")),
                List.of(new ServiceFacts("chrony", "active", "enabled")),
                List.of(new FileFacts("/etc/corosync/corosync.conf", "totem {\n  cluster_name: debian\n}\n")), List.of(),
                List.of("nftables: 14 rules"), index == 0 ? List.of() : List.of("multipath: the command is not there"));
    }
}
