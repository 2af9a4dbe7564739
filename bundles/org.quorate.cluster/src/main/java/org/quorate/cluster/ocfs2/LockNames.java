// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.LongMap;
import org.quorate.cluster.host.NameSpace;
import org.quorate.cluster.vfs.Extents;

/**
 * What OCFS2's lock resources are named after (fs/ocfs2/dlmglue.c: ocfs2_build_lock_name and its callers): META and OPEN after the
 * inode's block alone, so that an inode in the block of a removed one finds their resources if they have not aged yet; RW and FLOCK
 * after block and generation, which no other inode has; DENTRY after the blocks of directory and inode. Not thread-safe.
 */
final class LockNames {

    /** Names of removed inodes begin here: somebody who comes too late must not meet the block's next inode. */
    private static final int REMOVED = 1 << 30;

    private final NameSpace names;
    private final Extents extents;
    private final LongMap pairs = new LongMap();

    LockNames(NameSpace names, Extents extents) {
        this.names = names;
        this.extents = extents;
    }

    /** The number that stands for the object of a lock; not negative, unique for each kind. */
    int object(LockKind kind, int inode) {
        return switch (kind) {
            case META, OPEN -> names.gone(inode) ? REMOVED + inode : block(inode);
            case DENTRY -> pair(names.parentOfInode(inode), inode);
            case RW, FLOCK, RENAME, NFS_SYNC, ORPHAN_SCAN -> inode;
        };
    }

    private int block(int inode) {
        int row = names.row(inode);
        return extents.inodeNumber(names, row);
    }

    private int pair(int directory, int inode) {
        long key = (long) (directory < 0 ? 0 : block(directory) + 1) << 32 | block(inode);
        int number = pairs.get(key);
        if (number < 0) {
            number = pairs.size();
            pairs.put(key, number);
        }
        return number;
    }
}
