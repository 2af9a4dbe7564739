// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import org.quorate.model.LocalSpec;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.SizeDistribution;

/**
 * ext4 and XFS, one for each node: no locks of a cluster (design section 3). Blocks that a call changes: fs/ext4/namei.c, fs/xfs/xfs_inode.c, as
 * the simulator's LocalFileSystem counts them.
 *
 * @param prices of the hardware
 * @param spec   the mount
 */
record LocalDemands(Prices prices, LocalSpec spec) implements Demands {

    /** Inodes of a block, 256 bytes each (mke2fs.conf(5)) and 512 (mkfs.xfs(8)); blocks read at once: inode_readahead_blks, a cluster buffer. */
    private static final double EXT4_INODES = 16;
    private static final double EXT4_BLOCKS = 32;
    private static final double XFS_INODES = 8;
    private static final double XFS_BLOCKS = 4;
    /** Bytes for names in an inode: what its core and attributes leave (simulator: LocalFileSystem). */
    private static final double XFS_INLINE = 288;
    private static final double ENTRY_BYTES = 8;
    private static final double NAME_CHANGE = 4;

    private void lookup(Demand d, Encounter met) {
        d.cpu(prices.call());
        Encounter.Directory directory = met.directory();
        boolean xfs = spec.kind() == LocalSpec.Kind.XFS;
        // the index and one block, and XFS's inode, which says where they are, stand for the directory
        boolean inline = xfs && directory.entries() * (ENTRY_BYTES + directory.nameLength()) <= XFS_INLINE;
        d.reads(prices, directory.newBlocks(1) * (inline ? 1 : xfs ? 3 : 2));
        double blocks = xfs ? XFS_BLOCKS : EXT4_BLOCKS;
        double chunk = blocks * (xfs ? XFS_INODES : EXT4_INODES);
        if (met.cold() > 0) {
            double reads = met.order().newChunks(chunk) * met.cold();
            d.device += reads * (prices.read() + (blocks - 1) * Prices.BLOCK_BYTES * prices.mediumByte());
            d.link += reads * blocks * Prices.BLOCK_BYTES * prices.linkByte();
        }
    }

    @Override
    public Path of(OperationShare share, SizeDistribution file, Encounter met) {
        Demand d = new Demand();
        lookup(d, met);
        switch (share.operation()) {
            case STAT, READDIR, STATFS -> { }
            case CHMOD -> d.cpu(prices.block());
            case MKDIR, UNLINK, RMDIR -> d.cpu(NAME_CHANGE * prices.block());
            case RENAME -> d.cpu(3 * prices.block());
            case MOVE -> d.cpu(5 * prices.block());
            case CREATE -> {
                double pages = DataDemand.writePages(share.size());
                d.cpu(2 * prices.call() + (NAME_CHANGE + 2) * prices.block() + pages * prices.page());
            }
            default -> onFile(d, share, file, met);
        }
        if (share.fsync() || share.operation() == Operation.FSYNC) {
            sync(d, share);
        }
        return new Path(d, new Demand());
    }

    private void onFile(Demand d, OperationShare share, SizeDistribution file, Encounter met) {
        d.cpu(share.keepOpen() ? -prices.call() : prices.call() * (1 - met.open()));
        double written = DataDemand.writePages(share.size());
        switch (share.operation()) {
            case READ -> {
                DataDemand.read(d, prices, share, file, 0, met.dataCold());
                d.cpu(prices.call() + prices.page() * DataDemand.readPages(share, file));
            }
            case WRITE -> {
                d.reads(prices, met.writeCold() * met.dataCold() * DataDemand.partial(share, file, 0));
                d.cpu(prices.call() + prices.block() + prices.page() * written);
            }
            case APPEND -> {
                d.reads(prices, met.writeCold() * met.dataCold() * Sizes.mean(file, b -> b % Prices.BLOCK_BYTES == 0 ? 0 : 1));
                double grows = Math.min(1, share.size().mean().value() / (double) Prices.BLOCK_BYTES);
                d.cpu(prices.call() + prices.block() * (1 + grows) + prices.page() * written);
            }
            case FLOCK, FCNTL -> d.cpu(2 * prices.call());
            case SESSION -> {
                DataDemand.read(d, prices, share, file, 0, met.dataCold());
                d.cpu(4 * prices.call() + 3 * prices.block() + prices.page() * written);
                d.deviceAside += prices.write();
            }
            default -> { }
        }
    }

    /** ext4: data, then a commit by jbd2's thread; XFS: data, then the log, forced by the caller (fs/xfs/xfs_file.c:xfs_file_fsync). */
    private void sync(Demand d, OperationShare share) {
        d.cpu(prices.call());
        if (share.size().mean().value() > 0) {
            d.write(prices, DataDemand.writePages(share.size()), 0);
        }
        boolean thread = spec.kind() == LocalSpec.Kind.EXT4;
        double log = (thread ? 2 : 1) * prices.write() + 2 * prices.flush();
        d.journal += log + (thread ? 2 * prices.handOver() : 0);
        d.deviceAside += log;
        d.commits = 1;
    }

    @Override
    public double holdTime(double nanosBetween) {
        return 0;
    }

    @Override
    public double mountBytes(int node) {
        return 0;
    }

    @Override
    public double fileBytes(double known, double written, double remote, double orphan, double records) {
        return 0;
    }

    @Override
    public double removedBytes(double files) {
        return 0;
    }

    @Override
    public double minimumHold() {
        return 0;
    }

    @Override
    public double flockBytes(double files) {
        return 0;
    }
}
