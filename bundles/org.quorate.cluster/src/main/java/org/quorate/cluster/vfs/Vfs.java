// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.vfs;

import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.engine.WaitList;
import org.quorate.cluster.host.DirectIo;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Lun;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.NameSpace;
import org.quorate.cluster.host.Readahead;
import org.quorate.cluster.host.Writeback;
import org.quorate.model.Operation;
import org.quorate.model.SlabCache;

/** Lookup, data pages and the life of inodes on each node. Not thread-safe. */
public final class Vfs implements Mechanism {

    private static final Step[] STEPS = VfsStep.values();
    private static final Condition[] CONDITIONS = VfsCondition.values();
    /** READ_DIRECTORY for a lookup, for all entries. */
    public static final int LOOKUP = 0;
    public static final int WHOLE = 1;
    private static final int NONE = -1;
    private static final int SECTORS_OF_PAGE = Lun.BLOCK_BYTES / Reg.OFFSET_BYTES;

    private final Machine machine;
    private final Frames frames;
    private final NameSpace names;
    private final InodeCache inodes;
    private final Writeback writeback;
    private final Extents extents;
    private final Readahead readahead;
    private final DirectIo direct;
    private final int inlineBytes;
    private final DirectoryLayout layout;
    private final SlabCache inodeCache;
    private final InodeMutexes mutexes;
    private final WaitList freeing;

    /**
     * Makes it.
     *
     * @param inlineBytes  largest file whose data lies in its inode, 0: none
     * @param layout       of directories; null: the file system reads them itself
     * @param inodeCache   slab cache of inodes
     */
    public Vfs(Machine machine, Writeback writeback, Extents extents, int inlineBytes, DirectoryLayout layout,
            SlabCache inodeCache) {
        this.machine = machine;
        this.writeback = writeback;
        this.extents = extents;
        readahead = new Readahead(machine);
        direct = new DirectIo(machine);
        this.inlineBytes = inlineBytes;
        this.layout = layout;
        this.inodeCache = inodeCache;
        frames = machine.frames();
        freeing = new WaitList(frames);
        names = machine.names();
        inodes = machine.inodes();
        mutexes = new InodeMutexes(machine);
    }

    /** Row of an inode on the frame's node. */
    public int row(int frame, int register) {
        return inodes.row(frames.node(frame), frames.get(frame, register));
    }

    /** Blocks of a directory's entries beyond its inode; 0 while they fit into it. */
    public int directoryBlocks(int directory) {
        int entries = names.entriesOf(directory);
        return layout.blocks(entries, names.nameLengthIn(directory));
    }

    /** The data of a file of this size lies in its inode. */
    public boolean inline(long bytes) {
        return bytes <= inlineBytes;
    }

    /** Inode and dentry come into a node's memory. */
    public void attach(int row) {
        if (!inodes.has(row, InodeCache.IN_MEMORY)) {
            machine.census().inode(inodes.node[row], inodeCache, 1);
            machine.census().add(inodes.node[row], SlabCache.DENTRY,
                    org.quorate.cluster.result.NodeCensus.LockRole.HOLDER, 1);
        }
        inodes.set(row, InodeCache.IN_MEMORY | InodeCache.DENTRY);
    }

    /** A node forgets an inode. */
    public void forget(int row) {
        if (inodes.has(row, InodeCache.IN_MEMORY)) {
            machine.census().inode(inodes.node[row], inodeCache, -1);
            machine.census().add(inodes.node[row], SlabCache.DENTRY,
                    org.quorate.cluster.result.NodeCensus.LockRole.HOLDER, -1);
        }
        writeback.clean(row);
        extents.forget(inodes.node[row], names.row(inodes.inode[row]));
        inodes.forget(row);
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
        switch ((VfsStep) STEPS[step]) {
            case READ_INODE -> {
                return read(frame, row(frame, a), InodeCache.BLOCK_VALID, 1);
            }
            case READ_DIRECTORY -> {
                return readDirectory(frame, a);
            }
            case LOCK_INODE -> {
                return mutexes.lock(frame, frames.get(frame, a));
            }
            case UNLOCK_INODE -> mutexes.unlock(frame, frames.get(frame, a));
            case LOCK_RENAMES -> {
                return mutexes.lock(frame, InodeMutexes.RENAMES);
            }
            case UNLOCK_RENAMES -> mutexes.unlock(frame, InodeMutexes.RENAMES);
            case ATTACH -> attach(row(frame, Reg.FILE));
            case MAKE_FILE -> makeFile(frame);
            case MAKE_DIRECTORY -> makeDirectory(frame);
            case MOVE_NAME -> names.move(frames.get(frame, Reg.FILE), frames.get(frame, Reg.TARGET));
            case REMOVE_NAME -> names.remove(frames.get(frame, Reg.FILE), frames.get(frame, Reg.DIRECTORY));
            case READ_DATA -> {
                return readData(frame);
            }
            case READ_PARTIAL -> {
                return readPartial(frame);
            }
            case DIRTY_DATA -> dirtyData(frame, a == 1);
            case READ_DIRECT -> {
                int end = Math.min(endPage(frame), inodes.dataPages(frames.get(frame, Reg.FILE)));
                return until(frame, direct.read(frame, frames.get(frame, Reg.FILE), firstPage(frame), end));
            }
            case WRITE_DIRECT -> {
                return writeDirect(frame, a == 1);
            }
            case COUNT_PAGES -> {
                frames.set(frame, Reg.WORK, Math.max(1, endPage(frame) - firstPage(frame)));
                frames.set(frame, Reg.WORK2, frames.get(frame, Reg.WORK) - 1);
            }
            case TRUNCATE -> truncate(frame);
            case UNHASH -> {
                inodes.clear(row(frame, Reg.FILE), InodeCache.DENTRY);
                inodes.set(row(frame, Reg.FILE), InodeCache.FREEING);
            }
            case FORGET -> forgetFreed(row(frame, Reg.FILE));
            case FORGET_CLEAN -> forgetClean(frames.node(frame));
            case OPEN -> {
                return open(frame);
            }
            case CLOSE -> inodes.pin(row(frame, Reg.FILE), -1);
        }
        return Outcome.NEXT;
    }

    /** The index, then the block with the name; each a request of its own. */
    private Outcome readDirectory(int frame, int how) {
        int row = row(frame, Reg.DIRECTORY);
        int blocks = directoryBlocks(frames.get(frame, Reg.DIRECTORY));
        if (blocks == 0) {
            inodes.set(row, InodeCache.DIRECTORY_VALID);
            return layout.inlineBytes() == 0 ? Outcome.NEXT : read(frame, row, InodeCache.BLOCK_VALID, 1);
        }
        if (inodes.has(row, InodeCache.DIRECTORY_VALID)) {
            return Outcome.NEXT;
        }
        inodes.set(row, InodeCache.DIRECTORY_VALID);
        if (how == WHOLE) {
            machine.interpreter().resumeAt(frame, machine.lun().read(frame, blocks));
            return Outcome.WAIT;
        }
        int requests = 2;
        if (layout.inlineBytes() > 0 && !inodes.has(row, InodeCache.BLOCK_VALID)) {
            inodes.set(row, InodeCache.BLOCK_VALID);
            requests++; // the inode's block says where the others are
        }
        machine.interpreter().resumeAt(frame, machine.lun().readScattered(frame, requests));
        return Outcome.WAIT;
    }

    private Outcome read(int frame, int row, int flag, int blocks) {
        if (inodes.has(row, flag)) {
            return Outcome.NEXT;
        }
        inodes.set(row, flag);
        if (blocks == 0) {
            return Outcome.NEXT;
        }
        machine.interpreter().resumeAt(frame, machine.lun().read(frame, blocks));
        return Outcome.WAIT;
    }

    private void makeFile(int frame) {
        int file = frames.get(frame, Reg.FILE);
        if (file != NONE && names.unborn(file)) {
            names.bear(file, frames.node(frame));
        } else {
            file = names.create(frames.get(frame, Reg.SET), frames.node(frame), frames.get(frame, Reg.DIRECTORY), 0);
        }
        frames.set(frame, Reg.FILE, file);
        machine.times().made(file);
        int row = inodes.row(frames.node(frame), file);
        inodes.set(row, InodeCache.BLOCK_VALID | InodeCache.DIRECTORY_VALID | InodeCache.DATA_VALID);
        attach(row);
    }

    private void makeDirectory(int frame) {
        int directory = names.createDirectory(frames.get(frame, Reg.SET), frames.node(frame),
                frames.get(frame, Reg.DIRECTORY));
        frames.set(frame, Reg.FILE, directory);
        machine.times().made(directory);
        int row = inodes.row(frames.node(frame), directory);
        inodes.set(row, InodeCache.BLOCK_VALID | InodeCache.DIRECTORY_VALID);
        attach(row);
    }

    private Outcome readData(int frame) {
        int file = frames.get(frame, Reg.FILE);
        int row = row(frame, Reg.FILE);
        int first = firstPage(frame);
        int wanted = Math.min(endPage(frame), inodes.dataPages(file));
        frames.set(frame, Reg.WORK, Math.max(1, wanted - first));
        if (inodes.firstMissing(row, first) >= wanted || inline(names.bytesOf(file))) {
            return Outcome.NEXT;
        }
        machine.interpreter().resumeAt(frame, readahead.read(frame, row, first, wanted));
        return Outcome.WAIT;
    }

    private int firstPage(int frame) {
        return frames.get(frame, Reg.OFFSET) / SECTORS_OF_PAGE;
    }

    /** Where a read or write ends, in bytes from the start of the file. */
    private long end(int frame) {
        return (long) frames.get(frame, Reg.OFFSET) * Reg.OFFSET_BYTES + frames.get(frame, Reg.BYTES);
    }

    private int endPage(int frame) {
        return InodeCache.pagesOf(end(frame));
    }

    private Outcome readPartial(int frame) {
        int file = frames.get(frame, Reg.FILE);
        int row = row(frame, Reg.FILE);
        long size = Math.max(0, names.bytesOf(file));
        if (inline(size)) {
            return Outcome.NEXT;
        }
        // the page that is written in part, and was there before
        boolean append = frames.get(frame, Reg.OPERATION) == Operation.APPEND.ordinal();
        long written = append ? size : end(frame);
        int page = (int) (written / Lun.BLOCK_BYTES);
        if (written % Lun.BLOCK_BYTES == 0 || page >= inodes.dataPages(file)
                || inodes.firstMissing(row, page) > page) {
            return Outcome.NEXT;
        }
        inodes.cache(row, page, page + 1);
        machine.interpreter().resumeAt(frame, machine.lun().read(frame, 1));
        return Outcome.WAIT;
    }

    private void dirtyData(int frame, boolean append) {
        int file = frames.get(frame, Reg.FILE);
        int nameRow = names.row(file);
        int row = row(frame, Reg.FILE);
        long old = Math.max(0, names.bytes[nameRow]);
        long written = end(frame);
        long size = append ? old + frames.get(frame, Reg.BYTES) : Math.max(old, written);
        int first = append ? (int) (old / Lun.BLOCK_BYTES) : firstPage(frame);
        int last = InodeCache.pagesOf(append ? size : written);
        frames.set(frame, Reg.WORK, Math.max(1, last - first));
        if (names.gone(file)) {
            return;
        }
        names.bytes[nameRow] = size;
        if (inline(size)) {
            return;
        }
        extents.allocate(names, nameRow, frames.node(frame), InodeCache.pagesOf(size));
        // what lay in the inode goes to a page
        int from = inline(old) ? 0 : first;
        inodes.cache(row, from, last);
        writeback.dirty(row, from, last);
    }

    private Outcome writeDirect(int frame, boolean append) {
        int file = frames.get(frame, Reg.FILE);
        int nameRow = names.row(file);
        long old = Math.max(0, names.bytes[nameRow]);
        long size = append ? old + frames.get(frame, Reg.BYTES) : Math.max(old, end(frame));
        if (names.gone(file)) {
            return Outcome.NEXT;
        }
        names.bytes[nameRow] = size;
        extents.allocate(names, nameRow, frames.node(frame), InodeCache.pagesOf(size));
        if (inodes.dirtyPages[row(frame, Reg.FILE)] == 0) {
            inodes.dropData(row(frame, Reg.FILE)); // another thread may have made some dirty meanwhile
        }
        int first = append ? (int) (old / Lun.BLOCK_BYTES) : firstPage(frame);
        return until(frame, direct.write(frame, file, first, InodeCache.pagesOf(append ? size : end(frame))));
    }

    private Outcome until(int frame, long time) {
        machine.interpreter().resumeAt(frame, time);
        return Outcome.WAIT;
    }

    /** inode.c:__wait_on_freeing_inode: an inode that is being dropped must be gone first. */
    private Outcome open(int frame) {
        int row = row(frame, Reg.FILE);
        if (inodes.has(row, InodeCache.FREEING)) {
            freeing.add(row, frame);
            return Outcome.AGAIN;
        }
        inodes.pin(row, 1);
        return Outcome.NEXT;
    }

    private void forgetFreed(int row) {
        forget(row);
        for (int frame = freeing.poll(row); frame != NONE; frame = freeing.poll(row)) {
            machine.hosts().wakeTask(frame);
        }
    }

    private void forgetClean(int node) {
        for (int row = 0; row < inodes.rows(); row++) {
            if (inodes.node[row] == node && inodes.dirtyPages[row] == 0 && inodes.own[row] == 0) {
                forget(row);
            }
        }
    }

    private void truncate(int frame) {
        int nameRow = names.row(frames.get(frame, Reg.FILE));
        int row = row(frame, Reg.FILE);
        if (!names.gone(frames.get(frame, Reg.FILE))) {
            names.bytes[nameRow] = 0;
        }
        writeback.clean(row);
        inodes.dropData(row);
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        int file = frames.get(frame, Reg.FILE);
        return switch ((VfsCondition) CONDITIONS[condition]) {
            case KNOWN -> {
                int row = inodes.find(frames.node(frame), file);
                yield row != NONE && inodes.has(row, InodeCache.IN_MEMORY | InodeCache.DENTRY);
            }
            case GONE -> names.gone(file);
            case UNBORN -> names.unborn(file);
            case INLINE -> inline(names.bytesOf(file));
            case DATA_MISSING -> {
                int row = inodes.find(frames.node(frame), file);
                yield row == NONE || inodes.firstMissing(row, firstPage(frame)) < Math.min(endPage(frame), inodes.dataPages(file));
            }
            case DATA_DIRTY -> {
                int row = inodes.find(frames.node(frame), file);
                int first = firstPage(frame);
                yield row != NONE && inodes.nextDirty(row, first) == first && inodes.endOfDirty(row, first) >= endPage(frame);
            }
            case ACCESS_TIME_DUE -> machine.times().isDue(frames.get(frame, a));
            case HAS_BYTES -> frames.get(frame, Reg.BYTES) > 0;
            case NEEDS_BLOCKS -> needsBlocks(frame, a == 1);
            case DIRTY -> {
                int row = inodes.find(frames.node(frame), file);
                yield row != NONE && inodes.dirtyPages[row] > 0;
            }
            case BUSY -> {
                int row = inodes.find(frames.node(frame), file);
                yield row != NONE && inodes.own[row] > 0;
            }
        };
    }

    private boolean needsBlocks(int frame, boolean append) {
        int file = frames.get(frame, Reg.FILE);
        long old = Math.max(0, names.bytesOf(file));
        long size = append ? old + frames.get(frame, Reg.BYTES) : Math.max(old, end(frame));
        boolean had = !inline(old) && old > 0;
        return !inline(size) && (!had || InodeCache.pagesOf(size) > InodeCache.pagesOf(old));
    }
}
