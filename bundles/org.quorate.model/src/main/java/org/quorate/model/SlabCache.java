// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

/**
 * Kernel objects that are counted. {@code lock} objects make up lock memory; the others are shown beside it (design
 * section 3).
 */
public enum SlabCache {
    GFS2_GLOCK("gfs2_glock", true),
    GFS2_GLOCK_ASPACE("gfs2_glock(aspace)", true),
    DLM_LKB("dlm_lkb", true),
    DLM_RSB("dlm_rsb", true),
    /** Lock value block of fs/dlm for GFS2. */
    DLM_LVB("kmalloc-32", true),
    /** Lock value block of fs/dlm for OCFS2. */
    DLM_LVB_64("kmalloc-64", true),
    O2DLM_LOCKRES("o2dlm_lockres", true),
    O2DLM_LOCK("o2dlm_lock", true),
    O2DLM_LOCKNAME("o2dlm_lockname", true),
    /** dlm_lockstatus of a remote lock on its master. */
    O2DLM_LOCKSTATUS("kmalloc-96", true),
    OCFS2_DENTRY_LOCK("kmalloc-512", true),
    OCFS2_INODE("ocfs2_inode_cache", false),
    GFS2_INODE("gfs2_inode", false),
    EXT4_INODE("ext4_inode_cache", false),
    DENTRY("dentry", false);

    private final String slabName;
    private final boolean lock;

    SlabCache(String slabName, boolean lock) {
        this.slabName = slabName;
        this.lock = lock;
    }

    /** Name in /proc/slabinfo. */
    public String slabName() {
        return slabName;
    }

    public boolean lock() {
        return lock;
    }

    /** Its objects are inodes of a file system on the LUN. */
    public boolean inode() {
        return this == OCFS2_INODE || this == GFS2_INODE || this == EXT4_INODE;
    }
}
