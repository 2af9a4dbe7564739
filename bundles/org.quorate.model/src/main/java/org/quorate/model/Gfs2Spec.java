// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.time.Duration;

/**
 * GFS2. Immutable, thread-safe. Defaults follow mkfs.gfs2 (kernel reference 4.2).
 *
 * @param label     name in results
 * @param protocol  how it locks
 * @param blockSize 512 bytes to 4 KiB, a power of two
 * @param resourceGroup size of a resource group, 32 MiB to 2 GiB
 * @param journals  one a mounting node at least
 * @param journal   size of each journal, 8 MiB to 1 GiB
 * @param lockTable {@code cluster:fsname}
 * @param accessTimes mount option
 * @param securityLabels inodes are labelled, as {@link FileSystemSpec#securityLabels} says
 * @param barrier   false: mounted {@code nobarrier}
 * @param dataOrdered data=ordered (true) or data=writeback
 * @param commit    log flush period (gt_logd_secs)
 * @param statfsQuantum after so long a node adds its changes of free space to the file system's sums, 0 or more; 0: statfs() looks
 *                  into every resource group instead, and the sums follow every 30 s (mount option statfs_quantum)
 * @param logicalVolume whether it lies on a logical volume, as exports set it up, or on the LUN itself
 */
public record Gfs2Spec(String label, Protocol protocol, Bytes blockSize, Bytes resourceGroup, int journals, Bytes journal,
        String lockTable, AccessTimes accessTimes, boolean securityLabels, boolean barrier, boolean dataOrdered, Duration commit,
        Duration statfsQuantum, boolean logicalVolume)
        implements FileSystemSpec {

    /** Lock protocols ({@code mkfs.gfs2 -p}). */
    public enum Protocol {
        /** fs/dlm, under Pacemaker and corosync. */
        LOCK_DLM,
        /** None: mounted by one node alone. */
        LOCK_NOLOCK
    }
}
