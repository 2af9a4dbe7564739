// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import org.quorate.model.Gfs2Spec;
import org.quorate.model.KernelProfile;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.SizeDistribution;
import org.quorate.model.SlabCache;

/**
 * GFS2's operations as visits (kernel reference 1.2, 2.4 and 4.5, corrected by lab/messages.md 3): glocks INODE and IOPEN, blocks that are searched
 * or changed, requests to the device. A glock that is held in a mode that will do costs nothing (1.5).
 *
 * @param prices of the hardware
 * @param locks  the lock manager
 * @param spec   the mount
 * @param kernel object sizes, timer
 * @param nodes  of the cluster
 * @param groups resource groups of the volume
 */
record Gfs2Demands(Prices prices, Locking locks, Gfs2Spec spec, KernelProfile kernel, int nodes, double groups) implements SharedDemands {

    /** gfs2_max_stuffed_size (4.1). */
    private static final int STUFFED_BYTES = 3864;
    /** Bytes of a leaf for entries, and of an entry besides its name, in multiples of 8 (4.1). */
    private static final double LEAF_BYTES = 4096 - 104;
    private static final double ENTRY_BYTES = 40;
    private static final double ENTRY_ALIGNMENT = 8;
    /** GL_GLOCK_DFT_HOLD, HZ / 5 (3.1). */
    private static final double HOLD_NANOS = 200e6;
    /** Header or bitmap block, and the statfs file of the node (4.5). */
    private static final double SPACE = 2;
    /** System inodes that all nodes have in memory: root, master, jindex, per_node, rindex, the master statfs file, quota; and a node's own quota_change. */
    private static final double SYSTEM_INODES = 8;
    /** Half of new_rsb_count, and two more (fs/dlm/lock.c:pre_rsb_struct): structures set aside before 6.10. */
    private static final double SPARE_RSBS = 66;

    /** Expected leaves: one that is full splits; those of one level of the hash hold a Poisson number of names (dir.c:dir_split_leaf). */
    private static double leaves(Encounter.Directory directory) {
        double entry = Math.ceil((ENTRY_BYTES + directory.nameLength()) / ENTRY_ALIGNMENT) * ENTRY_ALIGNMENT;
        double names = directory.entries();
        if (names <= Math.floor(STUFFED_BYTES / entry) - 2) {
            return 0;
        }
        double inLeaf = Math.floor(LEAF_BYTES / entry);
        double level = 1;
        while (names / level > inLeaf) {
            level *= 2;
        }
        double ofLevel = level == 1 ? 1 : level / 2 * (1 + full(names / level * 2, inLeaf));
        return Math.rint(ofLevel * (1 + full(names / level, inLeaf)));
    }

    /** Probability that a Poisson number exceeds a leaf. */
    private static double full(double mean, double inLeaf) {
        return Queueing.normal((mean - inLeaf - 0.5) / Math.sqrt(mean));
    }

    private static double leaf(Encounter.Directory directory) {
        return leaves(directory) > 0 ? 1 : 0;
    }

    /** The directory's glocks, if the node has never used it, and its blocks: the inode with the glock, leaves as they are searched. */
    private void directory(Demand d, Encounter.Directory directory) {
        acquire(d, directory.fresh(), directory.cold() - directory.fresh(), Peers.uniform(nodes), 2);
        d.reads(prices, directory.cold() + directory.newBlocks(leaves(directory)));
    }

    private void acquire(Demand d, double fresh, double joined, Peers peers, int glocks) {
        d.add(locks.fresh(), fresh * glocks).add(locks.join(peers), joined * glocks);
    }

    @Override
    public double walk() {
        return prices.call() + prices.block();
    }

    /** Path walk: the directory's glock and a search on each call (dentry.c:gfs2_drevalidate), IOPEN and INODE of what is not known. */
    @Override
    public void lookup(Demand d, Encounter met) {
        d.cpu(walk());
        directory(d, met.directory());
        handOver(d, met.directory().lostForRead());
        acquire(d, met.fresh(), met.joined(), met.peers(), 2);
        d.reads(prices, met.cold());
    }

    /** The holder keeps the glock for a while, flushes its log twice and writes the object back (3.1, 3.3); the inode is read again. */
    @Override
    public void handOver(Demand d, double probability) {
        if (probability <= 0) {
            return;
        }
        Demand all = locks.handOver();
        all.handOver += 3 * prices.write() + twoHeaders() + prices.read();
        all.deviceAside += 3 * prices.write() + twoHeaders();
        d.add(all, probability);
    }

    /** INODE for writing, by a node that has it for reading. */
    @Override
    public void forWriting(Demand d, Encounter met) {
        handOver(d, met.lostForWrite());
        d.add(locks.convert(met.master()), met.writeCold() * Math.max(0, 1 - met.lostForWrite()));
    }

    @Override
    public void readDirectory(Demand d, Encounter met) {
        double blocks = leaves(met.directory());
        directory(d.cpu(prices.call() + prices.block() * Math.max(1, blocks)), met.directory());
        // the leaves are read ahead all at once (dir.c:gfs2_dir_readahead)
        d.reads(prices, met.directory().cold() * Math.min(1, blocks) - met.directory().newBlocks(blocks));
        d.deviceAside += prices.read() * met.directory().cold() * Math.max(0, blocks - 1);
        handOver(d, met.directory().lostForRead());
    }

    @Override
    public void read(Demand d, OperationShare share, SizeDistribution file, Encounter met) {
        DataDemand.read(d, prices, share, file, STUFFED_BYTES, Math.min(1, met.dataCold() + met.lostForRead()));
        d.cpu(prices.page() * DataDemand.readPages(share, file));
    }

    /** INODE EX for the times, a block in a transaction; again for the data, and if that lies in the inode a block more. */
    @Override
    public void write(Demand d, OperationShare share, SizeDistribution file, Encounter met) {
        forWriting(d, met);
        double stuffed = 1 - Sizes.above(file, STUFFED_BYTES);
        d.cpu(prices.block() * (1 + stuffed) + prices.page() * DataDemand.writePages(share.size()));
        d.reads(prices, met.writeCold() * met.dataCold() * DataDemand.partial(share, file, STUFFED_BYTES));
    }

    @Override
    public void append(Demand d, OperationShare share, SizeDistribution file, Encounter met) {
        forWriting(d, met);
        double grows = Math.min(1, share.size().mean().value() / (double) Prices.BLOCK_BYTES);
        d.cpu(prices.block() * (2 + SPACE * grows) + prices.page() * DataDemand.writePages(share.size()));
        d.reads(prices, met.writeCold() * met.dataCold() * Sizes.mean(file, b -> b % Prices.BLOCK_BYTES == 0 ? 0 : 1)
                * Sizes.above(file, STUFFED_BYTES));
    }

    /** A FLOCK glock stays cached after unlock (6). */
    @Override
    public void flock(Demand d, Encounter met) {
        d.add(locks.fresh(), met.lockFresh()).add(locks.join(met.peers()), met.lockCold() - met.lockFresh());
        handOver(d, met.lostForWrite());
    }

    /** Under the directory's glock: a block for the inode, IOPEN and INODE of it, its name (4.5). */
    @Override
    public void create(Demand free, Demand held, OperationShare share, Encounter met) {
        Encounter.Directory directory = met.directory();
        free.cpu(walk());
        directory(free, directory);
        handOver(held, directory.lostForRead() + directory.lostForWrite());
        held.cpu(prices.block() * (SPACE + 1 + 2 + leaf(directory))).add(locks.fresh(), 2);
        if (share.operation() == Operation.CREATE) {
            free.cpu(2 * prices.call());
            if (share.size().mean().value() > 0) {
                double beyond = Sizes.above(share.size(), STUFFED_BYTES);
                free.cpu(prices.block() * (1 + SPACE * beyond) + prices.page() * DataDemand.writePages(share.size()));
            }
        }
    }

    /** Directory, inode and resource group; then the last iput takes IOPEN from SH to NL to EX and frees the blocks (4.6). */
    @Override
    public void unlink(Demand free, Demand held, SizeDistribution file, Encounter met) {
        lookup(free, met);
        handOver(held, met.directory().lostForWrite() + met.lostForWrite());
        held.cpu(prices.block() * (3 + leaf(met.directory())));
        held.add(locks.convert(met.master()), met.writeCold());
        free.cpu(prices.block() * (SPACE + (1 + SPACE) * Sizes.above(file, STUFFED_BYTES)));
        free.add(locks.convert(met.master()), 2).add(locks.unlock(met.master()), 2);
        free.wakes(prices.handOver());
    }

    @Override
    public void rename(Demand free, Demand held, Encounter met) {
        lookup(free, met);
        handOver(held, met.directory().lostForRead() + met.directory().lostForWrite() + met.lostForWrite());
        held.cpu(prices.block() * (2 + 2 * leaf(met.directory())));
        // both glocks are asked for at once (inode.c:gfs2_rename)
        free.add(locks.convert(met.master()), met.writeCold());
    }

    /** The log is flushed for the inode, its block written in place, and the log flushed again for the revoke (3.4); each flush ends with a FUA. */
    @Override
    public void syncMetadata(Demand d) {
        double log = 3 * prices.write() + twoHeaders();
        d.journal += log;
        d.deviceAside += log + 2 * prices.write();
        d.commits = 2;
    }

    /** Cache flushes of two log headers: two each, and on a logical volume one more that finds nothing to do. */
    private double twoHeaders() {
        return 4 * prices.flush() + (spec.logicalVolume() ? 2 * Math.min(prices.flush(), prices.write()) : 0);
    }

    /** What is left of the hold time when another node asks, if the glock came so long ago as Poisson events do (3.1). */
    @Override
    public double holdTime(double nanosBetween) {
        if (nanosBetween <= 0 || Double.isInfinite(nanosBetween)) {
            return 0;
        }
        return Math.max(0, HOLD_NANOS - nanosBetween * (1 - Math.exp(-HOLD_NANOS / nanosBetween)));
    }

    // Memory (5.3)

    private double lock() {
        return locks instanceof NoLocking ? 0 : kernel.bytes(SlabCache.DLM_LKB) + kernel.bytes(SlabCache.DLM_RSB);
    }

    private double glock() {
        return kernel.bytes(SlabCache.GFS2_GLOCK);
    }

    private double inodeGlock() {
        return kernel.bytes(SlabCache.GFS2_GLOCK_ASPACE) + kernel.bytes(SlabCache.DLM_LVB);
    }

    /**
     * Glocks of the mount: live, freeze, rename, superblock, journal; every resource group; the system inodes with two a journal. The first
     * node masters what all share, and every node is the directory of an even part.
     */
    @Override
    public double mountBytes(int node) {
        double journals = Math.max(spec.journals(), nodes);
        double inodes = SYSTEM_INODES + 2 * journals;
        double own = 5 * glock() + groups * (glock() + kernel.bytes(SlabCache.DLM_LVB)) + inodes * (glock() + inodeGlock());
        double locked = inodes + 4 + SYSTEM_INODES + 1 + (node == 0 ? journals : 1);
        double shared = inodes + 3 + SYSTEM_INODES - 1;
        double copies = node == 0 ? (nodes - 1) * shared * kernel.bytes(SlabCache.DLM_LKB) : 0;
        return own + lock() * locked + (locks instanceof NoLocking ? 0 : copies + SPARE_RSBS * kernel.bytes(SlabCache.DLM_RSB));
    }

    @Override
    public double fileBytes(double known, double written, double remote, double orphan, double records) {
        double glocks = known * (glock() + inodeGlock());
        if (locks instanceof NoLocking) {
            return glocks;
        }
        double copies = remote * (2 * kernel.bytes(SlabCache.DLM_LKB) + kernel.bytes(SlabCache.DLM_LVB));
        return glocks + 2 * lock() * known + copies + 2 * kernel.bytes(SlabCache.DLM_RSB) * (orphan + records);
    }

    @Override
    public double removedBytes(double files) {
        // the INODE glock stays until the log has its revoke (4.6), IOPEN leaves its resource alone
        return files * (inodeGlock() + lock()) + (locks instanceof NoLocking ? 0 : files * kernel.bytes(SlabCache.DLM_RSB));
    }

    @Override
    public double minimumHold() {
        return HOLD_NANOS;
    }

    @Override
    public double flockBytes(double files) {
        return locks instanceof NoLocking ? 0 : files * (glock() + lock());
    }
}
