// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.quorate.study.unsafe.Copy.Image;

/** Checks what all nodes have left on the device when they have unmounted. Not thread-safe. */
final class Inspection {

    private final UnsafeRun run;
    private final TreeSet<Integer> touched = new TreeSet<>();
    private final DiskState disk;

    Inspection(UnsafeRun run) {
        this.run = run;
        run.nodes().forEach(node -> touched.addAll(node.views().keySet()));
        disk = new DiskState(run, touched);
    }

    /** Updates that a node made and that are not on the device, by what they were about; every kind has a number. */
    Map<LossKind, Long> lost() {
        Map<LossKind, Long> lost = new EnumMap<>(LossKind.class);
        for (LossKind kind : LossKind.values()) {
            lost.put(kind, 0L);
        }
        everyLoss(update -> lost.merge(update.change().kind(), 1L, Long::sum));
        return lost;
    }

    private void everyLoss(Consumer<Update> reader) {
        for (NodeFiles node : run.nodes()) {
            for (Copy copy : node.memory().copies()) {
                Image last = run.device().image(copy.block());
                copy.updatesFrom(last == null ? 0 : last.countOf(copy)).forEach(reader);
            }
        }
    }

    /** Files that are damaged, by what was found first; every kind has a number. */
    Map<Damage, Long> damaged() {
        Map<Damage, Long> damaged = new EnumMap<>(Damage.class);
        for (Damage damage : Damage.values()) {
            damaged.put(damage, 0L);
        }
        Set<Long> lost = new HashSet<>();
        everyLoss(update -> lost.add(update.sequence()));
        for (int file : touched) {
            Damage worst = null;
            for (NodeFiles node : run.nodes()) {
                FileView view = node.views().get(file);
                Damage found = view == null || view.lastOwn == null ? null : damage(view, lost);
                worst = found == null || worst != null && worst.compareTo(found) <= 0 ? worst : found;
            }
            if (worst != null) {
                damaged.merge(worst, 1L, Long::sum);
            }
        }
        return damaged;
    }

    /** Files that any node changed. */
    long changedFiles() {
        return touched.stream().filter(file -> run.nodes().stream().map(node -> node.views().get(file))
                .anyMatch(view -> view != null && view.lastOwn != null)).count();
    }

    /** What a user of one node finds of a file; null: what he left. */
    private Damage damage(FileView view, Set<Long> lost) {
        Change.Entry entry = disk.entry(view.directory, view.file);
        if (!view.present) {
            return entry != null ? Damage.NAME_BACK : null;
        }
        if (entry == null) {
            return Damage.NAME_LOST;
        }
        Change.Slot slot = disk.slot(entry.inode());
        if (slot == null || !slot.used() || slot.file() != view.file) {
            return Damage.WRONG_INODE;
        }
        if (!view.extents().stream().allMatch(extent -> run.device().data().isOf(extent, view.file))) {
            return Damage.DATA_OVERWRITTEN;
        }
        return lost.contains(view.lastOwn.sequence()) ? Damage.CHANGE_LOST : null;
    }

    /** What a check of the file system would complain about, and how often; every complaint has a number. */
    Map<Complaint, Long> complaints() {
        Map<Complaint, Long> found = new EnumMap<>(Complaint.class);
        found.put(Complaint.MULTIPLY_CLAIMED, multiplyClaimed());
        countNames(found);
        long[] differences = new long[4];
        for (DiskFormat.Unit unit : disk.units()) {
            int at = DiskState.isOfInodes(unit) ? 2 : 0;
            Ranges used = disk.inUse(unit);
            Ranges marked = disk.marked(unit);
            differences[at] += used.without(marked);
            differences[at + 1] += marked.without(used);
        }
        found.put(Complaint.BLOCKS_UNMARKED, differences[0]);
        found.put(Complaint.BLOCKS_MARKED, differences[1]);
        found.put(Complaint.INODES_UNMARKED, differences[2]);
        found.put(Complaint.INODES_MARKED, differences[3]);
        found.put(Complaint.COUNTS, wrongCounts());
        return found;
    }

    /**
     * Counts of free inodes or blocks that differ from what the bitmaps or btrees say: what both tools compare while they change
     * nothing (e2fsck/pass5.c:check_block_bitmaps; xfsprogs, repair/scan.c:validate_agf).
     */
    private long wrongCounts() {
        Map<BlockId, Long> taken = new HashMap<>();
        disk.units().forEach(unit -> taken.put(unit.block(), disk.marked(unit).count() - disk.initially(unit).count()));
        long[] wrong = new long[1];
        run.device().forEach((block, image) -> {
            Map<BlockId, Long> counted = new HashMap<>();
            image.forEach(update -> {
                if (update.change() instanceof Change.Count count && count.unit() != null) {
                    counted.merge(count.unit(), count.taken(), Long::sum);
                }
            });
            counted.forEach((unit, number) -> wrong[0] += number.equals(taken.getOrDefault(unit, 0L)) ? 0 : 1);
        });
        return wrong[0];
    }

    private void countNames(Map<Complaint, Long> found) {
        Map<Long, Integer> references = new HashMap<>();
        long deleted = 0;
        for (Change.Entry entry : disk.entries()) {
            if (entry.present()) {
                Change.Slot slot = disk.slot(entry.inode());
                boolean used = slot != null && slot.used();
                deleted += used ? 0 : 1;
                references.merge(entry.inode(), used ? 1 : 0, Integer::sum);
            }
        }
        long unattached = 0;
        for (Change.Slot slot : disk.slots()) {
            unattached += slot.used() && references.getOrDefault(slot.inode(), 0) == 0 ? 1 : 0;
        }
        found.put(Complaint.DELETED_INODE, deleted);
        found.put(Complaint.UNATTACHED, unattached);
        found.put(Complaint.REFERENCE_COUNT, references.values().stream().filter(count -> count > 1).count());
    }

    private long multiplyClaimed() {
        List<Extent> claims = new ArrayList<>();
        for (Change.Slot slot : disk.slots()) {
            if (slot.used()) {
                claims.addAll(slot.extents());
            }
        }
        claims.sort(Comparator.comparingLong(Extent::start));
        Ranges twice = new Ranges();
        long end = Long.MIN_VALUE;
        for (Extent claim : claims) {
            if (claim.start() < end) {
                twice.add(new Extent(claim.start(), Math.min(end, claim.end()) - claim.start()));
            }
            end = Math.max(end, claim.end());
        }
        return twice.count();
    }
}
