// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import java.util.Arrays;
import java.util.List;

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
    ORPHAN_SCAN;

    /** Names by number, for results. */
    static final List<String> NAMES = Arrays.stream(values()).map(Enum::name).toList();
    /** Modes as locking_state means them, by their number and 1; IV: no lock of the lock manager (include/uapi/linux/dlmconstants.h). */
    static final List<String> MODES = List.of("IV", "NL", "CW", "PR", "EX");

    /** Its lock resource is a part of the inode in memory (struct ocfs2_inode_info). */
    boolean embedded() {
        return this == META || this == RW || this == OPEN;
    }

    /** A mounted file system has one, used or not (dlmglue.c:ocfs2_dlm_init). */
    boolean ofMount() {
        return this == RENAME || this == NFS_SYNC || this == ORPHAN_SCAN;
    }
}
