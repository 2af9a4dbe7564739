// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.NameSpace;

/**
 * Takes blocks for inodes, data and directories, and gives them back: in the resource group that a search has found and locked
 * ({@link Reservations}), which is in register {@link #GROUP}. Not thread-safe.
 */
final class Space {

    /** Register of the resource group at hand: of a search, or of blocks that are freed. */
    static final int GROUP = Reg.WORK2;
    /** What a search is for: the inode of FILE, its data, data appended to it, a leaf of DIRECTORY, the attributes of FILE. */
    static final int FOR_INODE = 0;
    static final int FOR_DATA = 1;
    static final int FOR_APPEND = 2;
    static final int FOR_LEAF = 3;
    static final int FOR_ATTRIBUTES = 4;

    /** Resource groups that statfs() asks for at a time (super.c:gfs2_statfs_slow). */
    private static final int STATFS_SLOTS = 64;

    private final Frames frames;
    private final NameSpace names;
    private final InodeCache inodes;
    private final ResourceGroups groups;
    private final BlockRuns runs;
    private final Reservations reservations;
    private final Directories directories;
    private final FileShape shape;

    Space(Machine machine, ResourceGroups groups, LockTimes times, FileShape shape) {
        frames = machine.frames();
        names = machine.names();
        inodes = machine.inodes();
        this.groups = groups;
        this.shape = shape;
        runs = groups.runs();
        reservations = new Reservations(groups, times, machine.interpreter(), names, runs);
        directories = new Directories(names, groups);
    }

    Directories directories() {
        return directories;
    }

    // The search

    /** gfs2_inplace_reserve begins. */
    void beginSearch(int frame, int purpose, long sizeAfter) {
        int inode = frames.get(frame, purpose == FOR_LEAF ? Reg.DIRECTORY : Reg.FILE);
        int goal = switch (purpose) {
            case FOR_INODE -> directoryGoal(frames.get(frame, Reg.DIRECTORY));
            case FOR_LEAF -> directoryGoal(inode);
            default -> dataGoal(inode);
        };
        long wanted = purpose == FOR_INODE || purpose == FOR_LEAF || purpose == FOR_ATTRIBUTES ? 1 : shape.blocks(sizeAfter) - blocks(inode);
        reservations.begin(frame, inodes.find(frames.node(frame), inode), goal, wanted);
    }

    private int directoryGoal(int directory) {
        int leaves = directories.leaves(directory);
        return leaves == 0 ? groups.groupOfInode(directory)
                : ResourceGroups.groupOf(directories.address(directory, leaves - 1));
    }

    private int dataGoal(int file) {
        int row = names.row(file);
        return blocks(file) == 0 ? groups.groupOfInode(file) : runs.lastGroup(row);
    }

    /** GROUP = the group to lock next; RESULT = {@link Reservations#FLUSH} or {@link Reservations#TRY}. */
    void nextGroup(int frame) {
        frames.set(frame, Reg.RESULT, reservations.next(frame, frames.node(frame)));
        frames.set(frame, GROUP, reservations.group(frame));
    }

    /** RESULT = 0: the group, which is locked, will do; 1: the next one. */
    void checkGroup(int frame, int purpose) {
        int file = frames.get(frame, Reg.FILE);
        boolean directory = purpose == FOR_LEAF || names.directoryOf(file) == file;
        frames.set(frame, Reg.RESULT, reservations.suits(frame, frames.node(frame), directory) ? 0 : 1);
    }

    /** What is set aside for an inode in a node's memory is free again. */
    void forget(int row, boolean leavesMemory) {
        reservations.forget(row);
        if (leavesMemory) {
            reservations.forgetHint(row);
        }
    }

    /** super.c:gfs2_statfs_slow: WORK3 to TARGET, and GROUP at the first of them. */
    void statfsBatch(int frame) {
        int from = frames.get(frame, Reg.WORK3);
        int end = Math.min(from + STATFS_SLOTS, groups.all());
        frames.set(frame, Reg.TARGET, end);
        frames.set(frame, GROUP, from);
        frames.set(frame, Reg.RESULT, from < end ? 1 : 0);
    }

    // Taking and giving back

    /** FILE's inode gets its block. */
    void takeInode(int frame) {
        reservations.takeInode(frame, names.row(frames.get(frame, Reg.FILE)));
    }

    /** FILE gets a block of attributes, of what is set aside for it first; returns its address. */
    long takeAttributes(int frame) {
        return reservations.takeOne(frame);
    }

    /** FILE gets the blocks that it needs for a size. */
    void takeData(int frame, long sizeAfter) {
        int file = frames.get(frame, Reg.FILE);
        long more = shape.blocks(sizeAfter) - blocks(file);
        if (more > 0) {
            reservations.takeData(frame, names.row(file), more);
        }
    }

    /** Blocks of a file besides its inode: one that was there from the start has as many as its size needs. */
    long blocks(int file) {
        int row = names.row(file);
        long bytes = Math.max(0, names.bytes[row]);
        runs.atLeast(row, shape.blocks(bytes));
        return runs.blocks(row);
    }

    /** Address of FILE's last block in GROUP, or of its inode. */
    long lastAddress(int file) {
        int row = names.row(file);
        return blocks(file) == 0 ? names.inodeAddressOf(file) : runs.addressOf(row, runs.blocks(row) - 1);
    }

    /** GROUP = a group in which FILE has blocks of data; RESULT = 0 if there is none. */
    void nextDataGroup(int frame) {
        int file = frames.get(frame, Reg.FILE);
        boolean some = blocks(file) > 0;
        frames.set(frame, Reg.RESULT, some ? 1 : 0);
        if (some) {
            frames.set(frame, GROUP, runs.lastGroup(names.row(file)));
        }
    }

    /** FILE's last blocks, all that lie side by side in one group, are free. */
    void freeData(int file) {
        int row = names.row(file);
        int group = runs.lastGroup(row);
        groups.release(group, runs.cut(row));
    }

    void freeInode(int file) {
        groups.release(groups.groupOfInode(file), 1);
    }
}
