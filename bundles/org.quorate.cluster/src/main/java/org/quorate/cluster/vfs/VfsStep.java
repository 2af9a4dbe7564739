// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.vfs;

import org.quorate.cluster.engine.Step;

/** Steps on cached inodes, directories and data of the frame's node. */
public enum VfsStep implements Step {
    /** Reads the block of the inode in register a, unless it is cached. */
    READ_INODE,
    /** Reads the blocks of directory DIRECTORY that a lookup (a = {@link Vfs#LOOKUP}) or a change needs, or all, unless cached. */
    READ_DIRECTORY,
    /** No other thread of this node changes the inode in register a until it is unlocked. */
    LOCK_INODE,
    UNLOCK_INODE,
    /** No other thread of this node renames between directories until it is unlocked. */
    LOCK_RENAMES,
    UNLOCK_RENAMES,
    /** The inode FILE and its dentry are in memory from now on. */
    ATTACH,
    /** FILE becomes a new, empty file of SET, or comes to be if it was only a name; known on this node. */
    MAKE_FILE,
    /** OTHER becomes a new directory, known on this node. */
    MAKE_DIRECTORY,
    /** FILE lies in directory TARGET from now on. */
    MOVE_NAME,
    /** The name of FILE goes. */
    REMOVE_NAME,
    /** Reads the pages that the first BYTES bytes of FILE fill, as far as they are not cached; WORK = pages. */
    READ_DATA,
    /** Reads a page that is about to be overwritten in part and is not cached. */
    READ_PARTIAL,
    /** Overwrites the first BYTES bytes of FILE (a = 0) or appends them (a = 1): pages become dirty; WORK = pages. */
    DIRTY_DATA,
    /** Reads the pages at hand past the page cache; they are clean. */
    READ_DIRECT,
    /** Writes BYTES bytes past the page cache (a = 1: appends them); cached pages, which are clean, go. */
    WRITE_DIRECT,
    /** WORK = pages that BYTES bytes of FILE touch, WORK2 = those after the first. */
    COUNT_PAGES,
    /** FILE has no bytes any more. */
    TRUNCATE,
    /** No dentry leads to FILE any more; it is still in memory. */
    UNHASH,
    /** The node forgets FILE: pages, inode, dentry. */
    FORGET,
    /** The node forgets every inode and page that is clean and not open (drop_caches). */
    FORGET_CLEAN,
    /** The file is open on this node. */
    OPEN,
    /** It is closed. */
    CLOSE
}
