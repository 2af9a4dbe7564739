// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.rule;

import java.time.Duration;
import org.quorate.model.Bytes;
import org.quorate.model.Cluster;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.LocalSpec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;

/**
 * The limits of mkfs and of the cluster stacks: what the tools refuse late, and what they accept silently. Limits:
 * provisioning reference 1.2, 1.3 and 3. Thread-safe.
 */
final class FormatRules {

    private static final long MIB = 1L << 20;
    private static final long MOST_CLUSTERS = (1L << 32) - 1; // reference 3.1: mkfs crashes or wraps above
    private static final long LEAST_JOURNAL_CLUSTERS = 9; // kernel reference 4.2; mkfs.ocfs2 1.8.7 refuses 8, measured
    /** What OCFS2 needs beside its journals: 6 to 13 MiB by cluster size with mkfs.ocfs2 1.8.7, measured; with room for files. */
    private static final long OCFS2_METADATA = 16 * MIB;
    private static final long EXTENT = 4 * MIB; // of LVM, which keeps its own metadata in the first MiB
    private static final int GFS2_MOST_NODES = 16; // reference 1.3: Red Hat's limit
    private static final int MOST_NODES = 32; // SUSE's limit, for OCFS2 too (doc-sleha xml/ha_ocfs2.xml of SLE HA 15)
    private static final Duration LEAST_IDLE = Duration.ofMillis(5000); // o2cb init script, MIN_IDLE_TIMEOUT_MS
    private static final Duration MOST_IDLE = Duration.ofHours(1); // our own choice: a connection idle for longer is a wrong unit
    private static final int LEAST_THRESHOLD = 7; // o2cb init script, MIN_HEARTBEAT_THRESHOLD
    private static final Duration LEAST_TOKEN = Duration.ofMillis(1000); // corosync 2's default
    private static final Duration MOST_TOKEN = Duration.ofMillis(60_000); // our own choice: five digits, which the check of the file wants
    private static final int MOST_SECONDS = 3600; // our own choice for intervals of mount options: what waits longer is not written

    private final Complaints complaints;

    FormatRules(Complaints complaints) {
        this.complaints = complaints;
    }

    void checkLocal(LocalSpec spec) {
        complaints.add((spec.kind() == LocalSpec.Kind.EXT4 ? "ext4" : "XFS")
                + " is a file system of one node: the baseline of a comparison, not a design with scripts",
                "OCFS2 with o2cb, or GFS2 with fencing");
    }

    void checkOcfs2(Ocfs2Spec spec, Scenario scenario) {
        long size = scenario.lun().size().value();
        if (spec.stack() == Ocfs2Spec.Stack.LOCAL) {
            complaints.add("OCFS2 with stack local is a file system of one node, which no script shares",
                    "the same scenario with stack " + (scenario.cluster().os() == OsRelease.SLES_15 ? "pcmk" : "o2cb"));
        }
        powerOfTwo("OCFS2 block size", spec.blockSize(), 512, 4096);
        powerOfTwo("OCFS2 cluster size", spec.clusterSize(), 4096, MIB);
        between("OCFS2 slots", spec.slots(), 1, 255);
        between("OCFS2 journal (MiB)", wholeMib("OCFS2 journal", spec.journal()), 4, 2048);
        complaints.unless(spec.slots() >= scenario.cluster().nodes().size(),
                "OCFS2 has fewer slots than the cluster has nodes: the last one could not mount");
        // A cluster size of 0 has its reason above.
        complaints.unless(spec.clusterSize().equals(Bytes.ZERO) || size / spec.clusterSize().value() <= MOST_CLUSTERS,
                "the OCFS2 cluster size is too small for this LUN: mkfs would crash or make a smaller volume silently");
        complaints.unless(spec.journal().value() / LEAST_JOURNAL_CLUSTERS >= spec.clusterSize().value(),
                "the OCFS2 journal must have nine clusters or more: mkfs refuses less");
        // Reference 3.1: mkfs's own dry run does not see this.
        complaints.unless((double) spec.slots() * spec.journal().value() <= size * 0.8,
                "the journals of OCFS2 take more than 80 % of the LUN");
        // In floating point as above: the product of a journal that is refused already may be beyond a long.
        complaints.unless(size - (double) spec.slots() * spec.journal().value() >= OCFS2_METADATA,
                "OCFS2's journals leave less than 16 MiB of the LUN for everything else");
        between("OCFS2 heartbeat threshold (o2cb refuses less)", spec.heartbeatThreshold(), LEAST_THRESHOLD,
                Ocfs2Spec.MOST_HEARTBEAT_THRESHOLD);
        complaints.unless(spec.idleTimeout().compareTo(LEAST_IDLE) >= 0 && spec.idleTimeout().compareTo(MOST_IDLE) <= 0,
                "OCFS2 idle timeout (o2cb refuses less) must be " + LEAST_IDLE.toMillis() + " to " + MOST_IDLE.toMillis() + " ms");
        commit(spec.commit());
    }

    /** What corosync and Pacemaker need. */
    void checkCluster(Cluster cluster) {
        complaints.unless(cluster.nodes().size() <= MOST_NODES,
                "a cluster under Pacemaker is supported to " + MOST_NODES + " nodes");
        complaints.unless(cluster.token().compareTo(LEAST_TOKEN) >= 0 && cluster.token().compareTo(MOST_TOKEN) <= 0,
                "the corosync token must be 1 s to 60 s: corosync itself accepts 10 ms and then never settles");
    }

    void checkGfs2(Gfs2Spec spec, Scenario scenario) {
        Cluster cluster = scenario.cluster();
        if (spec.protocol() != Gfs2Spec.Protocol.LOCK_DLM) {
            complaints.add("GFS2 with lock_nolock is a file system of one node, which no script shares",
                    "the same scenario with protocol lock_dlm");
        }
        powerOfTwo("GFS2 block size", spec.blockSize(), 512, 4096);
        between("GFS2 resource group (MiB)", wholeMib("GFS2 resource group", spec.resourceGroup()), 32, 2048);
        between("GFS2 journal (MiB)", wholeMib("GFS2 journal", spec.journal()), 8, 1024);
        between("GFS2 journals", spec.journals(), 1, 255);
        complaints.unless(spec.journals() >= cluster.nodes().size(),
                "GFS2 has fewer journals than the cluster has nodes: the last one could not mount");
        complaints.unless(spec.lockTable().matches("[A-Za-z][A-Za-z0-9]{0,15}:[A-Za-z0-9_-]{1,16}"),
                "the GFS2 lock table must be cluster:filesystem, each at most 16 characters");
        complaints.unless(spec.lockTable().startsWith(cluster.name() + ":"),
                "the GFS2 lock table must begin with the cluster's name: otherwise every mount is refused");
        complaints.unless(cluster.nodes().size() <= GFS2_MOST_NODES,
                "GFS2 is supported to " + GFS2_MOST_NODES + " nodes");
        long volume = gfs2Volume(scenario.lun().size().value());
        // mkfs.gfs2 3.5.0: "Maximum size for N journals on this device", half of it, measured.
        complaints.unless((double) spec.journals() * spec.journal().value() <= volume / 2.0,
                "the journals of GFS2 take more than half of the logical volume: mkfs refuses that");
        if (!spec.barrier()) {
            complaints.add("GFS2 without barriers loses what was acknowledged when the array loses power",
                    "the same scenario with barrier: true");
        }
        if (!spec.logicalVolume()) {
            complaints.add("exports put GFS2 on a logical volume, which the cluster activates and which can grow",
                    "the same scenario with logicalVolume: true");
        }
        commit(spec.commit());
        complaints.unless(spec.statfsQuantum().getNano() == 0 && spec.statfsQuantum().toSeconds() >= 0
                && spec.statfsQuantum().toSeconds() <= MOST_SECONDS, "the statistics interval must be whole seconds, 0 to " + MOST_SECONDS);
    }

    /** Bytes of the logical volume that takes all of a LUN. */
    static long gfs2Volume(long lun) {
        return Math.max(0, (lun - MIB) / EXTENT * EXTENT);
    }

    private void powerOfTwo(String what, Bytes value, long least, long most) {
        complaints.unless(value.value() >= least && value.value() <= most && Long.bitCount(value.value()) == 1,
                what + " must be a power of two from " + least + " to " + most + " bytes");
    }

    private void between(String what, long value, long least, long most) {
        complaints.unless(value >= least && value <= most, what + " must be " + least + " to " + most);
    }

    private long wholeMib(String what, Bytes value) {
        complaints.unless(value.value() % MIB == 0, what + " must be whole MiB");
        return value.value() / MIB;
    }

    private void commit(Duration commit) {
        complaints.unless(commit.getNano() == 0 && commit.toSeconds() >= 1 && commit.toSeconds() <= MOST_SECONDS,
                "the commit interval must be whole seconds, 1 to " + MOST_SECONDS);
    }
}
