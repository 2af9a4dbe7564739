// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.quorate.study.unsafe.Copy.Image;

/** The device that all nodes write: it keeps of each block what was written last, and this class what that destroyed. Not thread-safe. */
final class SharedDevice {

    private final Map<BlockId, Image> images = new LinkedHashMap<>();
    private final DataMap data = new DataMap();
    private final SharedLog log;
    private final Map<BlockKind, Conflict> firsts = new EnumMap<>(BlockKind.class);
    private final Map<BlockKind, Long> conflicts = new EnumMap<>(BlockKind.class);
    private long logBlocksLost;
    private long dataBlocksLost;

    SharedDevice(int logBlocks) {
        log = new SharedLog(logBlocks);
    }

    /** What is in a block; null: nothing that was not there at the start. */
    Image image(BlockId block) {
        return images.get(block);
    }

    void forEach(BiConsumer<BlockId, Image> reader) {
        images.forEach(reader);
    }

    SharedLog log() {
        return log;
    }

    DataMap data() {
        return data;
    }

    /** A node writes a block in its place: the whole block, whatever is there. */
    void write(Image image, int node, long nanos) {
        Copy copy = image.copy();
        Image old = images.put(copy.block(), image);
        if (copy.node() == node) {
            copy.written(image.count());
        }
        if (old != null) {
            List<Update> lost = old.without(image);
            if (!lost.isEmpty()) {
                report(new Conflict(nanos, copy.block().kind(), copy.block().number(), node, lost.get(lost.size() - 1).node(), lost.size()));
            }
        }
    }

    /** A node writes a transaction into the log. */
    void writeLog(SharedLog.Transaction transaction, long nanos) {
        for (SharedLog.Overwritten lost : log.write(transaction)) {
            logBlocksLost += lost.blocks();
            report(new Conflict(nanos, BlockKind.LOG, transaction.start(), transaction.node(), lost.node(), lost.blocks()));
        }
    }

    /** A node writes a file's data. */
    void writeData(Extent extent, int file, int node, long nanos) {
        for (DataMap.Victim lost : data.write(extent, file, node)) {
            if (lost.node() != node) {
                dataBlocksLost += lost.extent().length();
                report(new Conflict(nanos, BlockKind.DATA, lost.extent().start(), node, lost.node(), lost.extent().length()));
            }
        }
    }

    private void report(Conflict conflict) {
        firsts.putIfAbsent(conflict.kind(), conflict);
        conflicts.merge(conflict.kind(), 1L, Long::sum);
    }

    /** The first conflict of each kind of block, in the order in which they came. */
    List<Conflict> firsts() {
        List<Conflict> found = new ArrayList<>(firsts.values());
        found.sort(Comparator.comparingLong(Conflict::nanos));
        return found;
    }

    /** How many conflicts there were on each kind of block. */
    Map<BlockKind, Long> conflicts() {
        return Map.copyOf(conflicts);
    }

    /** Blocks of the log that a recovery would have needed, and that another node has overwritten. */
    long logBlocksLost() {
        return logBlocksLost;
    }

    /** Data blocks that another file's data was written over. */
    long dataBlocksLost() {
        return dataBlocksLost;
    }
}
