// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.Arrays;
import org.quorate.cluster.engine.KeyedSlots;
import org.quorate.cluster.engine.Slots;

/**
 * Metadata blocks that a journal has to do with (struct gfs2_bufdata), of all nodes: pinned in memory until the log is flushed,
 * then dirty until written in place, then in the active items list until the log's tail has passed or a revoke is written. Each is
 * in the list of its glock and in at most one list of a transaction. Not thread-safe.
 */
final class Buffers {

    static final int NONE = -1;

    /** In the transaction that is not flushed: may not be written in place. */
    static final int PINNED = 1;
    /** Newer than its place on the device. */
    static final int DIRTY = 1 << 1;

    /** Lists of a flushed transaction: to be written in place; written, no revoke yet; waiting for the tail (tr_ail2_list). */
    static final int TO_WRITE = 0;
    static final int WRITTEN = 1;
    static final int PASSED = 2;
    static final int LISTS = 3;

    private final Glocks glocks;
    private final KeyedSlots slots = new KeyedSlots();
    private final Slots transactions = new Slots();

    int[] node = new int[64];
    long[] address = new long[64];
    int[] glock = new int[64];
    int[] flags = new int[64];
    /** Flushed transaction in whose lists it is (bd_tr), or -1. */
    int[] transaction = new int[64];
    /** Next under the same glock. */
    int[] nextOfGlock = new int[64];
    /** Neighbours among the pinned buffers of the node's present transaction. */
    int[] nextPinned = new int[64];
    int[] previousPinned = new int[64];
    /** Writes in place that are under way, and when the last of them is done. */
    int[] busy = new int[64];
    long[] busyUntil = new long[64];
    private int[] previousOfGlock = new int[64];
    private byte[] list = new byte[64];
    private int[] next = new int[64];
    private int[] previous = new int[64];

    /** Log position at which a transaction starts (tr_first). */
    long[] first = new long[64];
    /** Next younger transaction of its node's list, or -1. */
    int[] younger = new int[64];
    private int[] head = new int[64 * LISTS];
    private int[] tail = new int[64 * LISTS];

    Buffers(Glocks glocks) {
        this.glocks = glocks;
    }

    /** The buffer of a block on a node, or -1. */
    int find(int onNode, long atAddress) {
        return slots.find((long) onNode << 57 | atAddress);
    }

    /** The buffer of a block; made if there is none. */
    int get(int onNode, long atAddress, int underGlock) {
        int buffer = find(onNode, atAddress);
        if (buffer != NONE) {
            return buffer;
        }
        buffer = slots.take((long) onNode << 57 | atAddress);
        if (slots.capacity() > node.length) {
            grow(slots.capacity());
        }
        node[buffer] = onNode;
        address[buffer] = atAddress;
        glock[buffer] = underGlock;
        flags[buffer] = 0;
        busy[buffer] = 0;
        transaction[buffer] = NONE;
        previousOfGlock[buffer] = NONE;
        nextOfGlock[buffer] = glocks.buffers[underGlock];
        if (nextOfGlock[buffer] != NONE) {
            previousOfGlock[nextOfGlock[buffer]] = buffer;
        }
        glocks.buffers[underGlock] = buffer;
        return buffer;
    }

    boolean is(int buffer, int flag) {
        return (flags[buffer] & flag) != 0;
    }

    /** What is in memory is on the device, at its place. */
    boolean isClean(int buffer, long now) {
        return flags[buffer] == 0 && (busy[buffer] == 0 || busyUntil[buffer] <= now);
    }

    /** Lets go of a buffer that the journal has nothing to do with any more. */
    void releaseIfIdle(int buffer) {
        if (flags[buffer] != 0 || busy[buffer] > 0 || transaction[buffer] != NONE) {
            return;
        }
        int of = glock[buffer];
        if (previousOfGlock[buffer] == NONE) {
            glocks.buffers[of] = nextOfGlock[buffer];
        } else {
            nextOfGlock[previousOfGlock[buffer]] = nextOfGlock[buffer];
        }
        if (nextOfGlock[buffer] != NONE) {
            previousOfGlock[nextOfGlock[buffer]] = previousOfGlock[buffer];
        }
        slots.release(buffer);
    }

    /** A transaction that is being flushed, with empty lists. */
    int createTransaction(long firstBlock) {
        int tr = transactions.take();
        if (transactions.capacity() > first.length) {
            int size = transactions.capacity();
            first = Arrays.copyOf(first, size);
            younger = Arrays.copyOf(younger, size);
            head = Arrays.copyOf(head, size * LISTS);
            tail = Arrays.copyOf(tail, size * LISTS);
        }
        first[tr] = firstBlock;
        younger[tr] = NONE;
        Arrays.fill(head, tr * LISTS, tr * LISTS + LISTS, NONE);
        Arrays.fill(tail, tr * LISTS, tr * LISTS + LISTS, NONE);
        return tr;
    }

    void freeTransaction(int tr) {
        transactions.release(tr);
    }

    /** First buffer in a list of a transaction, or -1. */
    int first(int tr, int ofList) {
        return head[tr * LISTS + ofList];
    }

    /** The buffer after this one in its transaction's list, or -1. */
    int following(int buffer) {
        return next[buffer];
    }

    /** List of its transaction in which the buffer is. */
    int list(int buffer) {
        return list[buffer];
    }

    /** Puts a buffer at the end of a list of a transaction; takes it out of the one where it was; -1: only that. */
    void move(int buffer, int tr, int toList) {
        if (transaction[buffer] != NONE) {
            unlink(buffer);
        }
        transaction[buffer] = tr;
        if (tr == NONE) {
            return;
        }
        int at = tr * LISTS + toList;
        list[buffer] = (byte) toList;
        next[buffer] = NONE;
        previous[buffer] = tail[at];
        if (tail[at] == NONE) {
            head[at] = buffer;
        } else {
            next[tail[at]] = buffer;
        }
        tail[at] = buffer;
    }

    private void unlink(int buffer) {
        int at = transaction[buffer] * LISTS + list[buffer];
        if (previous[buffer] == NONE) {
            head[at] = next[buffer];
        } else {
            next[previous[buffer]] = next[buffer];
        }
        if (next[buffer] == NONE) {
            tail[at] = previous[buffer];
        } else {
            previous[next[buffer]] = previous[buffer];
        }
    }

    private void grow(int size) {
        node = Arrays.copyOf(node, size);
        address = Arrays.copyOf(address, size);
        glock = Arrays.copyOf(glock, size);
        flags = Arrays.copyOf(flags, size);
        transaction = Arrays.copyOf(transaction, size);
        nextOfGlock = Arrays.copyOf(nextOfGlock, size);
        nextPinned = Arrays.copyOf(nextPinned, size);
        previousPinned = Arrays.copyOf(previousPinned, size);
        busy = Arrays.copyOf(busy, size);
        busyUntil = Arrays.copyOf(busyUntil, size);
        previousOfGlock = Arrays.copyOf(previousOfGlock, size);
        list = Arrays.copyOf(list, size);
        next = Arrays.copyOf(next, size);
        previous = Arrays.copyOf(previous, size);
    }
}
