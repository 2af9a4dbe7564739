// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One node's mount: what its kernel does for each system call, without a thought of others. Not thread-safe. */
final class NodeFiles {

    /** Blocks of a directory that are told apart. */
    static final long DIRECTORY_BLOCKS = 1 << 16;

    private final int node;
    private final SharedDevice device;
    private final DiskFormat format;
    private final InitialFiles initial;
    private final RunClock clock;
    private final FileTruth truth;
    private final NodeMemory memory;
    private final NodeLog log;
    private final Map<Integer, FileView> views = new HashMap<>();
    /** Files with data in memory that is not on the device, and since when. */
    private final Map<Integer, Long> dirty = new LinkedHashMap<>();
    private final Map<Integer, Long> madeIn = new HashMap<>();

    NodeFiles(int node, SharedDevice device, DiskFormat format, InitialFiles initial, RunClock clock, FileTruth truth) {
        this.node = node;
        this.device = device;
        this.format = format;
        this.initial = initial;
        this.clock = clock;
        this.truth = truth;
        memory = new NodeMemory(node, device, format, initial);
        log = new NodeLog(node, device, format, clock);
    }

    int node() {
        return node;
    }

    NodeLog log() {
        return log;
    }

    NodeMemory memory() {
        return memory;
    }

    Map<Integer, FileView> views() {
        return views;
    }

    void mount() {
        log.recover();
        if (format.mountMarks()) {
            mark();
        } else {
            memory.copy(new BlockId(BlockKind.SUPERBLOCK, 0));
        }
    }

    private void mark() {
        Copy superblock = memory.copy(new BlockId(BlockKind.SUPERBLOCK, 0));
        superblock.add(new Update(clock.nextSequence(), node, clock.nanos(), new Change.Count(null, 0)));
        device.write(superblock.image(), node, clock.nanos());
    }

    /** Everything goes to the device, in the order of fs/super.c:generic_shutdown_super. */
    void unmount() {
        writeData(0);
        log.commit();
        log.writeBack(0);
        mark();
    }

    /** A file as the node sees it: from its memory, or from the device the first time. */
    FileView view(int file) {
        FileView known = views.get(file);
        if (known == null) {
            known = file < initial.count() ? initialView(file) : null;
            if (known != null) {
                views.put(file, known);
            }
        }
        return known;
    }

    private FileView initialView(int file) {
        int set = initial.setOf(file);
        int directory = initial.directoryOf(file);
        int region = initial.region(set, directory);
        long inode = format.firstInode(region) + initial.placeOf(file);
        FileView view = new FileView(file, set, inode, directory,
                entryBlock(directory, format.entryBlock(initial.names(set), file, initial.sets().get(set).nameLength())));
        view.bytes = initial.bytesOf(set);
        if (view.bytes > 0) {
            view.extend(new Extent(format.firstBlock(region) + initial.blockOf(file), initial.blocksOf(set)));
        }
        memory.copy(format.tableOf(inode)).forEach(update -> {
            if (update.change() instanceof Change.Slot slot && slot.inode() == inode) {
                view.sequence = update.sequence();
                view.present = slot.used();
                view.cut();
                slot.extents().forEach(view::extend);
                view.bytes = view.allocated * InitialFiles.BLOCK_BYTES;
            }
        });
        return view;
    }

    private static BlockId entryBlock(int directory, int block) {
        return new BlockId(BlockKind.DIRECTORY, directory * DIRECTORY_BLOCKS + block);
    }

    void create(int file, int set, int directory, long bytes) {
        int region = initial.region(set, directory);
        long inode = memory.takeInode(region);
        long names = initial.names(set) + madeIn.merge(directory, 1L, Long::sum);
        FileView view = new FileView(file, set, inode, directory,
                entryBlock(directory, format.entryBlock(names, file, initial.sets().get(set).nameLength())));
        views.put(file, view);
        truth.created(file, node, set, view.entryBlock);
        markInode(inode, true);
        slot(view, true);
        entry(view, true);
        dirty(view, bytes);
    }

    /** New data behind what is there; blocks for it are taken when it is written (delayed allocation). */
    void append(FileView view, long bytes) {
        slot(view, true);
        dirty(view, view.bytes + bytes);
    }

    /** New data over what is there. */
    void overwrite(FileView view) {
        slot(view, true);
        view.overwritten = true;
        dirty(view, view.bytes);
    }

    /** Cut to nothing and written anew; on its way to the device when it is closed (ext4: auto_da_alloc; xfs_release). */
    void replace(FileView view, long bytes) {
        release(view);
        dirty(view, bytes);
        dirty.remove(view.file);
        write(view);
    }

    void remove(FileView view) {
        entry(view, false);
        release(view);
        slot(view, false);
        markInode(view.inode, false);
        memory.giveInode(view.inode);
        view.present = false;
        dirty.remove(view.file);
    }

    /** The name changes, in its directory or into another. */
    void rename(FileView view, int directory) {
        entry(view, false);
        if (directory != view.directory) {
            view.directory = directory;
            view.entryBlock = entryBlock(directory, format.entryBlock(initial.names(view.set), view.file,
                    initial.sets().get(view.set).nameLength()));
            truth.moved(view.file, view.entryBlock);
        }
        entry(view, true);
        slot(view, true);
    }

    void touch(FileView view) {
        slot(view, true);
    }

    /** Data first, then the transaction that says where it is. */
    void fsync(FileView view) {
        if (dirty.remove(view.file) != null) {
            write(view);
        }
        log.commit();
    }

    /** The flusher's turn: data that is as old as that is written. */
    void writeData(long age) {
        List<Integer> due = new ArrayList<>();
        dirty.forEach((file, since) -> {
            if (clock.nanos() - since >= age) {
                due.add(file);
            }
        });
        for (int file : due) {
            dirty.remove(file);
            write(views.get(file));
        }
    }

    private void dirty(FileView view, long bytes) {
        view.bytes = bytes;
        if (bytes > 0) {
            dirty.putIfAbsent(view.file, clock.nanos());
        }
    }

    private void write(FileView view) {
        int region = initial.region(view.set, view.directory);
        int before = view.extents().size();
        long needed = InitialFiles.blocksFor(view.bytes);
        while (view.allocated < needed) {
            Extent extent = memory.takeBlocks(region, needed - view.allocated);
            markBlocks(extent, true);
            view.extend(extent);
        }
        if (view.extents().size() > before) {
            slot(view, true);
        }
        if (before > 0 && !view.overwritten) {
            // what is appended begins in the block that was the last
            device.writeData(new Extent(view.extents().get(before - 1).end() - 1, 1), view.file, node, clock.nanos());
        }
        view.extents().subList(view.overwritten ? 0 : before, view.extents().size())
                .forEach(extent -> device.writeData(extent, view.file, node, clock.nanos()));
        view.overwritten = false;
    }

    private void release(FileView view) {
        for (Extent extent : view.extents()) {
            device.data().free(extent, view.file, node);
            for (long at = extent.start(); at < extent.end();) {
                long end = Math.min(extent.end(), format.unitOfBlock(at).range().end());
                Extent part = new Extent(at, end - at);
                markBlocks(part, false);
                memory.giveBlocks(part);
                at = end;
            }
        }
        view.cut();
    }

    private void markInode(long inode, boolean used) {
        DiskFormat.Unit unit = format.unitOfInode(inode);
        update(unit.block(), new Change.Marks(new Extent(inode, 1), used));
        format.countsOfInode(inode).forEach(block -> update(block, new Change.Count(unit.block(), used ? 1 : -1)));
    }

    private void markBlocks(Extent extent, boolean used) {
        BlockId unit = format.unitOfBlock(extent.start()).block();
        update(unit, new Change.Marks(extent, used));
        long taken = used ? extent.length() : -extent.length();
        format.countsOfBlock(extent.start()).forEach(block -> update(block, new Change.Count(unit, taken)));
    }

    private void slot(FileView view, boolean used) {
        Update update = update(format.tableOf(view.inode), new Change.Slot(view.inode, view.file, view.extents(), view.extents().size(), used));
        view.sequence = update.sequence();
        view.lastOwn = update;
        truth.changed(view.file, update);
    }

    /** A name changes, and with it the times of its directory. */
    private void entry(FileView view, boolean present) {
        update(view.entryBlock, new Change.Entry(view.directory, view.file, view.inode, present));
        long inode = format.firstInode(initial.region(view.set, view.directory)) + initial.placeOfDirectory(view.set, view.directory);
        update(format.tableOf(inode), new Change.Slot(inode, -1 - view.directory, List.of(), 0, true));
    }

    private Update update(BlockId block, Change change) {
        Copy copy = memory.copy(block);
        Update update = new Update(clock.nextSequence(), node, clock.nanos(), change);
        copy.add(update);
        log.join(copy, change instanceof Change.Slot);
        return update;
    }
}
