// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

/** System inodes that operations lock. */
public enum SystemInode {
    /** inode_alloc of this node's slot. */
    INODE_ALLOC,
    /** inode_alloc of the slot that created FILE. */
    CREATORS_INODE_ALLOC,
    /** extent_alloc of this node's slot, used for blocks of attributes; only if inodes have security labels. */
    EXTENT_ALLOC,
    /** extent_alloc of the slot that created FILE. */
    CREATORS_EXTENT_ALLOC,
    /** orphan_dir of this node's slot. */
    ORPHAN_DIR,
    /** The volume's free space. */
    GLOBAL_BITMAP
}
