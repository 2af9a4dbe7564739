// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Mechanism.Outcome;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.DirectIo;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Lun;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.NameSpace;
import org.quorate.cluster.host.Readahead;

/**
 * Data of files and entries of directories: what is read, what becomes dirty, which blocks a change puts into the journal (kernel
 * reference 4.5). Changes are made with the glocks held and inside a transaction. Not thread-safe.
 */
final class FileData {

    private static final int NONE = -1;
    /** A hash table beside its directory: addresses above all running numbers of a resource group. */
    private static final long TABLES = 1L << 37;
    /** Local statfs files. */
    private static final long STATFS = 1L << 56;

    private final Machine machine;
    private final Frames frames;
    private final NameSpace names;
    private final InodeCache inodes;
    private final Glocks glocks;
    private final InCore inCore;
    private final Journal journal;
    private final ResourceGroups groups;
    private final Space space;
    private final Directories directories;
    private final FileShape shape;
    private final InodeLife life;
    private final Readahead readahead;
    private final DirectIo direct;
    private final int[] localStatfs;
    private final boolean[] statfsChanged;

    FileData(Machine machine, Glocks glocks, InCore inCore, Journal journal, ResourceGroups groups, Space space,
            FileShape shape, InodeLife life) {
        this.machine = machine;
        this.glocks = glocks;
        this.inCore = inCore;
        this.journal = journal;
        this.groups = groups;
        this.shape = shape;
        this.life = life;
        readahead = new Readahead(machine);
        direct = new DirectIo(machine);
        frames = machine.frames();
        names = machine.names();
        inodes = machine.inodes();
        this.space = space;
        directories = space.directories();
        localStatfs = new int[machine.nodes()];
        statfsChanged = new boolean[machine.nodes()];
    }

    /** Glock of a node's local statfs file. */
    void localStatfs(int node, int glock) {
        localStatfs[node] = glock;
    }

    Directories directories() {
        return directories;
    }

    boolean isStatfsChanged(int node) {
        return statfsChanged[node];
    }

    // New inodes

    /** FILE = a new file. */
    void newFile(int frame) {
        int node = frames.node(frame);
        int bytes = frames.get(frame, Reg.BYTES);
        int file = file(frame);
        if (file != NONE && names.unborn(file)) {
            names.bear(file, node);
        } else {
            file = names.create(frames.get(frame, Reg.SET), node, directory(frame), bytes);
        }
        int nameRow = names.row(file);
        names.bytes[nameRow] = 0;
        begin(frame, node, file);
    }

    void newDirectory(int frame) {
        int node = frames.node(frame);
        begin(frame, node, names.createDirectory(frames.get(frame, Reg.SET), node, directory(frame)));
    }

    /** The inode is in memory, but not complete; the frame uses it. */
    private void begin(int frame, int node, int inode) {
        frames.set(frame, Reg.FILE, inode);
        frames.set(frame, Reg.OTHER, inode);
        machine.times().made(inode);
        int row = inCore.row(node, inode);
        inodes.set(row, InodeCache.BLOCK_VALID | InCore.INDIRECT_VALID | InodeCache.DIRECTORY_VALID | InCore.EVICTING);
        inCore.users[row] = 1;
    }

    // Changes

    private int file(int frame) {
        return frames.get(frame, Reg.FILE);
    }

    private int directory(int frame) {
        return frames.get(frame, Reg.DIRECTORY);
    }

    /** The inode's block changes. */
    void changeInode(int frame, int inode) {
        machine.times().changed(inode);
        addInode(frame, inode);
    }

    /** The same, but what changes is the access time. */
    void changeAccessTime(int frame, int inode) {
        machine.times().read(inode);
        addInode(frame, inode);
    }

    private void addInode(int frame, int inode) {
        int node = frames.node(frame);
        journal.add(node, glocks.find(node, GlockKind.INODE, inode), names.inodeAddressOf(inode));
        inCore.markInodeDirty(inCore.row(node, inode));
    }

    /** Bitmap and header of a block's resource group. */
    private void changeBitmap(int frame, long address) {
        int node = frames.node(frame);
        int group = ResourceGroups.groupOf(address);
        int glock = glocks.find(node, GlockKind.RGRP, group);
        journal.add(node, glock, ResourceGroups.headerAddress(group));
        if (groups.bitmapAddress(address) != ResourceGroups.headerAddress(group)) {
            journal.add(node, glock, groups.bitmapAddress(address));
        }
    }

    /** alloc_dinode: FILE's inode gets its block. */
    void allocateInode(int frame) {
        space.takeInode(frame);
        changeSpace(frame, names.inodeAddressOf(file(frame)));
    }

    /** A block is allocated or freed: bitmap, header, local statfs file (gfs2_statfs_change). */
    void changeSpace(int frame, long address) {
        int node = frames.node(frame);
        changeBitmap(frame, address);
        journal.add(node, localStatfs[node], STATFS | node);
        statfsChanged[node] = true;
    }

    /** update_statfs: the local changes go to the master statfs file. */
    void changeStatfs(int frame) {
        int node = frames.node(frame);
        journal.add(node, localStatfs[node], STATFS | node);
        changeInode(frame, frames.get(frame, Reg.OTHER));
        statfsChanged[node] = false;
    }

    /** gfs2_dir_add, gfs2_dir_del: a leaf, or the directory's own block, and the directory's inode. */
    void changeName(int frame, int salt) {
        int directory = directory(frame);
        int leaf = directories.leafOf(directory, file(frame), salt);
        if (leaf >= 0) {
            changeLeaf(frame, leaf);
        }
        changeInode(frame, directory);
    }

    private void changeLeaf(int frame, int leaf) {
        int node = frames.node(frame);
        int directory = directory(frame);
        journal.add(node, glocks.find(node, GlockKind.INODE, directory), directories.address(directory, leaf));
        inCore.addLeaf(inCore.row(node, directory), leaf);
    }

    /** dir_make_exhash, dir_split_leaf, dir_double_exhash. */
    void growDirectory(int frame) {
        int node = frames.node(frame);
        int directory = directory(frame);
        int split = directories.grow(directory, frames.get(frame, Space.GROUP));
        changeLeaf(frame, directories.leaves(directory) - 1);
        if (split >= 0) {
            changeLeaf(frame, split);
        }
        if (directories.tableBlocks(directory) > 0) {
            journal.add(node, glocks.find(node, GlockKind.INODE, directory),
                    names.inodeAddressOf(directory) | TABLES);
        }
        changeSpace(frame, directories.address(directory, directories.leaves(directory) - 1));
    }

    /** gfs2_unlink_inode. */
    void unlink(int frame) {
        int file = file(frame);
        int row = inCore.row(frames.node(frame), file);
        changeName(frame, 0);
        changeInode(frame, file);
        changeBitmap(frame, names.inodeAddressOf(file));
        space.blocks(file); // its size is forgotten
        names.remove(file, directory(frame));
        inodes.set(row, InodeCache.UNLINKED);
        life.negateDentry(row);
    }

    // Sizes

    private long bytes(int file) {
        return Math.max(0, names.bytesOf(file));
    }

    /** Where a read or write that does not append ends, in bytes from the start of the file. */
    private long end(int frame) {
        return (long) frames.get(frame, Reg.OFFSET) * Reg.OFFSET_BYTES + frames.get(frame, Reg.BYTES);
    }

    private int firstPage(int frame) {
        return frames.get(frame, Reg.OFFSET) / (Lun.BLOCK_BYTES / Reg.OFFSET_BYTES);
    }

    private long sizeAfter(int frame, boolean append) {
        long old = bytes(file(frame));
        return append ? old + frames.get(frame, Reg.BYTES) : Math.max(old, end(frame));
    }

    boolean needsBlocks(int frame, boolean append) {
        return shape.blocks(sizeAfter(frame, append)) > shape.blocks(bytes(file(frame)));
    }

    boolean changesInode(int frame, boolean append) {
        long size = sizeAfter(frame, append);
        return shape.stuffed(size) || size != bytes(file(frame));
    }

    /** FILE's size when what is written is there. */
    long sizeAfter(int frame, int purpose) {
        return purpose < Space.FOR_DATA || purpose > Space.FOR_APPEND ? 0 : sizeAfter(frame, purpose == Space.FOR_APPEND);
    }

    /** gfs2_iomap_begin_write: pointers in the inode or in indirect blocks, bitmap, statfs. */
    void allocate(int frame, boolean append) {
        int file = file(frame);
        space.takeData(frame, sizeAfter(frame, append));
        changeInode(frame, file);
        long indirect = shape.indirectBlocks(sizeAfter(frame, append));
        long before = shape.indirectBlocks(bytes(file));
        for (long i = Math.max(0, before - 1); i < indirect; i++) {
            changeIndirect(frame, file, i);
        }
        changeSpace(frame, space.lastAddress(file));
    }

    private void changeIndirect(int frame, int file, long index) {
        int node = frames.node(frame);
        journal.add(node, glocks.find(node, GlockKind.INODE, file), groups.indirectAddress(names.row(file), index));
    }

    /** trunc_start to no bytes at all, and the freeing of blocks if there were any. */
    void truncate(int frame) {
        int file = file(frame);
        int row = inCore.row(frames.node(frame), file);
        changeInode(frame, file);
        if (space.blocks(file) > 0) {
            freeData(frame);
        }
        if (!names.gone(file)) {
            int nameRow = names.row(file);
            names.bytes[nameRow] = 0;
        }
        inCore.cleanPages(row);
        inodes.dropData(row);
    }

    /** sweep_bh_for_rgrps: the blocks of one resource group. */
    void freeData(int frame) {
        int file = file(frame);
        changeInode(frame, file);
        changeSpace(frame, space.lastAddress(file));
        for (long i = shape.indirectBlocks(bytes(file)) - 1; i >= 0; i--) {
            journal.wipe(frame, groups.indirectAddress(names.row(file), i));
        }
        space.freeData(file);
    }

    /** gfs2_dinode_dealloc. */
    void freeInode(int frame) {
        int file = file(frame);
        int node = frames.node(frame);
        int row = inCore.row(node, file);
        int glock = inCore.glock[row];
        changeSpace(frame, names.inodeAddressOf(file));
        journal.wipe(frame, names.inodeAddressOf(file));
        space.freeInode(file);
        life.markFreed(file);
        inCore.cleanPages(row);
        inodes.dropData(row);
        inCore.unmark(row);
        if (glocks.revokes[glock] == 0) {
            glocks.clear(glock, Glocks.LFLUSH | Glocks.DIRTY);
        }
    }

    // Data

    /** Pages that a write touches, and a page to read first; returns when that is done. */
    Outcome prepareWrite(int frame, boolean append) {
        int row = life.find(frame, Reg.FILE);
        long old = bytes(file(frame));
        long written = end(frame);
        long size = sizeAfter(frame, append);
        int first = append ? (int) (old / Lun.BLOCK_BYTES) : firstPage(frame);
        int end = InodeCache.pagesOf(append ? size : written);
        frames.set(frame, Reg.WORK, Math.max(1, end - first));
        boolean partial = append ? old % Lun.BLOCK_BYTES != 0 : written % Lun.BLOCK_BYTES != 0 && written < old;
        int page = (int) ((append ? old : written) / Lun.BLOCK_BYTES);
        if (!partial || shape.stuffed(old) || inodes.firstMissing(row, page) > page) {
            return Outcome.NEXT;
        }
        inodes.cache(row, page, page + 1);
        machine.interpreter().resumeAt(frame, machine.lun().read(frame, 1));
        return Outcome.WAIT;
    }

    void dirtyData(int frame, boolean append) {
        int file = file(frame);
        int row = life.find(frame, Reg.FILE);
        long old = bytes(file);
        long size = sizeAfter(frame, append);
        if (!names.gone(file)) {
            int nameRow = names.row(file);
            names.bytes[nameRow] = size;
        }
        if (size != old || shape.stuffed(size)) {
            inCore.markInodeDirty(row);
        }
        glocks.set(inCore.glock[row], Glocks.DIRTY);
        int end = InodeCache.pagesOf(append ? size : end(frame));
        if (shape.stuffed(size)) {
            inodes.cache(row, end);
            return;
        }
        int first = append && !shape.stuffed(old) ? (int) (old / Lun.BLOCK_BYTES) : append ? 0 : firstPage(frame);
        inodes.cache(row, first, end);
        inCore.dirtyPages(row, first, end);
    }

    private int wantedPages(int frame) {
        return Math.min(InodeCache.pagesOf(end(frame)), InodeCache.pagesOf(bytes(file(frame))));
    }

    boolean isDataCached(int frame) {
        return inodes.firstMissing(life.find(frame, Reg.FILE), firstPage(frame)) >= wantedPages(frame);
    }

    Outcome readData(int frame) {
        int file = file(frame);
        int row = life.find(frame, Reg.FILE);
        int wanted = wantedPages(frame);
        if (inodes.firstMissing(row, firstPage(frame)) >= wanted) {
            return Outcome.NEXT;
        }
        if (shape.stuffed(bytes(file))) {
            inodes.cache(row, wanted);
            return Outcome.NEXT;
        }
        long done = 0;
        int last = shape.indirectBlocks(bytes(file)) == 0 ? NONE : (wanted - 1) / FileShape.IN_INDIRECT;
        for (int block = firstPage(frame) / FileShape.IN_INDIRECT; block <= last; block++) {
            if (inCore.readsIndirect(row, block)) {
                done = Math.max(done, machine.lun().read(frame, 1));
            }
        }
        machine.interpreter().resumeAt(frame, Math.max(done, readahead.read(frame, row, firstPage(frame), wanted)));
        return Outcome.WAIT;
    }

    boolean isInPlace(int frame) {
        return !isStuffed(file(frame)) && end(frame) <= bytes(file(frame));
    }

    boolean isStuffed(int file) {
        return shape.stuffed(bytes(file));
    }

    boolean isDataDirty(int frame) {
        int row = life.find(frame, Reg.FILE);
        int first = firstPage(frame);
        return inodes.nextDirty(row, first) == first && inodes.endOfDirty(row, first) >= wantedPages(frame);
    }

    Outcome readDirect(int frame) {
        machine.interpreter().resumeAt(frame, direct.read(frame, file(frame), firstPage(frame), wantedPages(frame)));
        return Outcome.WAIT;
    }

    Outcome writeDirect(int frame) {
        int row = life.find(frame, Reg.FILE);
        if (inodes.dirtyPages[row] == 0) {
            inodes.dropData(row);
        }
        machine.interpreter().resumeAt(frame, direct.write(frame, file(frame), firstPage(frame), wantedPages(frame)));
        return Outcome.WAIT;
    }

    void countPages(int frame) {
        frames.set(frame, Reg.WORK, Math.max(1, wantedPages(frame) - firstPage(frame)));
    }

    // Directories

    /** gfs2_dirent_search: hash table and leaf, as far as they are not cached. */
    Outcome search(int frame) {
        int directory = directory(frame);
        int row = life.find(frame, Reg.DIRECTORY);
        long done = readTable(frame, row, directory);
        int leaf = directories.leafOf(directory, Math.max(0, file(frame)), 0);
        if (leaf >= 0 && !inCore.hasLeaf(row, leaf)) {
            inCore.addLeaf(row, leaf);
            done = Math.max(done, machine.lun().read(frame, 1));
        }
        return wait(frame, done);
    }

    private long readTable(int frame, int row, int directory) {
        int blocks = directories.tableBlocks(directory);
        if (blocks == 0 || inodes.has(row, InodeCache.DIRECTORY_VALID)) {
            return NONE;
        }
        inodes.set(row, InodeCache.DIRECTORY_VALID);
        return machine.lun().read(frame, blocks);
    }

    /** gfs2_dir_read: leaves are read ahead, all at once here. */
    Outcome readLeaves(int frame) {
        int directory = directory(frame);
        int row = life.find(frame, Reg.DIRECTORY);
        long done = readTable(frame, row, directory);
        int leaves = directories.leaves(directory);
        for (int leaf = 0; leaf < leaves; leaf++) {
            if (!inCore.hasLeaf(row, leaf)) {
                inCore.addLeaf(row, leaf);
                done = Math.max(done, machine.lun().read(frame, 1));
            }
        }
        frames.set(frame, Reg.WORK, Math.max(1, leaves));
        return wait(frame, done);
    }

    private Outcome wait(int frame, long done) {
        if (done < 0) {
            return Outcome.NEXT;
        }
        machine.interpreter().resumeAt(frame, done);
        return Outcome.WAIT;
    }
}
