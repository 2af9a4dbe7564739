// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.LongMap;
import org.quorate.cluster.engine.Mechanism.Outcome;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.NameSpace;
import org.quorate.cluster.journal.Jbd2;
import org.quorate.cluster.vfs.Extents;

/**
 * What operations on names read and change of a directory (fs/ocfs2/dir.c). The hash of a new name is in WORK2 from its search to its
 * change. Not thread-safe.
 */
final class Directories {

    /**
     * Searches for a name that is not there, and for one that is; once more for one that is not there and then for room for it
     * (namei.c:ocfs2_mknod, ocfs2_rename; dir.c:ocfs2_prepare_dir_for_insert); all names.
     */
    static final int ABSENT = 0;
    static final int PRESENT = 1;
    static final int ROOM = 2;
    static final int WHOLE = 3;
    /** Numbers of a directory's blocks, besides those with entries: root of the index, its leaves, its extent blocks. */
    private static final int ROOT = 1 << 15;
    private static final int LEAVES = ROOT + 1;
    private static final int MIDDLE = 3 << 14;
    /** Extent records in the root, and in an extent block: each leaf is an extent of its own, as its hashes are (kernel reference 4.1). */
    private static final int EXTENTS_IN_ROOT = 243;
    private static final int EXTENTS_IN_BLOCK = 252;

    private final Machine machine;
    private final Frames frames;
    private final NameSpace names;
    private final InodeCache inodes;
    private final Jbd2 journal;
    private final MetadataBlocks blocks;
    private final DirectoryShape[] shapes = new DirectoryShape[256];
    /** The most entries that a directory had beyond what its inode's block holds. */
    private final LongMap most = new LongMap();
    private int sequence;

    Directories(Machine machine, Jbd2 journal, MetadataBlocks blocks) {
        this.machine = machine;
        this.journal = journal;
        this.blocks = blocks;
        frames = machine.frames();
        names = machine.names();
        inodes = machine.inodes();
    }

    private DirectoryShape shape(int directory) {
        int length = Math.min(shapes.length - 1, names.nameLengthIn(directory));
        if (shapes[length] == null) {
            shapes[length] = DirectoryShape.ofNames(length);
        }
        return shapes[length];
    }

    /** Entries that the directory's blocks were made for: it never shrinks. */
    private int most(int directory) {
        return Math.max(names.entriesOf(directory), most.get(directory));
    }

    private static int mix(int number) {
        return (int) (number * 0x9E3779B97F4A7C15L >>> 32);
    }

    /**
     * Reads what the node does not know of the directory in a register: the inode's block, which says where everything is, the root and
     * the leaf of the index, and the block with the name or with room for one. LOOP = blocks searched.
     */
    Outcome read(int frame, int how, int register) {
        int directory = frames.get(frame, register);
        int row = inodes.row(frames.node(frame), directory);
        if (how == ABSENT) {
            frames.set(frame, Reg.WORK2, mix(sequence++ ^ directory << 20));
        }
        DirectoryShape shape = shape(directory);
        int entries = most(directory);
        int data = shape.blocks(entries);
        int reads = blocks.knowInode(row);
        if (data == 0) {
            frames.set(frame, Reg.LOOP, how == ROOM ? 2 : 1);
        } else if (how == WHOLE) {
            for (int block = 0; block < data; block++) {
                reads += blocks.know(row, block);
            }
            frames.set(frame, Reg.LOOP, data);
        } else {
            reads += readIndex(frame, row, entries, how == PRESENT ? mix(frames.get(frame, Reg.FILE)) : frames.get(frame, Reg.WORK2));
            boolean room = how == ROOM && (names.entriesOf(directory) < entries || shape.hasRoom(entries));
            if (how == PRESENT || room) {
                reads += blocks.know(row, how == PRESENT ? blockOf(frames.get(frame, Reg.FILE), data) : data - 1);
            }
            frames.set(frame, Reg.LOOP, frames.get(frame, Reg.LOOP) * (how == ROOM ? 2 : 1) + (how == PRESENT || room ? 1 : 0));
        }
        if (reads == 0) {
            return Outcome.NEXT;
        }
        machine.interpreter().resumeAt(frame, machine.lun().readScattered(frame, reads));
        return Outcome.WAIT;
    }

    /** ocfs2_dx_dir_lookup: the root, from some size on an extent block, the leaf. */
    private int readIndex(int frame, int row, int entries, int hash) {
        int reads = blocks.know(row, ROOT);
        int leaves = DirectoryShape.leaves(entries);
        int searched = 1;
        if (leaves > 0) {
            int leaf = DirectoryShape.bucket(hash, leaves);
            reads += blocks.know(row, LEAVES + leaf);
            searched++;
            if (leaves > EXTENTS_IN_ROOT) {
                reads += blocks.know(row, MIDDLE + leaf / EXTENTS_IN_BLOCK);
                searched++;
            }
        }
        frames.set(frame, Reg.LOOP, searched);
        return reads;
    }

    private static int blockOf(int file, int data) {
        return DirectoryShape.bucket(mix(~file), data);
    }

    /** The node has all of the directory in memory. */
    void warm(int row) {
        if (blocks.hasAny(row)) {
            return;
        }
        int entries = most(inodes.inode[row]);
        int data = shape(inodes.inode[row]).blocks(entries);
        blocks.knowInode(row);
        for (int block = 0; block < data; block++) {
            blocks.know(row, block);
        }
        int leaves = data > 0 ? DirectoryShape.leaves(entries) : 0;
        for (int leaf = 0; leaf < leaves; leaf++) {
            blocks.know(row, LEAVES + leaf);
            if (leaves > EXTENTS_IN_ROOT) {
                blocks.know(row, MIDDLE + leaf / EXTENTS_IN_BLOCK);
            }
        }
        blocks.know(row, ROOT);
    }

    /**
     * A name was added whose hash is in WORK2: changes its block, the leaf and the root, which counts the entries. Returns the number of
     * blocks besides the directory's inode.
     */
    int added(int frame, int node, int directory) {
        DirectoryShape shape = shape(directory);
        int entries = names.entriesOf(directory);
        int before = Math.max(entries - 1, most.get(directory));
        int data = shape.blocks(Math.max(entries, before));
        if (data == 0) {
            return 0;
        }
        most.put(directory, Math.max(entries, before));
        int changed = change(node, directory, data - 1) + index(node, directory, frames.get(frame, Reg.WORK2));
        if (data > shape.blocks(before)) {
            changed += allocated(node); // ocfs2_extend_dir, ocfs2_expand_inline_dir
        }
        if (DirectoryShape.leaves(entries) > DirectoryShape.leaves(before)) {
            // ocfs2_dx_dir_rebalance, ocfs2_expand_inline_dx_root: half of the entries go to a new leaf
            changed += change(node, directory, LEAVES + DirectoryShape.leaves(entries) - 1) + allocated(node);
        }
        return changed;
    }

    /** The name of FILE was removed; as {@link #added}. */
    int removed(int frame, int node, int directory) {
        int data = shape(directory).blocks(most(directory));
        int file = frames.get(frame, Reg.FILE);
        return data == 0 ? 0 : change(node, directory, blockOf(file, data)) + index(node, directory, mix(file));
    }

    private int index(int node, int directory, int hash) {
        int leaves = DirectoryShape.leaves(most(directory));
        int changed = change(node, directory, ROOT);
        return leaves == 0 ? changed : changed + change(node, directory, LEAVES + DirectoryShape.bucket(hash, leaves));
    }

    private int change(int node, int directory, int block) {
        blocks.know(inodes.row(node, directory), block);
        journal.dirty(node, Extents.directoryBlock(names, names.row(directory), directory, block));
        return 1;
    }

    /** A cluster from the node's own window. */
    private int allocated(int node) {
        journal.dirty(node, Extents.ownBlock(node, 0));
        return 1;
    }
}
