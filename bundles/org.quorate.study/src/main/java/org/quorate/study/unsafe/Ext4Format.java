// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.List;
import org.quorate.model.LocalSpec;

/** ext4 as mke2fs makes it: 4 KiB blocks, flexible groups of 16, directory index. */
final class Ext4Format implements DiskFormat {

    /** Blocks that one bitmap of 4 KiB has bits for (Documentation/filesystems/ext4/blockgroup.rst). */
    private static final long GROUP_BLOCKS = 32768;
    /** Inodes of a group: one for 16 KiB (mke2fs.conf(5), inode_ratio). */
    private static final long GROUP_INODES = 8192;
    /** Groups of a flexible group (mke2fs.conf(5), flex_bg_size). */
    private static final long FLEX_GROUPS = 16;
    /** Inodes of 256 bytes in a block. */
    private static final int INODES_IN_BLOCK = 16;
    /** Descriptors of 64 bytes in a block (feature 64bit). */
    private static final int DESCRIPTORS_IN_BLOCK = 64;
    /** Bytes of a directory block before its checksum, and of an entry without its name (fs/ext4/ext4.h:ext4_dir_entry_2). */
    private static final int ENTRY_BYTES_IN_BLOCK = 4096 - 12;
    private static final int ENTRY_HEADER = 8;
    /** Share of a leaf that is full: split in halves, leaves are between half full and full. */
    private static final double LEAF_FILL = 0.75;
    /** mke2fs(8): 1 GiB at most. */
    private static final int LOG_BLOCKS = 1 << 18;
    /** Blocks that one descriptor names (kernel reference 3.5: 16-byte tags). */
    private static final int BLOCKS_IN_DESCRIPTOR = 254;

    private final long[] flex;
    private final long commitNanos;

    /**
     * Makes room for the initial files.
     *
     * @param commitNanos mount option commit
     */
    Ext4Format(InitialFiles files, long commitNanos) {
        this.commitNanos = commitNanos;
        flex = new long[files.regions()];
        long next = 0;
        for (int region = 0; region < flex.length; region++) {
            flex[region] = next;
            long forInodes = (files.inodesIn(region) + GROUP_INODES * FLEX_GROUPS) / (GROUP_INODES * FLEX_GROUPS);
            long forBlocks = (files.blocksIn(region) + GROUP_BLOCKS * FLEX_GROUPS) / (GROUP_BLOCKS * FLEX_GROUPS);
            next += Math.max(forInodes, forBlocks);
        }
    }

    @Override
    public LocalSpec.Kind kind() {
        return LocalSpec.Kind.EXT4;
    }

    @Override
    public long firstInode(int region) {
        return flex[region] * FLEX_GROUPS * GROUP_INODES;
    }

    /** Data of files begins in the second group of its flexible group (fs/ext4/inode.c:ext4_inode_to_goal_block). */
    @Override
    public long firstBlock(int region) {
        return (flex[region] * FLEX_GROUPS + 1) * GROUP_BLOCKS;
    }

    @Override
    public Unit unitOfInode(long inode) {
        long group = inode / GROUP_INODES;
        return new Unit(new BlockId(BlockKind.INODE_BITMAP, group), new Extent(group * GROUP_INODES, GROUP_INODES));
    }

    @Override
    public Unit unitOfBlock(long block) {
        long group = block / GROUP_BLOCKS;
        return new Unit(new BlockId(BlockKind.BLOCK_BITMAP, group), new Extent(group * GROUP_BLOCKS, GROUP_BLOCKS));
    }

    @Override
    public List<BlockId> countsOfInode(long inode) {
        return List.of(new BlockId(BlockKind.GROUP_DESCRIPTORS, inode / GROUP_INODES / DESCRIPTORS_IN_BLOCK));
    }

    @Override
    public List<BlockId> countsOfBlock(long block) {
        return List.of(new BlockId(BlockKind.GROUP_DESCRIPTORS, block / GROUP_BLOCKS / DESCRIPTORS_IN_BLOCK));
    }

    @Override
    public BlockId tableOf(long inode) {
        return new BlockId(BlockKind.INODE_TABLE, inode / INODES_IN_BLOCK);
    }

    /** By the hash of the name (fs/ext4/namei.c:ext4_dx_add_entry). */
    @Override
    public int entryBlock(long names, int file, int nameLength) {
        int entry = (ENTRY_HEADER + nameLength + 3) / 4 * 4;
        int leaves = (int) Math.ceil((names + 1) / (ENTRY_BYTES_IN_BLOCK / entry * LEAF_FILL));
        return Math.floorMod(file * 0x9E37_79B1 >>> 8, leaves);
    }

    @Override
    public int logBlocks() {
        return LOG_BLOCKS;
    }

    /** Descriptors, whole blocks, a commit block. */
    @Override
    public int logLength(int blocks, int changedInodes) {
        return blocks + (blocks + BLOCKS_IN_DESCRIPTOR - 1) / BLOCKS_IN_DESCRIPTOR + 1;
    }

    @Override
    public long commitNanos() {
        return commitNanos;
    }

    /** fs/ext4/super.c:ext4_setup_super: mount count and time, the valid flag, needs_recovery. */
    @Override
    public boolean mountMarks() {
        return true;
    }

    /** fs/jbd2/journal.c:journal_reset. */
    @Override
    public boolean logRestarts() {
        return true;
    }

    /** A buffer of the running transaction is not dirty for the flusher (fs/jbd2/transaction.c:do_get_write_access). */
    @Override
    public boolean writesWhatIsPinned() {
        return false;
    }
}
