// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.quorate.model.Application;
import org.quorate.model.Cluster;
import org.quorate.model.Fencing;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Lun;
import org.quorate.model.Node;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Scenario;
import org.quorate.model.Wwid;
import org.quorate.model.preset.DiskPatience;
import org.quorate.provision.plan.Checksums;
import org.quorate.provision.platform.Platform;
import org.quorate.provision.platform.Stack;

/**
 * A scenario that passed all rules, with what follows from it: the one source of values for every file. Immutable,
 * thread-safe.
 *
 * @param scenario the scenario
 * @param spec     the contender to set up
 * @param platform its operating system
 * @param wwid     of the LUN
 * @param patience how long a node waits for the LUN
 */
public record Site(Scenario scenario, FileSystemSpec spec, Platform platform, Wwid wwid, DiskPatience patience) {

    public static final String LOGICAL_VOLUME = "data";

    /** Of a scenario that passed all rules, and one of its file systems. */
    public static Site of(Scenario scenario, FileSystemSpec spec) {
        return new Site(scenario, spec, Platform.of(scenario.cluster().os()).orElseThrow(),
                Wwid.parse(scenario.lun().wwid()).orElseThrow(), DiskPatience.of(spec, scenario.lun()));
    }

    public Cluster cluster() {
        return scenario.cluster();
    }

    public Lun lun() {
        return scenario.lun();
    }

    public List<Node> nodes() {
        return scenario.cluster().nodes();
    }

    /** The file system with what it stands on. */
    public Stack stack() {
        return Stack.of(spec);
    }

    public boolean isGfs2() {
        return spec instanceof Gfs2Spec;
    }

    /** Fencing that Pacemaker does; OCFS2's nodes fence themselves. */
    public Optional<Fencing.Agent> fenceAgent() {
        return stack().hasPacemaker() ? cluster().fencing().map(Fencing::agent) : Optional.empty();
    }

    public boolean hasReservationFencing() {
        return fenceAgent().filter(a -> a == Fencing.Agent.SCSI || a == Fencing.Agent.MPATH).isPresent();
    }

    public boolean hasPhp() {
        return scenario.application().flatMap(a -> a.phpSessionPath()).isPresent();
    }

    /** The directory of PHP's sessions, where there are any. */
    public String sessionPath() {
        return scenario.mountPoint() + "/" + scenario.application().flatMap(Application::phpSessionPath).orElseThrow();
    }

    /** The LUN, by its WWID only: names such as sdb differ between nodes and starts (reference 2, #8). */
    public String device() {
        return lun().multipath() ? "/dev/mapper/" + lun().name() : wwid.devicePath();
    }

    /** What the kernel must say that the device is. */
    public String deviceWwid() {
        return lun().multipath() ? "mpath-" + wwid.multipathForm() : wwid.kernelForm();
    }

    public String volumeGroup() {
        return "vg_" + lun().name();
    }

    /** What is mounted: OCFS2 lies on the LUN itself, GFS2 on a shared logical volume (reference 1.3, 1.4). */
    public String mountSource() {
        return switch (stack()) {
            case GFS2 -> "/dev/" + volumeGroup() + "/" + LOGICAL_VOLUME;
            case OCFS2_PCMK -> device();
            case OCFS2_O2CB -> "UUID=" + volumeUuid();
        };
    }

    /** Follows from cluster and LUN, so that a second run recognises the volume that the first one made. */
    public UUID volumeUuid() {
        String name = "quorate ocfs2 " + cluster().name() + " " + wwid.digits();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** TCP and UDP ports that the nodes need of each other (reference 1.1). */
    public List<String> ports() {
        if (!stack().hasPacemaker()) {
            return List.of("7777/tcp");
        }
        return List.of(platform.cluster().corosync() == 2 ? "5404:5405/udp" : "5405/udp", "21064/tcp");
    }

    /** Options of mkfs, without the device. */
    public List<String> mkfsOptions() {
        if (spec instanceof Gfs2Spec gfs2) {
            return List.of("-p", "lock_dlm", "-t", gfs2.lockTable(), "-j", String.valueOf(gfs2.journals()),
                    "-J", mib(gfs2.journal().value()), "-b", String.valueOf(gfs2.blockSize().value()),
                    "-r", mib(gfs2.resourceGroup().value()));
        }
        Ocfs2Spec ocfs2 = (Ocfs2Spec) spec;
        // Reference 3.1: 2^32 blocks or more need a journal with 64-bit block numbers.
        boolean wide = lun().size().value() / ocfs2.blockSize().value() >= 1L << 32;
        return List.of("-b", String.valueOf(ocfs2.blockSize().value()),
                "-C", String.valueOf(ocfs2.clusterSize().value()), "-N", String.valueOf(ocfs2.slots()),
                "-J", "size=" + mib(ocfs2.journal().value()) + "M" + (wide ? ",block64" : ""),
                "-L", lun().name(), "-U", volumeUuid().toString(), "-M", "cluster",
                "--cluster-stack=" + ocfs2Stack(), "--cluster-name=" + cluster().name());
    }

    /** What mkfs.ocfs2 calls the cluster stack, and writes on the volume. */
    public String ocfs2Stack() {
        return stack().hasPacemaker() ? "pcmk" : "o2cb";
    }

    /** How many nodes can mount at once: OCFS2's slots, GFS2's journals. */
    public int places() {
        return spec instanceof Gfs2Spec gfs2 ? gfs2.journals() : ((Ocfs2Spec) spec).slots();
    }

    /** Mount options of the file system itself. */
    public List<String> mountOptions() {
        List<String> options = new ArrayList<>();
        options.add(spec.accessTimes().option());
        if (spec instanceof Ocfs2Spec ocfs2) {
            if (ocfs2.barrier()) {
                options.add("barrier=1");
            }
            options.add(ocfs2.dataOrdered() ? "data=ordered" : "data=writeback");
            options.add("commit=" + ocfs2.commit().toSeconds());
        } else if (spec instanceof Gfs2Spec gfs2) {
            options.add(gfs2.dataOrdered() ? "data=ordered" : "data=writeback");
            options.add("commit=" + gfs2.commit().toSeconds());
            options.add("statfs_quantum=" + gfs2.statfsQuantum().toSeconds());
        }
        return options;
    }

    /** Seconds after which a watchdog resets a hung node: well before the others declare it dead. */
    public int watchdogSeconds() {
        return Math.min(30, DiskPatience.deadTime(spec) / 2);
    }

    /** Reservation key of a node for fence_mpath: unique in the cluster, eight hexadecimal digits. */
    public static String reservationKey(Node node) {
        return String.format("7175%04x", node.number());
    }

    /**
     * A node's reservation key for an application that does its own locking: 64 bits, 16 hexadecimal digits, not zero: the upper half is of the cluster and the LUN, so that another cluster's
     * keys are told from ours; the lower half is the node's number.
     */
    public String applicationKey(Node node) {
        String cluster = Checksums.sha256("quorate reservation " + cluster().name() + " " + wwid.digits());
        return cluster.substring(0, 8) + String.format("%08x", node.number());
    }

    private static String mib(long bytes) {
        return String.valueOf(bytes >> 20);
    }
}
