// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quorate.model.Cluster;
import org.quorate.model.Fencing;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.LocalSpec;
import org.quorate.model.Node;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Scenario;

/**
 * Says why a design would lose data. An unsafe design can be described and simulated, marked as such; only its export
 * is refused (design decision 11). Pure functions, thread-safe.
 */
public final class Safety {

    /**
     * One reason.
     *
     * @param rule   short name of the rule, stable, for example {@code gfs2-without-fencing}
     * @param path   the field to change, as in {@code cluster.fencing}
     * @param reason one sentence for a user, without a full stop
     */
    public record Finding(String rule, String path, String reason) {

        /** It is about reservations on the LUN that the nodes share, not about one file system. */
        public boolean ofReservations() {
            return path.startsWith("lun.reservations");
        }
    }

    /** Agents that cut the power of one node each, and so need a device for each. */
    private static final Set<Fencing.Agent> POWER = Set.of(Fencing.Agent.IPMILAN, Fencing.Agent.REDFISH,
            Fencing.Agent.VMWARE_REST, Fencing.Agent.XVM);

    private Safety() {
    }

    /** Why the scenario is unsafe with this file system; empty if nothing is known against it. */
    public static List<Finding> findings(Scenario scenario, FileSystemSpec fileSystem) {
        List<Finding> findings = new ArrayList<>();
        if (fileSystem instanceof LocalSpec local) {
            shared(scenario, local, findings);
        } else if (fileSystem instanceof Gfs2Spec) {
            fencing(scenario, "gfs2-without-fencing", "GFS2", findings);
        } else if (fileSystem instanceof Ocfs2Spec ocfs2 && ocfs2.stack() == Ocfs2Spec.Stack.PCMK) {
            fencing(scenario, "ocfs2-pcmk-without-fencing", "OCFS2 under Pacemaker", findings);
        }
        if (!(fileSystem instanceof LocalSpec)) {
            lockedOut(scenario, findings);
        }
        return List.copyOf(findings);
    }

    /**
     * What an export needs and a simulation does not: the identity of the LUN.
     *
     * @return one finding for each field that is missing; empty if scripts can be written
     */
    public static List<Finding> exportGaps(Scenario scenario) {
        List<Finding> gaps = new ArrayList<>();
        gap(scenario.lun().wwid().isEmpty(), "lun.wwid", "the LUN's WWID is not given, and scripts touch a disk only by it",
                gaps);
        gap(scenario.lun().iqn().isEmpty(), "lun.iqn", "the name of the iSCSI target is not given", gaps);
        gap(scenario.lun().portals().isEmpty(), "lun.portals", "no portal of the iSCSI target is given", gaps);
        return List.copyOf(gaps);
    }

    private static void gap(boolean missing, String path, String reason, List<Finding> gaps) {
        if (missing) {
            gaps.add(new Finding("missing-for-export", path, reason));
        }
    }

    /** Two kernels that each believe to own the journal and the caches (provisioning reference 2, number 28). */
    private static void shared(Scenario scenario, LocalSpec local, List<Finding> findings) {
        int nodes = scenario.cluster().nodes().size();
        if (local.shared() && nodes > 1) {
            int index = scenario.fileSystems().indexOf(local);
            findings.add(new Finding("local-file-system-shared", "fileSystems[" + index + "].shared",
                    (local.kind() == LocalSpec.Kind.EXT4 ? "ext4" : "XFS") + " on " + nodes
                            + " nodes at once destroys itself: it knows no other node"));
        }
    }

    /** The DLM waits for fencing; without it a cut-off node goes on writing (provisioning reference 1.3 and 2, 16-17). */
    private static void fencing(Scenario scenario, String rule, String what, List<Finding> findings) {
        Cluster cluster = scenario.cluster();
        if (cluster.nodes().size() < 2) {
            return;
        }
        Optional<Fencing> fencing = cluster.fencing();
        if (fencing.isEmpty()) {
            findings.add(new Finding(rule, "cluster.fencing", what
                    + " without fencing: a node that is cut off goes on writing, and the lock manager waits for ever"));
            return;
        }
        if (!cluster.waitForFencing()) {
            findings.add(new Finding("recovery-before-fencing", "cluster.waitForFencing", what
                    + " whose lock manager does not wait for fencing: a node that is cut off goes on writing while its journal is replayed"));
        }
        devices(cluster, fencing.get(), findings);
        reservations(scenario, fencing.get(), findings);
    }

    private static void devices(Cluster cluster, Fencing fencing, List<Finding> findings) {
        if (!POWER.contains(fencing.agent())) {
            return;
        }
        Set<String> fenced = fencing.devices().stream().map(Fencing.Device::node).collect(Collectors.toSet());
        List<String> open = cluster.nodes().stream().map(Node::name).filter(node -> !fenced.contains(node)).toList();
        if (!open.isEmpty()) {
            findings.add(new Finding("node-without-fence-device", "cluster.fencing.devices",
                    "no fence device for " + String.join(", ", open)));
        }
    }

    /** Types 1 and 3 let one initiator write (provisioning reference 2, number 22). */
    private static void lockedOut(Scenario scenario, List<Finding> findings) {
        scenario.lun().reservations().filter(reservations -> !reservations.type().isShared() && scenario.cluster().nodes().size() > 1)
                .ifPresent(reservations -> findings.add(new Finding("reservation-of-one-node", "lun.reservations.type",
                        "a reservation of type " + reservations.type().code() + " locks out all nodes but one")));
    }

    /** A reservation on one path does not bind the others (provisioning reference 1.5). */
    private static void reservations(Scenario scenario, Fencing fencing, List<Finding> findings) {
        boolean multipath = scenario.lun().multipath();
        boolean byReservation = fencing.agent() == Fencing.Agent.SCSI || fencing.agent() == Fencing.Agent.MPATH;
        if (byReservation && scenario.lun().reservations().isPresent()) {
            findings.add(new Finding("reservations-of-two-users", "lun.reservations",
                    "the fence agent and the application would use the same reservation of the LUN, and take each other's keys away"));
        }
        if (fencing.agent() == Fencing.Agent.SCSI && multipath) {
            findings.add(new Finding("fence-scsi-with-multipath", "cluster.fencing.agent",
                    "fence_scsi registers one path, but the LUN has several: use mpath"));
        }
        if (fencing.agent() == Fencing.Agent.MPATH && !multipath) {
            findings.add(new Finding("fence-mpath-without-multipath", "cluster.fencing.agent",
                    "fence_mpath needs a multipath device: use scsi"));
        }
    }
}
