// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quorate.study.unsafe.Copy.Image;

/**
 * What the blocks of the device say once every node has written what it had: inodes, names, marks; as a check of the file system reads
 * it. Files that nobody touched are left out: nothing of them changed. Not thread-safe.
 */
final class DiskState {

    /** A directory and a file whose name may be in it. */
    record Name(int directory, int file) implements Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            return directory != other.directory ? Integer.compare(directory, other.directory) : Integer.compare(file, other.file);
        }
    }

    private final InitialFiles initial;
    private final DiskFormat format;
    private final TreeMap<Long, Change.Slot> slots = new TreeMap<>();
    private final TreeMap<Name, Change.Entry> entries = new TreeMap<>();
    private final Map<BlockId, Ranges> marked = new HashMap<>();
    private final List<DiskFormat.Unit> units = new ArrayList<>();

    /**
     * Reads the device.
     *
     * @param touched files that any node has looked at or changed
     */
    DiskState(UnsafeRun run, TreeSet<Integer> touched) {
        initial = run.initial();
        format = run.format();
        touched.stream().filter(file -> file < initial.count()).forEach(this::initially);
        run.device().forEach((block, image) -> image.forEach(this::apply));
        run.device().forEach(this::readMarks);
    }

    /** As it was at the start. */
    private void initially(int file) {
        int set = initial.setOf(file);
        int directory = initial.directoryOf(file);
        int region = initial.region(set, directory);
        long inode = format.firstInode(region) + initial.placeOf(file);
        long blocks = initial.blocksOf(set);
        List<Extent> extents = blocks == 0 ? List.of() : List.of(new Extent(format.firstBlock(region) + initial.blockOf(file), blocks));
        slots.put(inode, new Change.Slot(inode, file, extents, extents.size(), true));
        entries.put(new Name(directory, file), new Change.Entry(directory, file, inode, true));
    }

    private void apply(Update update) {
        if (update.change() instanceof Change.Slot slot && slot.file() >= 0) {
            slots.put(slot.inode(), slot);
        } else if (update.change() instanceof Change.Entry entry) {
            entries.put(new Name(entry.directory(), entry.file()), entry);
        }
    }

    private void readMarks(BlockId block, Image image) {
        image.forEach(update -> {
            if (update.change() instanceof Change.Marks marks) {
                boolean inode = block.kind() == BlockKind.INODE_BITMAP || block.kind() == BlockKind.INODE_TREE;
                DiskFormat.Unit unit = inode ? format.unitOfInode(marks.range().start()) : format.unitOfBlock(marks.range().start());
                Ranges ranges = marked.computeIfAbsent(block, id -> {
                    units.add(unit);
                    return initially(unit);
                });
                NodeMemory.mark(ranges, update, true);
            }
        });
    }

    /** What a unit's range had in use at the start. */
    Ranges initially(DiskFormat.Unit unit) {
        boolean inode = isOfInodes(unit);
        return NodeMemory.initiallyUsed(initial, unit.range(), inode ? format::firstInode : format::firstBlock,
                inode ? initial::inodesIn : initial::blocksIn);
    }

    static boolean isOfInodes(DiskFormat.Unit unit) {
        return unit.block().kind() == BlockKind.INODE_BITMAP || unit.block().kind() == BlockKind.INODE_TREE;
    }

    /** Inodes that are in use or were, in order. */
    Iterable<Change.Slot> slots() {
        return slots.values();
    }

    /** An inode; null: not one that anybody touched. */
    Change.Slot slot(long inode) {
        return slots.get(inode);
    }

    Iterable<Change.Entry> entries() {
        return entries.values();
    }

    /** A name that is there; null: it is not. */
    Change.Entry entry(int directory, int file) {
        Change.Entry entry = entries.get(new Name(directory, file));
        return entry == null || !entry.present() ? null : entry;
    }

    /** Records of inodes or blocks that have changed. */
    List<DiskFormat.Unit> units() {
        return units;
    }

    /** What a record says is in use. */
    Ranges marked(DiskFormat.Unit unit) {
        return marked.get(unit.block());
    }

    /** What really is in use there: files that nobody touched, and what the inodes say. */
    Ranges inUse(DiskFormat.Unit unit) {
        Ranges used = initially(unit);
        boolean inode = isOfInodes(unit);
        slots.values().stream().filter(slot -> slot.file() < initial.count()).forEach(slot -> initialParts(slot.file(), inode)
                .forEach(part -> clip(part, unit.range()).forEach(used::remove)));
        slots.values().stream().filter(Change.Slot::used).forEach(slot -> {
            if (inode) {
                clip(new Extent(slot.inode(), 1), unit.range()).forEach(used::add);
            } else {
                slot.extents().forEach(part -> clip(part, unit.range()).forEach(used::add));
            }
        });
        return used;
    }

    private List<Extent> initialParts(int file, boolean inode) {
        int set = initial.setOf(file);
        int region = initial.region(set, initial.directoryOf(file));
        if (inode) {
            return List.of(new Extent(format.firstInode(region) + initial.placeOf(file), 1));
        }
        long blocks = initial.blocksOf(set);
        return blocks == 0 ? List.of() : List.of(new Extent(format.firstBlock(region) + initial.blockOf(file), blocks));
    }

    private static List<Extent> clip(Extent part, Extent range) {
        long start = Math.max(part.start(), range.start());
        long end = Math.min(part.end(), range.end());
        return start < end ? List.of(new Extent(start, end - start)) : List.of();
    }
}
