// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A node's copy of a block in its memory: what was on the device when the node read it, and the node's own updates since. A node
 * does not read again what it has (fs/buffer.c:bread, fs/xfs/xfs_buf.c): that is all that goes wrong. Not thread-safe.
 */
final class Copy {

    private final BlockId block;
    private final int node;
    private final Image base;
    private final List<Update> updates = new ArrayList<>();
    private int written;

    /**
     * A state of a block: the copy that it was written from, as far as it had come.
     *
     * @param copy  that was written
     * @param count of its own updates that were in it
     */
    record Image(Copy copy, int count) {

        /** Every update that is in it, in order. */
        void forEach(Consumer<Update> reader) {
            if (copy.base != null) {
                copy.base.forEach(reader);
            }
            copy.updates.subList(0, count).forEach(reader);
        }

        /** The updates that are in this one and not in another of the same block. */
        List<Update> without(Image other) {
            List<Update> missing = new ArrayList<>();
            for (Image here = this; here != null; here = here.copy.base) {
                missing.addAll(0, here.copy.updates.subList(Math.min(here.count, other.countOf(here.copy)), here.count));
            }
            return missing;
        }

        /** How many of a copy's updates are in it. */
        int countOf(Copy wanted) {
            for (Image here = this; here != null; here = here.copy.base) {
                if (here.copy == wanted) {
                    return here.count;
                }
            }
            return 0;
        }
    }

    /**
     * Read from the device.
     *
     * @param base what was there; null: nobody has changed it since the file system was made
     */
    Copy(BlockId block, int node, Image base) {
        this.block = block;
        this.node = node;
        this.base = base;
    }

    BlockId block() {
        return block;
    }

    int node() {
        return node;
    }

    /** So many of its updates have been written to their place. */
    boolean isWritten(int count) {
        return written >= count;
    }

    void written(int count) {
        written = Math.max(written, count);
    }

    /** Something is in it that this node has not written to its place. */
    boolean isDirty() {
        return written < updates.size();
    }

    /** Its own updates from one on. */
    List<Update> updatesFrom(int count) {
        return updates.subList(count, updates.size());
    }

    void add(Update update) {
        updates.add(update);
    }

    /** Its state now. */
    Image image() {
        return new Image(this, updates.size());
    }

    /** Every update that it knows, in order. */
    void forEach(Consumer<Update> reader) {
        image().forEach(reader);
    }
}
