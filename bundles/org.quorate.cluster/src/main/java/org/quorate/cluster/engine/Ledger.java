// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

import java.util.Arrays;
import org.quorate.cluster.result.TimePart;

/**
 * Where the time of operations goes. Every operation frame has one present part; whoever works for the operation moves it
 * to another part when the work passes on, so that the parts of an operation sum to its latency, exactly. Kernel threads name
 * the operation they work for in {@link Reg#BEHALF}. Whoever watches a run extends this class; where nobody does, it is the only one
 * and its calls cost what those of a final class do. Not thread-safe.
 */
public class Ledger {

    private static final TimePart[] ALL = TimePart.values();
    private static final int PARTS = ALL.length;
    private static final byte NOTHING = -1;

    private final Interpreter interpreter;
    private final Frames frames;
    private long[] spent = new long[64 * PARTS];
    private long[] since = new long[64];
    private byte[] part = new byte[64];
    /** Part before the last move, which is taken back if that was to a time that another move comes before. */
    private byte[] before = new byte[64];
    /** What a holder elsewhere said it needs before it gives the lock up that the operation wants; {@link #NOTHING} else. */
    private byte[] holder = new byte[64];

    public Ledger(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.frames = interpreter.frames();
    }

    /** An operation starts on its frame. */
    public void open(int frame) {
        if (frame >= since.length) {
            int size = Math.max(frame + 1, since.length * 2);
            spent = Arrays.copyOf(spent, size * PARTS);
            since = Arrays.copyOf(since, size);
            part = Arrays.copyOf(part, size);
            before = Arrays.copyOf(before, size);
            holder = Arrays.copyOf(holder, size);
        }
        Arrays.fill(spent, frame * PARTS, (frame + 1) * PARTS, 0);
        since[frame] = interpreter.now();
        holder[frame] = NOTHING;
        part[frame] = (byte) TimePart.OWN_CPU.ordinal();
        frames.set(frame, Reg.BEHALF, frame);
    }

    /** The operation that a frame works for passes to another part now. */
    public void move(int frame, TimePart to) {
        moveAt(frame, to, interpreter.now());
    }

    /**
     * The operation that a frame works for passes to another part at a time that is known already, at or after now (the
     * start of service at a station).
     */
    public void moveAt(int frame, TimePart to, long timeNanos) {
        int operation = frames.get(frame, Reg.BEHALF);
        if (operation >= 0) {
            moveOperation(operation, to, timeNanos);
        }
    }

    /** As {@link #move}, for the operation itself; nothing if it is -1. */
    public void moveOperation(int operation, TimePart to) {
        if (operation >= 0) {
            moveOperation(operation, to, interpreter.now());
        }
    }

    /** A holder of the lock that the operation of a frame wants is woken again: what it waited for is over. */
    public void holderGoesOn(int frame) {
        int operation = frames.get(frame, Reg.BEHALF);
        if (operation >= 0) {
            holder[operation] = NOTHING;
        }
    }

    /** A holder of the lock that the operation of a frame wants has to wait for something before it gives the lock up. */
    public void holderWaits(int frame, TimePart what) {
        int operation = frames.get(frame, Reg.BEHALF);
        if (operation >= 0) {
            holder[operation] = (byte) what.ordinal();
        }
        move(frame, what);
    }

    /** The operation of a frame sleeps until it gets a lock: from now on it waits for what a holder waits for, or else for its turn. */
    public void awaitLock(int frame) {
        int operation = frames.get(frame, Reg.BEHALF);
        move(frame, operation < 0 || holder[operation] == NOTHING ? TimePart.LOCK_QUEUE : ALL[holder[operation]]);
    }

    /** True if both frames run on the node of the operation. */
    public boolean atHome(int frame) {
        int operation = frames.get(frame, Reg.BEHALF);
        return operation < 0 || frames.node(operation) == frames.node(frame);
    }

    private void moveOperation(int operation, TimePart to, long timeNanos) {
        if (timeNanos >= since[operation]) {
            spent[operation * PARTS + part[operation]] += timeNanos - since[operation];
            before[operation] = part[operation];
        } else {
            spent[operation * PARTS + before[operation]] -= since[operation] - timeNanos;
        }
        since[operation] = timeNanos;
        part[operation] = (byte) to.ordinal();
    }

    /**
     * The operation of this frame ends now: adds its parts to totals.
     *
     * @param totals by {@link TimePart#ordinal()}, nanoseconds
     */
    public void close(int frame, long[] totals) {
        moveOperation(frame, TimePart.OWN_CPU, interpreter.now());
        for (int i = 0; i < PARTS; i++) {
            totals[i] += spent[frame * PARTS + i];
        }
        frames.set(frame, Reg.BEHALF, -1);
    }
}
