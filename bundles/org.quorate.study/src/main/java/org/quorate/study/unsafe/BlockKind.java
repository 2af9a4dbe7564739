// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

/** What a block of the shared device holds. */
public enum BlockKind {
    SUPERBLOCK("superblock"),
    /** ext4: free counts of the groups, 64 to a block (Documentation/filesystems/ext4/group_descr.rst). */
    GROUP_DESCRIPTORS("group descriptors"),
    BLOCK_BITMAP("block bitmap"),
    INODE_BITMAP("inode bitmap"),
    INODE_TABLE("inode table"),
    DIRECTORY("directory block"),
    /** XFS: header of the free space of an allocation group. */
    AGF("AGF"),
    /** XFS: header of the inodes of an allocation group. */
    AGI("AGI"),
    FREE_SPACE_TREE("free-space btree"),
    INODE_TREE("inode btree"),
    /** XFS: a buffer of 32 inodes. */
    INODE_CHUNK("inode chunk"),
    /** The journal of ext4, the log of XFS. */
    LOG("log"),
    DATA("data block");

    private final String title;

    BlockKind(String title) {
        this.title = title;
    }

    /** In words. */
    public String title() {
        return title;
    }
}
