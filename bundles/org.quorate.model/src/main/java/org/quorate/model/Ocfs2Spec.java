// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.time.Duration;

/**
 * OCFS2. Immutable, thread-safe. Defaults follow mkfs.ocfs2 (kernel reference 4.2) and the o2cb tools (3.7).
 *
 * @param label     name in results
 * @param stack     lock manager
 * @param blockSize 512 bytes to 4 KiB, a power of two
 * @param clusterSize 4 KiB to 1 MiB, a power of two
 * @param slots     node slots, 1 to 255
 * @param journal   size of each slot's journal
 * @param heartbeatThreshold O2CB_HEARTBEAT_THRESHOLD, 7 and up; dead after (threshold-1)*2 s
 * @param idleTimeout O2CB_IDLE_TIMEOUT_MS, 5 s and up
 * @param accessTimes mount option
 * @param securityLabels inodes are labelled, as {@link FileSystemSpec#securityLabels} says
 * @param barrier   mount option; OCFS2 mounts with barriers <em>off</em> (measured, lab README)
 * @param dataOrdered data=ordered (true) or data=writeback
 * @param commit    jbd2 commit interval
 */
public record Ocfs2Spec(String label, Stack stack, Bytes blockSize, Bytes clusterSize, int slots, Bytes journal,
        int heartbeatThreshold, Duration idleTimeout, AccessTimes accessTimes, boolean securityLabels, boolean barrier, boolean dataOrdered,
        Duration commit) implements FileSystemSpec {

    /** Largest threshold that a scenario may have: 33 minutes until a node is dead. */
    public static final int MOST_HEARTBEAT_THRESHOLD = 1000;

    /** What manages members and locks. */
    public enum Stack {
        /** OCFS2's own: o2dlm, and a heartbeat on the disk. */
        O2CB,
        /** Pacemaker and corosync, with fs/dlm. */
        PCMK,
        /** None: mounted by one node alone ({@code mkfs.ocfs2 -M local}). */
        LOCAL
    }
}
