// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.List;
import org.quorate.model.LocalSpec;
import org.quorate.model.Scenario;

/** XFS as mkfs.xfs makes it: 4 KiB blocks, four allocation groups or more, version 5. */
final class XfsFormat implements DiskFormat {

    /** mkfs.xfs(8): four, of 1 TiB at most. */
    private static final int GROUPS = 4;
    private static final long MOST_GROUP_BLOCKS = 1L << 28;
    /** Inodes of 512 bytes: in a block, in a buffer, recorded by one block of the inode btree (252 records of 64). */
    private static final int INODES_IN_BLOCK = 8;
    private static final int INODES_IN_BUFFER = 32;
    private static final long INODES_IN_LEAF = 252 * 64;
    /** Leaves of the inode btree of a group that are told apart. */
    static final long LEAVES = 1L << 24;
    /** Bytes of a directory block after its header, and of an entry without its name (fs/xfs/libxfs/xfs_da_format.h). */
    private static final int ENTRY_BYTES_IN_BLOCK = 4096 - 64;
    private static final int ENTRY_HEADER = 12;
    /** mkfs.xfs(8): the log of a file system of some hundred GiB is a 2048th of it. */
    private static final long SHARE_OF_LOG = 2048;
    private static final int LEAST_LOG_BLOCKS = 64 << 20 >> 12;
    /** Bytes of a changed buffer, and of a changed inode, in the log (as org.quorate.cluster.local.XfsLog has them, of the lab). */
    private static final int LOGGED_BUFFER = 180;
    private static final int LOGGED_INODE = 260;
    /** xfs_syncd_centisecs, Documentation/admin-guide/xfs.rst. */
    private static final long WORKER_NANOS = 30_000_000_000L;

    private final long groupBlocks;
    private final int logBlocks;

    XfsFormat(InitialFiles files, Scenario scenario) {
        long blocks = scenario.lun().size().value() / InitialFiles.BLOCK_BYTES;
        long needed = 1;
        for (int region = 0; region < files.regions(); region++) {
            needed = Math.max(needed, 2 * Math.max(files.blocksIn(region), files.inodesIn(region) / INODES_IN_BLOCK));
        }
        groupBlocks = Math.max(Math.min(MOST_GROUP_BLOCKS, blocks / GROUPS), needed);
        logBlocks = (int) Math.min(1 << 18, Math.max(LEAST_LOG_BLOCKS, blocks / SHARE_OF_LOG));
    }

    /** Allocation groups of a LUN. */
    static int groups(Scenario scenario) {
        long blocks = scenario.lun().size().value() / InitialFiles.BLOCK_BYTES;
        return (int) Math.max(GROUPS, Math.min(1024, blocks / MOST_GROUP_BLOCKS));
    }

    @Override
    public LocalSpec.Kind kind() {
        return LocalSpec.Kind.XFS;
    }

    @Override
    public long firstInode(int region) {
        return region * groupBlocks * INODES_IN_BLOCK;
    }

    @Override
    public long firstBlock(int region) {
        return region * groupBlocks;
    }

    private long group(long block) {
        return block / groupBlocks;
    }

    @Override
    public Unit unitOfInode(long inode) {
        long group = group(inode / INODES_IN_BLOCK);
        long first = group * groupBlocks * INODES_IN_BLOCK;
        long leaf = (inode - first) / INODES_IN_LEAF;
        return new Unit(new BlockId(BlockKind.INODE_TREE, group * LEAVES + leaf), new Extent(first + leaf * INODES_IN_LEAF, INODES_IN_LEAF));
    }

    /** While free space lies together, one block of the btree records all of a group's. */
    @Override
    public Unit unitOfBlock(long block) {
        long group = group(block);
        return new Unit(new BlockId(BlockKind.FREE_SPACE_TREE, 2 * group), new Extent(group * groupBlocks, groupBlocks));
    }

    @Override
    public List<BlockId> countsOfInode(long inode) {
        return List.of(new BlockId(BlockKind.AGI, group(inode / INODES_IN_BLOCK)));
    }

    /** The AGF, and the second btree, which is sorted by length. */
    @Override
    public List<BlockId> countsOfBlock(long block) {
        return List.of(new BlockId(BlockKind.AGF, group(block)), new BlockId(BlockKind.FREE_SPACE_TREE, 2 * group(block) + 1));
    }

    @Override
    public BlockId tableOf(long inode) {
        return new BlockId(BlockKind.INODE_CHUNK, inode / INODES_IN_BUFFER);
    }

    /** In the first block with room, as a rule the last (fs/xfs/libxfs/xfs_dir2_node.c). */
    @Override
    public int entryBlock(long names, int file, int nameLength) {
        int entry = (ENTRY_HEADER + nameLength + 7) / 8 * 8;
        return (int) (names / (ENTRY_BYTES_IN_BLOCK / entry));
    }

    @Override
    public int logBlocks() {
        return logBlocks;
    }

    /** Changed parts only, behind a header of a sector. */
    @Override
    public int logLength(int blocks, int changedInodes) {
        return 1 + (LOGGED_BUFFER * blocks + LOGGED_INODE * changedInodes) / InitialFiles.BLOCK_BYTES;
    }

    /** fs/xfs/xfs_log.c:xfs_log_worker. */
    @Override
    public long commitNanos() {
        return WORKER_NANOS;
    }

    /** The superblock's counts are lazy: written when the file system is unmounted (fs/xfs/xfs_mount.c:xfs_log_sbcount). */
    @Override
    public boolean mountMarks() {
        return false;
    }

    /** fs/xfs/xfs_log_recover.c:xlog_find_tail. */
    @Override
    public boolean logRestarts() {
        return false;
    }

    /** The worker pushes everything after it has forced the log (xfs_ail_push_all). */
    @Override
    public boolean writesWhatIsPinned() {
        return true;
    }
}
