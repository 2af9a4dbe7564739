// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quorate.model.Cluster;
import org.quorate.model.Fencing;
import org.quorate.model.Lun;
import org.quorate.model.Node;
import org.quorate.model.Scenario;
import org.quorate.provision.platform.FenceAgents;
import org.quorate.provision.platform.Platform;

/** Whether the cluster and its LUN can be set up at all, with either file system. Thread-safe. */
final class ClusterRules {

    private static final int LARGEST_NUMBER = 254; // o2cb: 0 to 254; corosync: 1 and up
    private static final int SECTOR = 512;

    private final Complaints complaints;

      ClusterRules(Complaints complaints) {
        this.complaints = complaints;
    }

    void check(Scenario scenario) {
        Cluster cluster = scenario.cluster();
        if (cluster.nodes().size() < 2) {
            complaints.add("a cluster file system needs two nodes or more; one node needs ext4 or XFS and no cluster");
        }
        distinct("name", cluster.nodes(), Node::name);
        distinct("address", cluster.nodes(), Node::address);
        distinct("number", cluster.nodes(), Node::number);
        for (Node node : cluster.nodes()) {
            complaints.unless(node.number() >= 1 && node.number() <= LARGEST_NUMBER,
                    "node numbers are 1 to " + LARGEST_NUMBER + ": o2cb and corosync both take these");
        }
        lun(scenario.lun());
    }

    private void distinct(String what, List<Node> nodes, Function<Node, Object> value) {
        Set<Object> seen = new HashSet<>();
        for (Node node : nodes) {
            if (!seen.add(value.apply(node))) {
                complaints.add("two nodes have the same " + what + "; o2cb accepts that and fails later");
                return;
            }
        }
    }

    private void lun(Lun lun) {
        complaints.unless(lun.size().value() > 0 && lun.size().value() % SECTOR == 0,
                "the size of the LUN must be whole sectors of 512 bytes: it is compared with the device, byte by byte");
        complaints.unless(new HashSet<>(lun.portals()).size() == lun.portals().size(), "a portal is listed twice");
        if (lun.portals().size() > 1 && !lun.multipath()) {
            complaints.add("two portals without multipath give two devices for one LUN",
                    "the same scenario with multipath: true, or with one portal");
        }
    }

    /**
     * Power or storage fencing for the lock manager that Pacemaker runs (reference 1.3, 1.5). That there is any, with a
     * device for every node, is the model's own judgement.
     */
    void checkFencing(Cluster cluster, Fencing fencing) {
        Platform.of(cluster.os()).ifPresent(platform -> {
            if (!platform.supports(fencing.agent())) {
                complaints.add("fence agent " + FenceAgents.yamlName(fencing.agent()) + " is not supported on "
                        + cluster.os().id(), "one of " + platform.cluster().agents().stream().sorted().map(FenceAgents::yamlName)
                        .collect(Collectors.joining(", ")) + " there");
            }
        });
        if (cluster.quorumDevice().isPresent() && !Platform.of(cluster.os()).map(Platform::hasQuorumDevice).orElse(true)) {
            complaints.add("corosync of " + cluster.os().id() + " is older than 2.4 and has no quorum device",
                    "the same scenario without a quorum device, or on ubuntu-18.04");
        }
        switch (fencing.agent()) {
            case IPMILAN, REDFISH, VMWARE_REST, XVM -> power(cluster, fencing);
            case SBD -> sbd(cluster, fencing);
            case SCSI, MPATH -> complaints.unless(fencing.devices().isEmpty(),
                    "SCSI fencing has no devices but the LUN itself");
        }
    }

    private void power(Cluster cluster, Fencing fencing) {
        for (Node node : cluster.nodes()) {
            long devices = fencing.devices().stream().filter(d -> d.node().equals(node.name())).count();
            complaints.unless(devices <= 1, "a node has more than one fence device");
        }
        Set<String> names = new HashSet<>();
        cluster.nodes().forEach(n -> names.add(n.name()));
        complaints.unless(fencing.devices().stream().allMatch(d -> names.contains(d.node())),
                "a fence device belongs to no node of the cluster");
        boolean xvm = fencing.agent() == Fencing.Agent.XVM;
        complaints.unless(xvm || fencing.devices().stream().noneMatch(d -> d.user().isEmpty()),
                "a fence device has no user");
        if (fencing.agent() == Fencing.Agent.IPMILAN || fencing.agent() == Fencing.Agent.REDFISH) {
            complaints.unless(fencing.devices().stream().map(Fencing.Device::address).distinct().count()
                    == fencing.devices().size(), "two nodes have the same management board");
        }
        if (xvm) {
            complaints.unless(fencing.devices().stream().map(Fencing.Device::password).distinct().count() <= 1,
                    "fence_xvm has one key for all nodes; the devices name several");
            complaints.unless(fencing.devices().stream().allMatch(d -> isMulticast(d.address())),
                    "fence_xvm: the address is the multicast address of fence_virtd, such as 225.0.0.12");
        }
    }

    private static boolean isMulticast(String address) {
        return address.matches("2(2[4-9]|3[0-9])(\\.(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])){3}");
    }

    private void sbd(Cluster cluster, Fencing fencing) {
        complaints.unless(fencing.devices().isEmpty(), "SBD without disk has no devices");
        if (cluster.nodes().size() == 2 && cluster.quorumDevice().isEmpty()) {
            complaints.add("SBD without disk needs a real majority: two nodes alone have none",
                    "the same scenario with a quorum device or a third node");
        }
    }
}
