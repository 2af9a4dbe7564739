// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.Arrays;
import org.quorate.cluster.engine.IntQueue;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Ledger;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.Machine;

/**
 * Writes metadata in place, and waits for writes: each frame collects blocks, submits them sorted and merged, and may wait until
 * everything that it submitted is done. Not thread-safe.
 */
final class InPlace {

    private static final int NONE = -1;

    private final Machine machine;
    private final Interpreter interpreter;
    private final Ledger ledger;
    private final Glocks glocks;
    private final Buffers buffers;
    private IntQueue[] submitted = new IntQueue[64];
    private long[] done = new long[64];
    private long[] addresses = new long[256];
    private int[] collected = new int[256];
    private int count;

    InPlace(Machine machine, Glocks glocks, Buffers buffers) {
        this.machine = machine;
        this.glocks = glocks;
        this.buffers = buffers;
        interpreter = machine.interpreter();
        ledger = machine.ledger();
    }

    private void ensure(int frame) {
        if (frame >= done.length) {
            done = Arrays.copyOf(done, Math.max(frame + 1, done.length * 2));
            submitted = Arrays.copyOf(submitted, done.length);
        }
        if (submitted[frame] == null) {
            submitted[frame] = new IntQueue();
        }
    }

    /** Frame to charge I/O to: nobody if the waiting operation is another node's, whose time is the holder's journal's. */
    int charged(int frame) {
        return machine.frames().get(frame, Reg.BEHALF) >= 0 && ledger.atHome(frame) ? frame : NONE;
    }

    /**
     * Collects what is dirty of a glock's metadata, and waits for what is being written already (filemap_fdatawrite of its
     * address space). Whoever collects {@link #submit}s before time passes.
     */
    void collect(int frame, int glock) {
        for (int buffer = glocks.buffers[glock]; buffer != NONE; buffer = buffers.nextOfGlock[buffer]) {
            if (buffers.is(buffer, Buffers.DIRTY)) {
                add(buffer);
            } else if (buffers.busy[buffer] > 0) {
                until(frame, buffers.busyUntil[buffer]);
            }
        }
    }

    /** Collects every dirty buffer of a node's active items (gfs2_ail1_start). */
    void collectActive(NodeLog log) {
        for (int tr = log.oldestActive; tr != NONE; tr = buffers.younger[tr]) {
            for (int b = buffers.first(tr, Buffers.TO_WRITE); b != NONE; b = buffers.following(b)) {
                if (buffers.is(b, Buffers.DIRTY)) {
                    add(b);
                }
            }
        }
    }

    private void add(int buffer) {
        buffers.flags[buffer] &= ~Buffers.DIRTY;
        buffers.busy[buffer]++;
        if (count == addresses.length) {
            addresses = Arrays.copyOf(addresses, count * 2);
            collected = Arrays.copyOf(collected, count * 2);
        }
        collected[count] = buffer;
        addresses[count++] = buffers.address[buffer];
    }

    /** Submits what was collected since the last time. */
    void submit(int frame) {
        if (count == 0) {
            return;
        }
        ensure(frame);
        long nanos = machine.lun().writeScattered(charged(frame), addresses, count);
        for (int i = 0; i < count; i++) {
            buffers.busyUntil[collected[i]] = Math.max(buffers.busyUntil[collected[i]], nanos);
            submitted[frame].add(collected[i]);
        }
        count = 0;
        until(frame, nanos);
    }

    /** The frame waits for something that is done at a time. */
    void until(int frame, long nanos) {
        ensure(frame);
        done[frame] = Math.max(done[frame], nanos);
    }

    /** True if everything that the frame waits for is done; otherwise it is resumed then and must ask again. */
    boolean await(int frame) {
        ensure(frame);
        if (done[frame] > interpreter.now()) {
            interpreter.resumeAt(frame, done[frame]);
            return false;
        }
        while (!submitted[frame].isEmpty()) {
            written(submitted[frame].poll());
        }
        return true;
    }

    private void written(int buffer) {
        buffers.busy[buffer]--;
        int tr = buffers.transaction[buffer];
        if (tr != NONE && buffers.busy[buffer] == 0 && buffers.flags[buffer] == 0
                && buffers.list(buffer) == Buffers.TO_WRITE) {
            buffers.move(buffer, tr, Buffers.WRITTEN);
        }
        buffers.releaseIfIdle(buffer);
    }
}
