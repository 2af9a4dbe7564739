// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import org.quorate.cluster.host.Lun;

/** How a file of a size lies on the device (kernel reference 4.1), reckoned in 4 KiB blocks. Immutable. */
final class FileShape {

    /** Data up to this lies in the inode's block (gfs2_max_stuffed_size at 4 KiB). */
    static final int STUFFED_BYTES = 3864;
    /** Block pointers in an inode, and in an indirect block. */
    static final int IN_INODE = 483;
    static final int IN_INDIRECT = 509;

    boolean stuffed(long bytes) {
        return bytes <= STUFFED_BYTES;
    }

    /** Data blocks outside the inode. */
    long dataBlocks(long bytes) {
        return stuffed(bytes) ? 0 : (bytes + Lun.BLOCK_BYTES - 1) / Lun.BLOCK_BYTES;
    }

    /** Indirect blocks. */
    long indirectBlocks(long bytes) {
        long level = dataBlocks(bytes);
        long sum = 0;
        while (level > IN_INODE) {
            level = (level + IN_INDIRECT - 1) / IN_INDIRECT;
            sum += level;
        }
        return sum;
    }

    /** All blocks but the inode. */
    long blocks(long bytes) {
        return dataBlocks(bytes) + indirectBlocks(bytes);
    }
}
