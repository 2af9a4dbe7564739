// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.LongMap;
import org.quorate.cluster.host.NameSpace;
import org.quorate.cluster.host.PlainNames;
import org.quorate.cluster.result.LockName;
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

    /** What people call a lock, and what it is called in locking_state (ocfs2_build_lock_name; a number of the inode's generation is left out). */
    LockName plain(LockKind kind, int inode, PlainNames plain) {
        String of = plain.of(inode);
        String block = "%016x".formatted(names.inodeAddressOf(inode));
        return switch (kind) {
            case META -> new LockName(plain.isFile(inode) ? "inode of " + of : of, "META M000000" + block);
            case RW -> new LockName("data of " + of, "RW W000000" + block);
            case OPEN -> new LockName("open lock of " + of, "OPEN O000000" + block);
            case DENTRY -> new LockName("name of " + of, "DENTRY N" + block);
            case FLOCK -> new LockName("flock of " + of, "FLOCK F000000" + block);
            case RENAME -> new LockName("renames between directories", "RENAME R000000");
            case NFS_SYNC -> new LockName("inodes that NFS looks up", "NFS_SYNC Y000000");
            case ORPHAN_SCAN -> new LockName("scan of the orphan directories", "ORPHAN_SCAN P000000");
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
