// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;

/**
 * What one node has read of the metadata, what it takes for free by that, and the changes that it makes. Not thread-safe.
 */
final class NodeMemory {

    private final int node;
    private final SharedDevice device;
    private final DiskFormat format;
    private final InitialFiles initial;
    private final Map<BlockId, Copy> copies = new LinkedHashMap<>();
    private final Map<BlockId, Ranges> free = new HashMap<>();
    private final Map<BlockId, Set<Integer>> foreignNames = new HashMap<>();

    NodeMemory(int node, SharedDevice device, DiskFormat format, InitialFiles initial) {
        this.node = node;
        this.device = device;
        this.format = format;
        this.initial = initial;
    }

    /** The node's copy of a block; read from the device the first time. */
    Copy copy(BlockId block) {
        return copies.computeIfAbsent(block, id -> new Copy(id, node, device.image(id)));
    }

    Collection<Copy> copies() {
        return copies.values();
    }

    /** The node sees the name of a file that another node has made. */
    boolean seesName(BlockId block, int file) {
        return foreignNames.computeIfAbsent(block, id -> {
            Set<Integer> names = new HashSet<>();
            // what the node adds later is its own
            copy(id).forEach(update -> {
                if (update.node() != node && update.change() instanceof Change.Entry entry) {
                    if (entry.present()) {
                        names.add(entry.file());
                    } else {
                        names.remove(entry.file());
                    }
                }
            });
            return names;
        }).contains(file);
    }

    /** Takes a free inode of a region, or of those behind it. */
    long takeInode(int region) {
        DiskFormat.Unit unit = format.unitOfInode(format.firstInode(region));
        while (inodes(unit).isEmpty()) {
            unit = format.unitOfInode(unit.range().end());
        }
        return inodes(unit).take(1).start();
    }

    /** Takes free blocks that lie together, of a region or of those behind it: as many as are wanted, or fewer. */
    Extent takeBlocks(int region, long wanted) {
        DiskFormat.Unit unit = format.unitOfBlock(format.firstBlock(region));
        while (blocks(unit).isEmpty()) {
            unit = format.unitOfBlock(unit.range().end());
        }
        return blocks(unit).take(wanted);
    }

    void giveInode(long inode) {
        inodes(format.unitOfInode(inode)).add(new Extent(inode, 1));
    }

    /** Blocks of one unit are free again. */
    void giveBlocks(Extent extent) {
        blocks(format.unitOfBlock(extent.start())).add(extent);
    }

    private Ranges inodes(DiskFormat.Unit unit) {
        return free(unit, region -> format.firstInode(region), initial::inodesIn);
    }

    private Ranges blocks(DiskFormat.Unit unit) {
        return free(unit, region -> format.firstBlock(region), initial::blocksIn);
    }

    private Ranges free(DiskFormat.Unit unit, IntToLongFunction first, IntToLongFunction used) {
        return free.computeIfAbsent(unit.block(), id -> {
            Ranges ranges = new Ranges();
            ranges.add(unit.range());
            initiallyUsed(initial, unit.range(), first, used).forEach(ranges::remove);
            copy(id).forEach(update -> mark(ranges, update, false));
            return ranges;
        });
    }

    /** What is used from the start of some range of inodes or blocks. */
    static Ranges initiallyUsed(InitialFiles initial, Extent range, IntToLongFunction first,
            IntToLongFunction used) {
        Ranges found = new Ranges();
        for (int region = 0; region < initial.regions(); region++) {
            long start = Math.max(range.start(), first.applyAsLong(region));
            long end = Math.min(range.end(), first.applyAsLong(region) + used.applyAsLong(region));
            if (start < end) {
                found.add(new Extent(start, end - start));
            }
        }
        return found;
    }

    /** Applies marks to a set of those that are used, or of those that are free. */
    static void mark(Ranges ranges, Update update, boolean ofUsed) {
        if (update.change() instanceof Change.Marks marks) {
            if (marks.used() == ofUsed) {
                ranges.add(marks.range());
            } else {
                ranges.remove(marks.range());
            }
        }
    }
}
