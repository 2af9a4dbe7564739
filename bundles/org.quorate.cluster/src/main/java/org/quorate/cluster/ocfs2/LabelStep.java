// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.Step;

/** Steps of security labels. */
enum LabelStep implements Step {
    /** Reads the block of attributes of the inode in register a, if it has one (a directory) that is not cached. */
    READ_ATTRIBUTES,
    /** The security module knows the label of the inode in register a. */
    KNOW_LABEL,
    /** A block of attributes for directory FILE: the block, extent_alloc and its group descriptor; LOOP = 3 blocks. */
    DIRTY_ATTRIBUTES,
    /** The block of attributes of directory FILE is free: extent_alloc of its creator, group descriptor; LOOP = 2 blocks. */
    FREE_ATTRIBUTES
}
