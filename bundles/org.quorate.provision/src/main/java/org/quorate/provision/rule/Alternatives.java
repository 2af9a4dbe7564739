// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.rule;

import java.time.Duration;
import java.util.List;
import org.quorate.model.Cluster;
import org.quorate.provision.platform.Platform;

/**
 * When neither OCFS2 nor GFS2 is right (provisioning reference, section 7): nothing is exported, and not a starting set of
 * something else that nobody has simulated or checked either; but what to read is said. Pure functions, thread-safe.
 */
final class Alternatives {

    /** Reference 7 (1). */
    private static final Duration MOST_ROUND_TRIP = Duration.ofMillis(2);
    /** Reference 7 (4): of any vendor (SUSE); Red Hat's is 16. */
    private static final int MOST_NODES = 32;

    /** Titles as their publishers write them. */
    static final List<String> READING = List.of(
            "one NFS server at a time on this LUN (many readers, no sharing of the disk itself): Red Hat, \"Configuring and managing high"
                    + " availability clusters\", chapter on an active/passive NFS server; SUSE, \"Highly Available NFS Storage with DRBD and"
                    + " Pacemaker\"",
            "CephFS (three or more machines with disks of their own, many nodes, several sites): Ceph documentation, \"Ceph File System\" and"
                    + " \"Cephadm\", docs.ceph.com",
            "GlusterFS only where it is in use already (Red Hat Gluster Storage ended with 2024): Gluster documentation, \"Administration"
                    + " Guide\", docs.gluster.org");

    private Alternatives() {
    }

    /** Adds why neither file system is right for a cluster, if so. */
    static void check(Cluster cluster, Complaints complaints) {
        Duration roundTrip = cluster.interconnect().roundTrip();
        if (roundTrip.compareTo(MOST_ROUND_TRIP) > 0) {
            complaints.addNeither("the nodes are too far apart for OCFS2 and GFS2: a round trip takes " + roundTrip.toNanos() / 1000
                    + " us, at most " + MOST_ROUND_TRIP.toMillis() + " ms is advised");
        }
        if (cluster.nodes().size() > MOST_NODES) {
            complaints.addNeither("no vendor supports OCFS2 or GFS2 on more than " + MOST_NODES + " nodes");
        }
        if (Platform.of(cluster.os()).isEmpty()) {
            complaints.addNeither(cluster.os().id() + " has neither OCFS2 nor GFS2");
        }
    }
}
