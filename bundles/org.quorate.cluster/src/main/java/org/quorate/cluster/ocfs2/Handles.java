// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import java.util.Arrays;
import org.quorate.cluster.engine.KeyedSlots;
import org.quorate.cluster.engine.WaitList;
import org.quorate.cluster.host.Hosts;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.lock.LockMode;

/** struct ocfs2_lock_res of every node, in parallel arrays. Not thread-safe. */
final class Handles {

    /** A request is under way. */
    static final int BUSY = 1;
    /** Somebody else waits. */
    static final int BLOCKED = 1 << 1;
    /** In the list of the downconvert thread. */
    static final int QUEUED = 1 << 2;
    /** Converted up for a task that has not used it yet. */
    static final int UPCONVERT_FINISHING = 1 << 3;
    /** The request has not been sent yet. */
    static final int PENDING = 1 << 4;
    static final int NEEDS_REFRESH = 1 << 5;
    static final int LOCAL = 1 << 6;
    static final int TRY = 1 << 7;
    static final int REFUSED = 1 << 8;
    static final int DOWN = 1 << 9;
    /** Somebody waits for the downconvert thread to let go of it, to drop it. */
    static final int FREEING = 1 << 10;
    /** It is being dropped: requests of others for it come too late to matter. */
    static final int FROZEN = 1 << 15;
    static final int IN_USE = 1 << 11;
    static final int CANCELLING = 1 << 12;
    static final int NEW = 1 << 13;
    /** The downconvert thread is at it. */
    static final int WORKING = 1 << 14;
    private static final int NONE = -1;

    private final KeyedSlots slots = new KeyedSlots();
    private final WaitList waiters;
    private final Hosts hosts;

    int[] node = new int[64];
    int[] kind = new int[64];
    int[] inode = new int[64];
    int[] flags = new int[64];
    int[] level = new int[64];
    int[] requested = new int[64];
    int[] blocking = new int[64];
    int[] readers = new int[64];
    int[] writers = new int[64];
    /** Lock of the lock manager, or -1 if not attached. */
    int[] lock = new int[64];
    /** Operation that waits for this node to give the lock up, or -1. */
    int[] behalf = new int[64];
    /** What the resource is named after; see {@link LockNames}. */
    int[] object = new int[64];
    /** Checkpoint epoch of the last change under this lock. */
    int[] epoch = new int[64];

    Handles(Machine machine) {
        hosts = machine.hosts();
        waiters = new WaitList(machine.frames());
    }

    int find(int onNode, LockKind ofKind, int ofInode) {
        return slots.find(key(onNode, ofKind.ordinal(), ofInode));
    }

    /** So many more will be made soon. */
    void expect(int rows) {
        slots.expect(rows);
    }

    int findOrMake(int onNode, LockKind ofKind, int ofInode) {
        int handle = find(onNode, ofKind, ofInode);
        if (handle != NONE) {
            return handle;
        }
        handle = slots.take(key(onNode, ofKind.ordinal(), ofInode));
        if (slots.capacity() > node.length) {
            grow(slots.capacity());
        }
        node[handle] = onNode;
        kind[handle] = ofKind.ordinal();
        inode[handle] = ofInode;
        flags[handle] = 0;
        level[handle] = LockMode.NONE;
        requested[handle] = LockMode.NONE;
        blocking[handle] = LockMode.NL;
        readers[handle] = 0;
        writers[handle] = 0;
        lock[handle] = NONE;
        behalf[handle] = NONE;
        epoch[handle] = 0;
        return handle;
    }

    /** Some node's handle of a resource, or -1; looks at all, which only people have time for. */
    int any(LockKind ofKind, int ofObject) {
        for (int handle = 0; handle < slots.highWater(); handle++) {
            if (node[handle] != NONE && kind[handle] == ofKind.ordinal() && object[handle] == ofObject) {
                return handle;
            }
        }
        return NONE;
    }

    void free(int handle) {
        node[handle] = NONE;
        flags[handle] = 0;
        slots.release(handle);
    }

    boolean has(int handle, int flag) {
        return (flags[handle] & flag) != 0;
    }

    void set(int handle, int flag) {
        flags[handle] |= flag;
    }

    void clear(int handle, int flag) {
        flags[handle] &= ~flag;
    }

    /** The lock has changed: whoever waits for it looks again. */
    void wakeAll(int handle) {
        for (int frame = waiters.poll(handle); frame != NONE; frame = waiters.poll(handle)) {
            hosts.wakeTask(frame);
        }
    }

    /** The locks for which somebody waits, for people. */
    String waiting() {
        StringBuilder text = new StringBuilder();
        for (int handle = 0; handle < slots.highWater(); handle++) {
            if (node[handle] != NONE && !waiters.isEmpty(handle)) {
                text.append(System.lineSeparator()).append("lock " + handle + " of kind " + kind[handle] + " on inode " + inode[handle]
                        + ", node " + node[handle] + ": flags " + Integer.toBinaryString(flags[handle]) + ", level " + level[handle]
                        + ", requested " + requested[handle] + ", blocking " + blocking[handle] + ", held " + readers[handle] + "+"
                        + writers[handle]);
            }
        }
        return text.toString();
    }

    WaitList waiters() {
        return waiters;
    }

    /** Number of handles that were ever made. */
    int highWater() {
        return slots.highWater();
    }

    private static long key(int onNode, int ofKind, int ofInode) {
        return (long) onNode << 40 | (long) ofKind << 32 | ofInode;
    }

    private void grow(int size) {
        node = Arrays.copyOf(node, size);
        kind = Arrays.copyOf(kind, size);
        inode = Arrays.copyOf(inode, size);
        flags = Arrays.copyOf(flags, size);
        level = Arrays.copyOf(level, size);
        requested = Arrays.copyOf(requested, size);
        blocking = Arrays.copyOf(blocking, size);
        readers = Arrays.copyOf(readers, size);
        writers = Arrays.copyOf(writers, size);
        lock = Arrays.copyOf(lock, size);
        behalf = Arrays.copyOf(behalf, size);
        epoch = Arrays.copyOf(epoch, size);
        object = Arrays.copyOf(object, size);
    }
}
