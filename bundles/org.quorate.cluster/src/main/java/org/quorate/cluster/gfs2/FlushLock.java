// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.Arrays;
import java.util.function.IntConsumer;

import org.quorate.cluster.engine.IntQueue;

/**
 * sd_log_flush_lock of one node, a read-write semaphore as the kernel makes it (kernel/locking/rwsem.c): transactions are its readers,
 * flushes its writers. A release gives it to readers that wait; a writer at the head is only woken, and whoever runs meanwhile may
 * take the lock before it, until that writer has waited for 4 ms. So a demote that finds nothing to flush goes on to its own flush
 * alone, however many demotes queue behind it. Not thread-safe.
 */
final class FlushLock {

    private static final int NONE = -1;
    /** RWSEM_WAIT_TIMEOUT: a writer at the head that has waited for so long gets the lock next. */
    private static final long PATIENCE_NANOS = 4_000_000L;

    private final IntConsumer wake;
    private final IntQueue waiting = new IntQueue();
    private int readers;
    private boolean writer;
    /** The frame to which the lock goes next (RWSEM_FLAG_HANDOFF), or -1. */
    private int handoff = NONE;
    /** By frames: when a writer began to wait, or -1. */
    private long[] since = new long[64];
    /** By frames: a writer that waits has been woken and not run yet. */
    private boolean[] woken = new boolean[64];

    /**
     * Makes it.
     *
     * @param wake wakes a frame that waits
     */
    FlushLock(IntConsumer wake) {
        this.wake = wake;
        Arrays.fill(since, NONE);
    }

    /** down_read; false if the frame has to wait: it has the lock when it is resumed. */
    boolean read(int frame) {
        boolean first = waiting.isEmpty();
        if (!writer && (first || handoff == NONE && readers == 0)) {
            readers++;
            if (!first && !isWriter(waiting.first())) {
                admitReaders();
            }
            return true;
        }
        waiting.add(frame * 2);
        return false;
    }

    /** up_read. */
    void endRead() {
        readers--;
        wakeNext();
    }

    /** down_write; false if the frame has to wait, and to try again when it is resumed. */
    boolean write(int frame, long now) {
        ensure(frame);
        woken[frame] = false;
        boolean waits = since[frame] != NONE;
        if (!writer && readers == 0 && (handoff == NONE || handoff == frame)) {
            writer = true;
            handoff = NONE;
            if (waits) {
                since[frame] = NONE;
                remove(frame * 2 + 1);
            }
            return true;
        }
        if (!waits) {
            since[frame] = now;
            waiting.add(frame * 2 + 1);
        } else if (waiting.first() == frame * 2 + 1 && now - since[frame] > PATIENCE_NANOS) {
            handoff = frame;
        }
        return false;
    }

    /** up_write. */
    void endWrite() {
        writer = false;
        wakeNext();
    }

    boolean isWritten() {
        return writer;
    }

    private static boolean isWriter(int waiter) {
        return (waiter & 1) == 1;
    }

    /** rwsem_mark_wake: the writer at the head, or all readers. */
    private void wakeNext() {
        if (writer || waiting.isEmpty()) {
            return;
        }
        if (!isWriter(waiting.first())) {
            admitReaders();
        } else if (readers == 0 && !woken[waiting.first() / 2]) {
            woken[waiting.first() / 2] = true;
            wake.accept(waiting.first() / 2);
        }
    }

    private void admitReaders() {
        for (int left = waiting.size(); left > 0; left--) {
            int waiter = waiting.poll();
            if (isWriter(waiter)) {
                waiting.add(waiter);
            } else {
                readers++;
                wake.accept(waiter / 2);
            }
        }
    }

    private void remove(int gone) {
        for (int left = waiting.size(); left > 0; left--) {
            int waiter = waiting.poll();
            if (waiter != gone) {
                waiting.add(waiter);
            }
        }
    }

    private void ensure(int frame) {
        if (frame >= since.length) {
            int before = since.length;
            since = Arrays.copyOf(since, Math.max(frame + 1, before * 2));
            Arrays.fill(since, before, since.length, NONE);
            woken = Arrays.copyOf(woken, since.length);
        }
    }
}
