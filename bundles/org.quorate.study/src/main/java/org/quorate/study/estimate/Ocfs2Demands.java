// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import org.quorate.model.KernelProfile;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.SizeDistribution;
import org.quorate.model.SlabCache;

/**
 * OCFS2's operations as visits (kernel reference 1.4, 2.4 and 4.5, corrected by lab/messages.md 3): locks by name, blocks that are searched or
 * changed, requests to the device. A cached lock costs nothing (1.5).
 *
 * @param prices of the hardware
 * @param locks  the lock manager
 * @param spec   the mount
 * @param kernel object sizes
 * @param nodes  of the cluster
 */
record Ocfs2Demands(Prices prices, Locking locks, Ocfs2Spec spec, KernelProfile kernel, int nodes) implements SharedDemands {

    /** Block less the inode's head (lab/README: no room is kept for attributes); ocfs2_max_inline_data_with_xattr. */
    static final int INLINE_BYTES = 4096 - 200;
    /** OCFS2_MIN_XATTR_INLINE_SIZE. */
    private static final int ATTRIBUTE_BYTES = 256;
    /** Entries of the index's root, names in it on average to a leaf (kernel reference 4.1; leaves are full to ln 2). */
    private static final double ROOT_ENTRIES = 243;
    private static final double LEAF_ENTRIES = 253 * 0.693;
    /** Bytes for names in a directory block (4.1), and of an entry besides its name. */
    private static final double DIRECTORY_BLOCK = 4096 - 64;
    private static final double ENTRY_BYTES = 12;
    private static final double ENTRY_ALIGNMENT = 4;
    /** Blocks that one change of an inode dirties, with the transaction's own bookkeeping (4.5). */
    private static final double COMMIT_BLOCKS = 2;
    /** Locks of a file that a node knows: META, OPEN, DENTRY (5.3). */
    private static final int LOCKS = 3;

    private double inlineBytes() {
        return INLINE_BYTES - (spec.securityLabels() ? ATTRIBUTE_BYTES : 0);
    }

    // Directories

    private static double dataBlocks(Encounter.Directory directory) {
        double entry = Math.ceil((ENTRY_BYTES + directory.nameLength()) / ENTRY_ALIGNMENT) * ENTRY_ALIGNMENT;
        return directory.entries() * entry <= INLINE_BYTES ? 0 : Math.ceil(directory.entries() * entry / DIRECTORY_BLOCK);
    }

    private static double leaves(Encounter.Directory directory) {
        return directory.entries() <= ROOT_ENTRIES ? 0 : Math.ceil(directory.entries() / LEAF_ENTRIES);
    }

    /** Blocks of the index on the way to a name. */
    private static double index(Encounter.Directory directory) {
        return dataBlocks(directory) == 0 ? 1 : leaves(directory) == 0 ? 1 : 2;
    }

    /** Blocks that a search for a name that is there goes through. */
    private static double present(Encounter.Directory directory) {
        return dataBlocks(directory) == 0 ? 1 : index(directory) + 1;
    }

    /** The same for a place for a new name, by ocfs2_find_entry and then ocfs2_prepare_dir_for_insert. */
    private static double room(Encounter.Directory directory) {
        return dataBlocks(directory) == 0 ? 2 : 2 * index(directory) + 1;
    }

    /** Blocks besides the directory's inode that a change of a name dirties. */
    private static double changed(Encounter.Directory directory) {
        return dataBlocks(directory) == 0 ? 0 : 1 + index(directory);
    }

    private void directoryLock(Demand d, Encounter.Directory directory) {
        Peers peers = Peers.uniform(nodes);
        d.add(locks.fresh(), directory.fresh()).add(locks.join(peers), directory.cold() - directory.fresh());
        double blocks = directory.newBlocks(dataBlocks(directory)) + directory.newBlocks(leaves(directory))
                + directory.newBlocks(1) * (dataBlocks(directory) > 0 ? 2 : 1);
        d.reads(prices, blocks);
    }

    // The files' locks

    private void known(Demand d, Encounter met) {
        for (int i = 0; i < LOCKS; i++) {
            d.add(locks.fresh(), met.fresh()).add(locks.join(met.peers()), met.joined());
        }
        d.reads(prices, met.cold());
        d.cpu(prices.block() * present(met.directory()) * met.cold());
    }

    /** Path walk and lookup: META of the directory, then OPEN, META and DENTRY of a file that is not known. */
    @Override
    public void lookup(Demand d, Encounter met) {
        d.cpu(prices.call());
        directoryLock(d, met.directory());
        handOver(d, met.directory().lostForRead());
        known(d, met);
    }

    /** The lock comes from another node, which may have to checkpoint its journal before (kernel reference 3.5). */
    @Override
    public void handOver(Demand d, double probability) {
        handOver(d, probability, true);
    }

    private void handOver(Demand d, double probability, boolean dirty) {
        if (probability <= 0) {
            return;
        }
        Demand all = locks.handOver();
        if (dirty) {
            double writes = 3 + COMMIT_BLOCKS;
            all.handOver += prices.worker() * 2 + writes * prices.write() + 5 * prices.flush();
            all.deviceAside += writes * prices.write() + 5 * prices.flush();
        }
        all.handOver += prices.read();
        d.add(all, probability);
    }

    /** META for writing, by a node that has it for reading. */
    @Override
    public void forWriting(Demand d, Encounter met) {
        handOver(d, met.lostForWrite());
        d.add(locks.convert(met.master()), met.writeCold() * Math.max(0, 1 - met.lostForWrite()));
    }

    private void rwForWriting(Demand d, Encounter met) {
        d.add(locks.fresh(), met.rwFresh()).add(locks.join(met.peers()), met.rwCold() - met.rwFresh());
        handOver(d, met.recentForWrite() * Math.max(0, 1 - met.rwCold()), false);
    }

    // Operations

    @Override
    public double walk() {
        return prices.call();
    }

    @Override
    public void readDirectory(Demand d, Encounter met) {
        double blocks = dataBlocks(met.directory());
        d.reads(prices, met.directory().cold() * blocks - met.directory().newBlocks(blocks));
        lookup(d, new Encounter(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, met.peers(), met.directory(), met.order()));
    }

    @Override
    public void read(Demand d, OperationShare share, SizeDistribution file, Encounter met) {
        double again = Math.min(1, met.dataCold() + met.lostForRead());
        DataDemand.read(d, prices, share, file, inlineBytes(), again);
        d.cpu(prices.block() * again * Sizes.above(file, inlineBytes()) + prices.page() * DataDemand.readPages(share, file));
    }

    /** RW, META for reading, META for writing; the inode's block is looked up three times (aops.c, page by page). */
    @Override
    public void write(Demand d, OperationShare share, SizeDistribution file, Encounter met) {
        rwForWriting(d, met);
        forWriting(d, met);
        double pages = DataDemand.writePages(share.size());
        d.cpu(prices.block() * (3 + pages - 1) + prices.page() * pages);
        d.reads(prices, met.writeCold() * met.dataCold() * DataDemand.partial(share, file, inlineBytes()));
    }

    @Override
    public void append(Demand d, OperationShare share, SizeDistribution file, Encounter met) {
        write(d, share, file, met);
        // local allocation: the last extent is looked up, one block more changes
        d.cpu(2 * prices.block() * Math.min(1, share.size().mean().value() / (double) Prices.BLOCK_BYTES));
        d.reads(prices, -met.writeCold() * met.dataCold() * DataDemand.partial(share, file, inlineBytes()));
        d.reads(prices, met.writeCold() * met.dataCold() * Sizes.mean(file, b -> b % Prices.BLOCK_BYTES == 0 ? 0 : 1)
                * Sizes.above(file, inlineBytes()));
    }

    /** FLOCK: created for NL, converted to EX, and back; its resource stays at the master (lab/messages.md 3.9). */
    @Override
    public void flock(Demand d, Encounter met) {
        d.add(locks.fresh(), met.lockFresh()).add(locks.join(met.peers()), met.lockCold() - met.lockFresh());
        double again = 1 - met.lockCold();
        d.add(locks.convert(1), again * met.master()).add(locks.join(met.peers()), again * (1 - met.master()));
        double here = met.lockFresh() + (1 - met.lockCold()) * met.master();
        d.add(locks.convert(here), 2).add(locks.unlock(here), 1);
    }

    /**
     * The directory's inode mutex is held from the search on: a local RW, new META, OPEN and DENTRY (2.4), six blocks (4.5). The blocks of a
     * new file: its inode, inode_alloc's inode and group.
     */
    @Override
    public void create(Demand free, Demand held, OperationShare share, Encounter met) {
        Encounter.Directory directory = met.directory();
        free.cpu(prices.call());
        directoryLock(free, directory);
        handOver(held, directory.lostForRead() + directory.lostForWrite());
        held.cpu(prices.block() * ((dataBlocks(directory) == 0 ? 1 : index(directory)) + room(directory) + 4 + changed(directory)));
        if (locks instanceof FsDlm) {
            held.add(locks.fresh(), LOCKS + 1);
        } else {
            held.add(locks.convert(1), 1).add(locks.fresh(), LOCKS);
        }
        if (share.operation() == Operation.CREATE) {
            free.cpu(prices.call());
            if (share.size().mean().value() > 0) {
                double pages = DataDemand.writePages(share.size());
                double beyond = Sizes.above(share.size(), inlineBytes());
                free.cpu(prices.call() + prices.block() * (3 + 2 * beyond + 2 * (pages - 1)) + prices.page() * pages);
            }
        }
    }

    /** The inode goes through the orphan directory; META, DENTRY and OPEN are wanted for writing, all locks are dropped at the end. */
    @Override
    public void unlink(Demand free, Demand held, SizeDistribution file, Encounter met) {
        lookup(free, met);
        Encounter.Directory directory = met.directory();
        handOver(held, directory.lostForWrite());
        held.cpu(prices.block() * (present(directory) + 1 + 4 + changed(directory)));
        held.add(locks.convert(met.master()), 1 + met.writeCold());
        handOver(held, met.lostForWrite(), false);
        free.cpu(prices.block() * (6 + 2 * Sizes.above(file, inlineBytes()))).add(locks.convert(met.master()), 1);
        free.add(locks.unlock(met.master()), LOCKS);
        // NFS_SYNC, once on each node; one node is the first
        double once = 1 / Math.max(1, directory.operations());
        free.add(locks.fresh(), once / nodes).add(locks.join(Peers.uniform(nodes)), once * (nodes - 1) / nodes);
    }

    @Override
    public void rename(Demand free, Demand held, Encounter met) {
        lookup(free, met);
        Encounter.Directory directory = met.directory();
        handOver(held, directory.lostForRead() + directory.lostForWrite());
        double absent = dataBlocks(directory) == 0 ? 1 : index(directory);
        held.cpu(prices.block() * (absent + 2 * present(directory) + room(directory) + 2 + 2 * changed(directory)));
        handOver(held, met.lostForWrite(), false);
        held.add(locks.convert(met.master()), 2 * Math.max(met.writeCold(), met.cold()));
    }

    /** Data, then a commit of jbd2 (3.6): its thread wakes up, writes the blocks, then the commit block with two flushes. */
    @Override
    public void syncMetadata(Demand d) {
        d.journal += prices.handOver() * 2 + 2 * prices.write() + 2 * prices.flush();
        d.deviceAside += 2 * prices.write() + 2 * prices.flush();
        d.commits = 1;
    }

    @Override
    public double holdTime(double nanosBetween) {
        return 0;
    }

    // Memory (5.3)

    private double holder() {
        return locks instanceof FsDlm ? kernel.bytes(SlabCache.DLM_LKB) + kernel.bytes(SlabCache.DLM_RSB)
                : kernel.bytes(SlabCache.O2DLM_LOCK) + kernel.bytes(SlabCache.O2DLM_LOCKRES) + kernel.bytes(SlabCache.O2DLM_LOCKNAME);
    }

    private double copy() {
        return locks instanceof FsDlm ? kernel.bytes(SlabCache.DLM_LKB)
                : kernel.bytes(SlabCache.O2DLM_LOCK) + kernel.bytes(SlabCache.O2DLM_LOCKSTATUS);
    }

    private double resource() {
        return locks instanceof FsDlm ? kernel.bytes(SlabCache.DLM_RSB)
                : kernel.bytes(SlabCache.O2DLM_LOCKRES) + kernel.bytes(SlabCache.O2DLM_LOCKNAME);
    }

    /** META of inode_alloc and orphan_dir of the node's slot; one node has that of global_bitmap. */
    @Override
    public double mountBytes(int node) {
        return locks instanceof NoLocking ? 0 : holder() * (node == 0 ? 3 : 2);
    }

    @Override
    public double fileBytes(double known, double written, double remote, double orphan, double records) {
        double dentries = kernel.bytes(SlabCache.OCFS2_DENTRY_LOCK) * known;
        if (locks instanceof NoLocking) {
            return dentries;
        }
        double directory = locks instanceof FsDlm ? records * LOCKS * kernel.bytes(SlabCache.DLM_RSB) : 0;
        return dentries + holder() * (LOCKS * known + written) + LOCKS * (copy() * remote + resource() * orphan) + directory;
    }

    @Override
    public double removedBytes(double files) {
        return locks instanceof NoLocking ? 0 : files * LOCKS * resource();
    }

    @Override
    public double minimumHold() {
        return 0;
    }

    @Override
    public double flockBytes(double files) {
        return locks instanceof NoLocking ? 0 : files * resource();
    }
}
