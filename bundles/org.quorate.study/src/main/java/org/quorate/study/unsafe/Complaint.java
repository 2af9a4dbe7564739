// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

/** What e2fsck or xfs_repair would complain about; in the order of e2fsck's passes. */
public enum Complaint {
    MULTIPLY_CLAIMED("Multiply-claimed blocks in inodes", "data fork claims a block that another inode has (dup extent)", "blocks"),
    DELETED_INODE("Entry has deleted/unused inode", "entry references free inode", "entries"),
    UNATTACHED("Unattached inode", "disconnected inode, would move to lost+found", "inodes"),
    REFERENCE_COUNT("Inode ref count is 1, should be more", "would have reset inode nlinks", "inodes"),
    BLOCKS_UNMARKED("Block bitmap differences: in use, not marked", "fork claims free block", "blocks"),
    BLOCKS_MARKED("Block bitmap differences: marked, not in use", "block in neither a file nor free space", "blocks"),
    INODES_UNMARKED("Inode bitmap differences: in use, not marked", "inode in use, free in the inode btree", "inodes"),
    INODES_MARKED("Inode bitmap differences: marked, not in use", "free inode, used in the inode btree", "inodes"),
    COUNTS("Free blocks or inodes count wrong for group", "counts of AGF, AGI or free-space btree differ", "counts");

    private final String e2fsck;
    private final String xfsRepair;
    private final String unit;

    Complaint(String e2fsck, String xfsRepair, String unit) {
        this.e2fsck = e2fsck;
        this.xfsRepair = xfsRepair;
        this.unit = unit;
    }

    /** In e2fsck's words, shortened (e2fsck/problem.c). */
    public String e2fsck() {
        return e2fsck;
    }

    /** In words near to those of xfs_repair (xfsprogs, repair/dinode.c, dir2.c, phase6.c and phase7.c). */
    public String xfsRepair() {
        return xfsRepair;
    }

    /** What is counted. */
    public String unit() {
        return unit;
    }
}
