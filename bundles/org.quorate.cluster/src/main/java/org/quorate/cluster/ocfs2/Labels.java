// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.Recipe;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.host.Cost;
import org.quorate.cluster.host.HostStep;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.NameSpace;
import org.quorate.cluster.journal.Jbd2;
import org.quorate.cluster.lock.LockMode;
import org.quorate.cluster.vfs.Extents;
import org.quorate.cluster.vfs.VfsStep;

/**
 * Security labels (fs/ocfs2/xattr.c). The label of a file lies in its inode, which has 256 bytes less for data then. A directory keeps
 * all of its inode for names, and has a block of attributes from extent_alloc (ocfs2_calc_xattr_init). The security module reads a label
 * once, when the inode comes into memory: unlike GFS2, OCFS2 never takes that back. Not thread-safe.
 */
final class Labels implements Mechanism {

    /** s_xattr_inline_size, OCFS2_MIN_XATTR_INLINE_SIZE: what an inode with attributes gives them. */
    static final int INLINE_ATTRIBUTE_BYTES = 256;
    /** Flag of the inode cache, behind those of {@link MetadataBlocks}. */
    private static final int LABEL_KNOWN = InodeCache.FIRST_OWN << 2;
    /** Number of the block of attributes among those of its inode, behind those of names and extents. */
    private static final int ATTRIBUTES = (1 << 16) - 1;
    private static final Step[] STEPS = LabelStep.values();
    private static final Condition[] CONDITIONS = LabelCondition.values();
    /** Group descriptor of extent_alloc among a node's own metadata blocks; the blocks of attributes follow. */
    private static final int GROUP = 4;
    private static final int BLOCKS = 1 << 20;

    private final Machine machine;
    private final Frames frames;
    private final NameSpace names;
    private final InodeCache inodes;
    private final Extents extents;
    private final Jbd2 journal;
    private final MetadataBlocks blocks;
    private final Allocator allocator;

    /** Who keeps the extent_alloc inodes. */
    interface Allocator {
        /** A node changes that of a slot. */
        void dirty(int node, int slot);
    }

    Labels(Machine machine, Extents extents, Jbd2 journal, MetadataBlocks blocks, Allocator allocator) {
        this.machine = machine;
        this.extents = extents;
        this.journal = journal;
        this.blocks = blocks;
        this.allocator = allocator;
        frames = machine.frames();
        names = machine.names();
        inodes = machine.inodes();
    }

    boolean isLabelled() {
        return machine.contender().securityLabels();
    }

    /** selinux/hooks.c:inode_doinit_with_dentry, xattr.c:ocfs2_xattr_get: for the inode in a register, once. */
    static Recipe label(Recipe r, int register) {
        return r.when(LabelCondition.LABEL_DUE, register, 0, 0, d -> Ocfs2Recipes.inodeUnlock(Ocfs2Recipes.inodeLock(d, register, LockMode.PR)
                .step(VfsStep.READ_INODE, register).step(LabelStep.READ_ATTRIBUTES, register)
                .step(HostStep.CPU, Cost.BLOCK_WORK.ordinal()).step(LabelStep.KNOW_LABEL, register), register, LockMode.PR));
    }

    /** The node has the label of an inode in memory from before the run. */
    void warm(int row) {
        if (isLabelled()) {
            blocks.know(row, ATTRIBUTES);
            inodes.set(row, LABEL_KNOWN);
        }
    }

    @Override
    public Step[] steps() {
        return STEPS;
    }

    @Override
    public Condition[] conditions() {
        return CONDITIONS;
    }

    @Override
    public Outcome step(int step, int frame, int a, int b, int c) {
        int node = frames.node(frame);
        int file = frames.get(frame, Reg.FILE);
        switch ((LabelStep) STEPS[step]) {
            case READ_ATTRIBUTES -> {
                int inode = frames.get(frame, a);
                int row = inodes.row(node, inode);
                if (hasBlock(inode) && blocks.know(row, ATTRIBUTES) > 0) {
                    machine.interpreter().resumeAt(frame, machine.lun().read(frame, 1));
                    return Outcome.WAIT;
                }
            }
            case KNOW_LABEL -> inodes.set(inodes.row(node, frames.get(frame, a)), LABEL_KNOWN);
            case DIRTY_ATTRIBUTES -> {
                journal.dirty(node, Extents.ownBlock(node, BLOCKS + extents.inodeNumber(names, names.row(file)) / machine.nodes()));
                blocks.know(inodes.row(node, file), ATTRIBUTES);
                allocate(node, node);
                frames.set(frame, Reg.LOOP, 3);
            }
            case FREE_ATTRIBUTES -> {
                allocate(node, names.creatorOf(file));
                frames.set(frame, Reg.LOOP, 2);
            }
        }
        return Outcome.NEXT;
    }

    private void allocate(int node, int slot) {
        allocator.dirty(node, slot);
        journal.dirty(node, Extents.ownBlock(slot, GROUP));
    }

    private boolean hasBlock(int inode) {
        int row = names.row(inode);
        return isLabelled() && names.directory[row] == inode;
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        return switch ((LabelCondition) CONDITIONS[condition]) {
            case LABELLED -> isLabelled();
            case HAS_ATTRIBUTE_BLOCK -> hasBlock(frames.get(frame, Reg.FILE));
            case LABEL_DUE -> isLabelled() && !inodes.has(inodes.row(frames.node(frame), frames.get(frame, a)), LABEL_KNOWN);
        };
    }
}
