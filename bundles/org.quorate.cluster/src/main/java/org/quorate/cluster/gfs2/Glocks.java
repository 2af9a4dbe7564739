// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.Arrays;
import org.quorate.cluster.engine.KeyedSlots;
import org.quorate.cluster.fs.LockCensus;
import org.quorate.cluster.host.Census;
import org.quorate.cluster.lock.LockMode;
import org.quorate.cluster.result.NodeCensus.LockRole;
import org.quorate.model.SlabCache;

/** The gfs2_glock structures of all nodes, in parallel arrays. Not thread-safe. */
final class Glocks {

    static final int NONE = -1;

    /** Where the node stands in the key of a row; kind and number are below it. */
    private static final int NODE_SHIFT = 40;

    /** GLF_LOCK: the state machine is at work, or a reply of the lock manager is awaited. */
    static final int LOCKED = 1;
    /** GLF_DEMOTE: no new holders; demoted as soon as nobody holds it. */
    static final int DEMOTE = 1 << 1;
    /** GLF_PENDING_DEMOTE: to be demoted after the minimum hold time. */
    static final int PENDING_DEMOTE = 1 << 2;
    static final int DEMOTE_IN_PROGRESS = 1 << 3;
    /** GLF_DIRTY: something may have to be written before it is given up. */
    static final int DIRTY = 1 << 4;
    /** GLF_LFLUSH: something of it is in the log that is not flushed. */
    static final int LFLUSH = 1 << 5;
    static final int REPLY_PENDING = 1 << 6;
    static final int INVALIDATING = 1 << 7;
    /** GLF_BLOCKING: the request may have to wait for other nodes. */
    static final int BLOCKING = 1 << 8;
    static final int INSTANTIATE_NEEDED = 1 << 9;
    static final int INSTANTIATING = 1 << 10;
    /** Being freed: its lock is being unlocked. */
    static final int DEAD = 1 << 11;
    /** The delete work is queued (IOPEN), or at work. */
    static final int DELETE_QUEUED = 1 << 12;
    static final int DELETE_RUNNING = 1 << 13;
    /** The glock work is queued, at work, due again. */
    static final int WORK_QUEUED = 1 << 14;
    static final int WORK_RUNNING = 1 << 15;
    static final int WORK_AGAIN = 1 << 16;
    /** The request under way must not wait; and tells the holders. */
    static final int TRIES = 1 << 17;
    static final int TELLS = 1 << 18;
    /** Stays until umount: resource groups, system files. */
    static final int PERMANENT = 1 << 19;
    /** An inode in memory points to it. */
    static final int HAS_INODE = 1 << 20;

    /** GL_GLOCK_DFT_HOLD and GL_GLOCK_MAX_HOLD: HZ / 5 (kernel reference 3.1). */
    private final int defaultHold;
    private final Census census;
    private final boolean inodeValue;
    private final boolean localFlocks;
    private final KeyedSlots slots = new KeyedSlots();

    int[] node = new int[64];
    int[] flags = new int[64];
    /** gl_state, gl_target, gl_req, gl_demote_state (EX: none). */
    byte[] state = new byte[64];
    byte[] target = new byte[64];
    byte[] request = new byte[64];
    byte[] demote = new byte[64];
    /** Status of the lock manager's last answer. */
    byte[] reply = new byte[64];
    /** gl_tchange and gl_hold_time in jiffies. */
    long[] changed = new long[64];
    int[] holdTime = new int[64];
    /** First and last holder, granted or waiting. */
    int[] first = new int[64];
    int[] last = new int[64];
    /** Lock of the lock manager, or -1. */
    int[] lock = new int[64];
    /** Metadata buffers under it that the journal knows. */
    int[] buffers = new int[64];
    /** Of these, those in the active items list (gl_ail_count). */
    int[] ail = new int[64];
    /** Revokes not yet in the log (gl_revokes). */
    int[] revokes = new int[64];
    /** Operation elsewhere that waits for the demotion, or -1. */
    int[] demoteBehalf = new int[64];
    /** Requests to the lock manager and holders queued, since it was made (GFS2_LKS_DCOUNT and GFS2_LKS_QCOUNT of fs/gfs2/incore.h). */
    int[] requests = new int[64];
    int[] queued = new int[64];
    /** Frame that waits for the IOPEN glock of the same inode in EX, and gives up if this one is wanted elsewhere. */
    int[] upgrader = new int[64];

    /**
     * Makes the table.
     *
     * @param inodeValue  inode glocks have a value block
     * @param localFlocks the VFS locks for flock(): what stands here for its lock is no glock in memory
     */
    Glocks(Census census, int timerHz, boolean inodeValue, boolean localFlocks) {
        this.localFlocks = localFlocks;
        this.census = census;
        this.inodeValue = inodeValue;
        defaultHold = timerHz / 5;
    }

    static long name(int kind, int number) {
        return (long) kind << 32 | number;
    }

    /** Kind in the high 32 bits, object in the low ones. */
    long name(int glock) {
        return slots.key(glock) & (1L << NODE_SHIFT) - 1;
    }

    int kind(int glock) {
        return (int) (name(glock) >>> 32);
    }

    /** Inode, or number of the resource group. */
    int number(int glock) {
        return (int) slots.key(glock);
    }

    /** The glock of an object on a node, or -1. */
    int find(int onNode, int kind, int number) {
        return slots.find(key(onNode, name(kind, number)));
    }

    private static long key(int onNode, long ofName) {
        return (long) onNode << NODE_SHIFT | ofName;
    }

    /** So many more will be made soon. */
    void expect(int rows) {
        slots.expect(rows);
    }

    /** A new glock, unlocked (gfs2_glock_get). */
    int create(int onNode, int kind, int number) {
        int glock = slots.take(key(onNode, name(kind, number)));
        if (slots.capacity() > node.length) {
            grow(slots.capacity());
        }
        node[glock] = onNode;
        flags[glock] = kind == GlockKind.INODE || kind == GlockKind.RGRP ? INSTANTIATE_NEEDED : 0;
        flags[glock] |= kind == GlockKind.RGRP ? PERMANENT : 0;
        state[glock] = LockMode.NL;
        target[glock] = LockMode.NL;
        request[glock] = LockMode.NL;
        demote[glock] = LockMode.EX;
        changed[glock] = 0;
        holdTime[glock] = defaultHold;
        first[glock] = NONE;
        last[glock] = NONE;
        lock[glock] = NONE;
        buffers[glock] = NONE;
        ail[glock] = 0;
        revokes[glock] = 0;
        demoteBehalf[glock] = NONE;
        upgrader[glock] = NONE;
        requests[glock] = 0;
        queued[glock] = 0;
        count(glock, 1);
        return glock;
    }

    /** The structure goes (gfs2_glock_free). */
    void free(int glock) {
        count(glock, -1);
        node[glock] = NONE;
        slots.release(glock);
    }

    private void count(int glock, int count) {
        if (localFlocks && kind(glock) == GlockKind.FLOCK) {
            return;
        }
        SlabCache cache = kind(glock) == GlockKind.INODE ? SlabCache.GFS2_GLOCK_ASPACE : SlabCache.GFS2_GLOCK;
        census.add(node[glock], cache, LockRole.HOLDER, count);
        if (hasValue(glock)) {
            census.add(node[glock], SlabCache.DLM_LVB, LockRole.HOLDER, count);
        }
    }

    /** GLOF_LVB: inodes since 5.8, resource groups (kernel reference 1.1). */
    boolean hasValue(int glock) {
        return kind(glock) == GlockKind.RGRP || kind(glock) == GlockKind.INODE && inodeValue;
    }

    boolean is(int glock, int flag) {
        return (flags[glock] & flag) != 0;
    }

    void set(int glock, int on) {
        flags[glock] |= on;
    }

    void clear(int glock, int off) {
        flags[glock] &= ~off;
    }

    /** All glocks in memory, as /sys/kernel/debug/gfs2 shows them. */
    LockCensus census(int nodes) {
        LockCensus into = new LockCensus(nodes, GlockKind.NAMES, GlockKind.STATES);
        for (int glock = 0; glock < rows(); glock++) {
            if (node[glock] != NONE && !(localFlocks && kind(glock) == GlockKind.FLOCK)) {
                into.add(node[glock], kind(glock), state[glock], 1);
                into.used(node[glock], kind(glock), requests[glock], queued[glock]);
            }
        }
        return into;
    }

    /** Rows 0 to this, exclusive, have been used; {@link #node} is -1 for free ones. */
    int rows() {
        return slots.highWater();
    }

    int capacity() {
        return slots.capacity();
    }

    private void grow(int size) {
        node = Arrays.copyOf(node, size);
        flags = Arrays.copyOf(flags, size);
        state = Arrays.copyOf(state, size);
        target = Arrays.copyOf(target, size);
        request = Arrays.copyOf(request, size);
        demote = Arrays.copyOf(demote, size);
        reply = Arrays.copyOf(reply, size);
        changed = Arrays.copyOf(changed, size);
        holdTime = Arrays.copyOf(holdTime, size);
        first = Arrays.copyOf(first, size);
        last = Arrays.copyOf(last, size);
        lock = Arrays.copyOf(lock, size);
        buffers = Arrays.copyOf(buffers, size);
        ail = Arrays.copyOf(ail, size);
        revokes = Arrays.copyOf(revokes, size);
        demoteBehalf = Arrays.copyOf(demoteBehalf, size);
        upgrader = Arrays.copyOf(upgrader, size);
        requests = Arrays.copyOf(requests, size);
        queued = Arrays.copyOf(queued, size);
    }
}
