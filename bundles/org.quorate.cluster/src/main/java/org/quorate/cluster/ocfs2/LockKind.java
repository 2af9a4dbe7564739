// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

/** Kinds of OCFS2 lock resources that are simulated (kernel reference 1.3); the number travels in messages. */
public enum LockKind {
    /** The "inode lock": metadata and data of an inode. Carries a lock value block. */
    META,
    RW,
    OPEN,
    DENTRY,
    FLOCK,
    RENAME,
    NFS_SYNC,
    /** Taken for the scan of all orphan directories; its lock value block says who was the last. */
    ORPHAN_SCAN
}
