// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The nodes and what joins them. Immutable, thread-safe.
 *
 * @param name   cluster name, {@code [A-Za-z][A-Za-z0-9]{0,15}}: valid for o2cb, corosync and GFS2 at once
 *               (provisioning reference, section 3.3)
 * @param os     operating system release of all nodes
 * @param kernel kernel profile by its version ("4.4", "6.1", "6.1-uml", "6.8", "6.12", or one that is interpolated)
 * @param nodes  1 to {@value #MOST_NODES} nodes, in the order of their numbers
 * @param interconnect the network between them
 * @param hardware costs of the host's own work
 * @param token  corosync token timeout
 * @param fencing power or storage fencing; absent: none is described
 * @param quorumDevice host name or address of a corosync-qnetd arbiter
 * @param waitForFencing fs/dlm recovers only after a failed node is fenced (dlm.conf enable_fencing, kernel reference 3.7); false is
 *               unsafe
 */
public record Cluster(String name, OsRelease os, String kernel, List<Node> nodes, Interconnect interconnect,
        HardwareProfile hardware, Duration token, Optional<Fencing> fencing, Optional<String> quorumDevice,
        boolean waitForFencing) {

    /** Nodes of the largest cluster. */
    public static final int MOST_NODES = 64;

    public Cluster {
        nodes = List.copyOf(nodes);
    }
}
