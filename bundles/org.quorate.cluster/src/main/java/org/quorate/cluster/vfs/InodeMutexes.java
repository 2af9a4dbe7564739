// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.vfs;

import java.util.Arrays;
import org.quorate.cluster.engine.LongMap;
import org.quorate.cluster.engine.Mechanism.Outcome;
import org.quorate.cluster.engine.Slots;
import org.quorate.cluster.engine.WaitList;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.result.TimePart;

/**
 * i_rwsem of inodes, held for writing by whoever changes a directory: threads of one node come one after the other, whatever the
 * cluster lock allows them (Documentation/filesystems/directory-locking.rst). Not thread-safe.
 */
final class InodeMutexes {

    /** s_vfs_rename_mutex, as the inode of that name. */
    static final int RENAMES = 0x7fffffff;
    private static final int NONE = -1;

    private final Machine machine;
    private final LongMap held = new LongMap();
    private final Slots slots = new Slots();
    private final WaitList waiters;
    private int[] owner = new int[16];

    InodeMutexes(Machine machine) {
        this.machine = machine;
        waiters = new WaitList(machine.frames());
    }

    private static long key(int node, int inode) {
        return (long) node << 32 | inode;
    }

    Outcome lock(int frame, int inode) {
        long key = key(machine.frames().node(frame), inode);
        int slot = held.get(key);
        if (slot == NONE) {
            slot = slots.take();
            if (slots.capacity() > owner.length) {
                owner = Arrays.copyOf(owner, slots.capacity());
            }
            owner[slot] = frame;
            held.put(key, slot);
            return Outcome.NEXT;
        }
        if (owner[slot] == frame) {
            return Outcome.NEXT; // handed over by unlock
        }
        machine.ledger().move(frame, TimePart.LOCK_QUEUE);
        waiters.add(slot, frame);
        return Outcome.AGAIN;
    }

    void unlock(int frame, int inode) {
        long key = key(machine.frames().node(frame), inode);
        int slot = held.get(key);
        int next = waiters.poll(slot);
        if (next != NONE) {
            owner[slot] = next;
            machine.hosts().wakeTask(next);
        } else {
            held.remove(key);
            slots.release(slot);
        }
    }
}
