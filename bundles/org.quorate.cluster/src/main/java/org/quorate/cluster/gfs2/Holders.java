// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.Arrays;
import org.quorate.cluster.engine.LongMap;
import org.quorate.cluster.engine.Slots;
import org.quorate.cluster.lock.LockMode;

/** The gfs2_holder structures: who holds or waits for which glock, in the order of the glock's queue. Not thread-safe. */
final class Holders {

    static final int NONE = -1;
    /** Result of a holder: granted or still waiting; a try lock that failed; cancelled. */
    static final int OK = 0;
    static final int FAILED = 1;
    static final int CANCELLED = 2;

    private final Glocks glocks;
    private final Slots slots = new Slots();

    int[] glock = new int[64];
    /** Frame that asked for it; -1 when it belongs to an inode in memory (i_iopen_gh). */
    int[] frame = new int[64];
    /** A {@link Hold}. */
    int[] hold = new int[64];
    /** HIF_HOLDER: it is granted. */
    boolean[] held = new boolean[64];
    /** HIF_WAIT: not decided yet. */
    boolean[] waits = new boolean[64];
    /** Its frame sleeps until it is decided. */
    boolean[] asleep = new boolean[64];
    byte[] error = new byte[64];
    /** When it was queued, jiffies. */
    long[] since = new long[64];
    /** Its frame wakes up by then even if it is not decided, nanoseconds; -1: never. */
    long[] deadline = new long[64];
    int[] next = new int[64];
    private int[] previous = new int[64];
    private boolean[] queued = new boolean[64];

    Holders(Glocks glocks) {
        this.glocks = glocks;
    }

    /** So many more will be made soon. */
    void expect(int rows) {
        slots.expect(rows);
    }

    /** A holder at the end of a glock's queue (add_to_queue). */
    int add(int ofGlock, int ofFrame, int wanted, long now) {
        int holder = slots.take();
        glocks.queued[ofGlock]++;
        if (slots.capacity() > glock.length) {
            grow(slots.capacity());
        }
        glock[holder] = ofGlock;
        frame[holder] = ofFrame;
        hold[holder] = wanted;
        held[holder] = false;
        waits[holder] = true;
        asleep[holder] = false;
        error[holder] = OK;
        since[holder] = now;
        deadline[holder] = NONE;
        next[holder] = NONE;
        previous[holder] = glocks.last[ofGlock];
        if (glocks.last[ofGlock] == NONE) {
            glocks.first[ofGlock] = holder;
        } else {
            next[glocks.last[ofGlock]] = holder;
        }
        glocks.last[ofGlock] = holder;
        queued[holder] = true;
        return holder;
    }

    /** Takes a holder out of its glock's queue, if it is there. */
    void remove(int holder) {
        if (!queued[holder]) {
            return;
        }
        int of = glock[holder];
        if (previous[holder] == NONE) {
            glocks.first[of] = next[holder];
        } else {
            next[previous[holder]] = next[holder];
        }
        if (next[holder] == NONE) {
            glocks.last[of] = previous[holder];
        } else {
            previous[next[holder]] = previous[holder];
        }
        queued[holder] = false;
        held[holder] = false;
    }

    /** Nobody refers to the holder any more. */
    void free(int holder) {
        remove(holder);
        slots.release(holder);
    }

    boolean isQueued(int holder) {
        return queued[holder];
    }

    /** The frame's holder of a glock, or -1. */
    int of(int ofGlock, int ofFrame) {
        int holder = glocks.first[ofGlock];
        while (holder != NONE && frame[holder] != ofFrame) {
            holder = next[holder];
        }
        return holder;
    }

    /** find_first_holder: the first one in the queue if it is granted, or -1. */
    int firstHeld(int ofGlock) {
        int holder = glocks.first[ofGlock];
        return holder != NONE && held[holder] ? holder : NONE;
    }

    /** find_first_waiter, or -1. */
    int firstWaiting(int ofGlock) {
        int holder = glocks.first[ofGlock];
        while (holder != NONE && held[holder]) {
            holder = next[holder];
        }
        return holder;
    }

    /** may_grant: the glock's state, and those who hold it, allow this holder too. */
    boolean mayGrant(int ofGlock, int current, int holder) {
        int wanted = hold[holder];
        if (current != NONE) {
            if (Hold.state(hold[current]) == Hold.EX) {
                return Hold.state(wanted) == Hold.EX && (hold[current] & wanted & Hold.NODE_SCOPE) != 0;
            }
            return Hold.state(wanted) == Hold.state(hold[current]);
        }
        int state = glocks.state[ofGlock];
        if (state == Hold.state(wanted)) {
            return true;
        }
        if ((wanted & Hold.EXACT) != 0) {
            return false;
        }
        return state == LockMode.EX || (wanted & Hold.ANY) != 0 && state != LockMode.NL;
    }

    private void grow(int size) {
        glock = Arrays.copyOf(glock, size);
        frame = Arrays.copyOf(frame, size);
        hold = Arrays.copyOf(hold, size);
        held = Arrays.copyOf(held, size);
        waits = Arrays.copyOf(waits, size);
        asleep = Arrays.copyOf(asleep, size);
        error = Arrays.copyOf(error, size);
        since = Arrays.copyOf(since, size);
        deadline = Arrays.copyOf(deadline, size);
        next = Arrays.copyOf(next, size);
        previous = Arrays.copyOf(previous, size);
        queued = Arrays.copyOf(queued, size);
    }

    /** Nobody holds exclusively what somebody else holds, on another node. */
    void verify() {
        LongMap exclusive = new LongMap();
        for (int glock = 0; glock < glocks.rows(); glock++) {
            if (glocks.node[glock] != NONE && isHeld(glock, LockMode.EX)) {
                exclusive.put(glocks.name(glock), glocks.node[glock]);
            }
        }
        for (int glock = 0; glock < glocks.rows(); glock++) {
            int owner = glocks.node[glock] == NONE ? NONE : exclusive.get(glocks.name(glock));
            if (owner != NONE && owner != glocks.node[glock] && isHeld(glock, LockMode.CW)) {
                throw new IllegalStateException("nodes " + owner + " and " + glocks.node[glock] + " both hold "
                        + GlockKind.NAMES.get(glocks.kind(glock)) + " " + glocks.number(glock));
            }
        }
    }

    /** The glocks that somebody waits for, for people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < glocks.rows(); row++) {
            if (glocks.node[row] != NONE && firstWaiting(row) != NONE) {
                text.append(System.lineSeparator()).append("node ").append(glocks.node[row]).append(' ')
                        .append(GlockKind.NAMES.get(glocks.kind(row))).append(' ').append(glocks.number(row))
                        .append(" state ").append(glocks.state[row]).append(" target ").append(glocks.target[row])
                        .append(" demote ").append(glocks.demote[row]).append(" flags ")
                        .append(Integer.toHexString(glocks.flags[row]));
            }
        }
        return text.toString();
    }

    private boolean isHeld(int glock, int atLeast) {
        int holder = firstHeld(glock);
        return holder != NONE && glocks.state[glock] >= atLeast;
    }
}
