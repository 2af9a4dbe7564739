// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fsdlm;

import java.util.Arrays;
import org.quorate.cluster.engine.Slots;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.WorkQueue;
import org.quorate.cluster.lock.LockMode;
import org.quorate.cluster.result.TimePart;

/**
 * ASTs and BASTs of each lock on their way to its user: in order, by the work queue dlm_callback, with redundant BASTs left out
 * (fs/dlm/ast.c). Not thread-safe.
 */
final class Callbacks {

    private static final int NONE = -1;
    /** Workers of an unordered work queue (WQ_DFL_ACTIVE); 6.12 has one (ordered, kernel reference 2.1). */
    private static final int WORKERS = 256;

    private final Machine machine;
    private final DlmClient client;
    private final Resources resources;
    private final Locks locks;
    private final WorkQueue work;
    private final Slots slots = new Slots();
    private int[] next = new int[64];
    private byte[] status = new byte[64];
    private byte[] mode = new byte[64];
    private int[] behalf = new int[64];

    Callbacks(Machine machine, DlmClient client, Resources resources, Locks locks) {
        this.machine = machine;
        this.client = client;
        this.resources = resources;
        this.locks = locks;
        work = new WorkQueue(machine, "fsdlm/dlm_callback", Release.of(machine.kernel()).atLeast(6, 12) ? 1 : WORKERS);
    }

    /** An AST: the request of a process copy ended (queue_cast). */
    void cast(int lock, int result) {
        machine.ledger().moveOperation(locks.behalf[lock], TimePart.CPU_WAIT);
        add(lock, result, locks.granted[lock], NONE);
    }

    /** A BAST for a process copy (queue_bast); none if the last one not yet delivered says as much. */
    void bast(int lock, int forMode, int onBehalf) {
        int last = locks.callbackTail[lock];
        boolean redundant = locks.callback[lock] != NONE && status[last] == Status.BLOCKING && mode[last] >= forMode;
        if (!redundant) {
            machine.ledger().moveOperation(onBehalf, TimePart.CPU_WAIT);
            add(lock, Status.BLOCKING, forMode, onBehalf);
        }
    }

    private void add(int lock, int what, int forMode, int onBehalf) {
        int entry = slots.take();
        if (slots.capacity() > next.length) {
            next = Arrays.copyOf(next, slots.capacity());
            status = Arrays.copyOf(status, slots.capacity());
            mode = Arrays.copyOf(mode, slots.capacity());
            behalf = Arrays.copyOf(behalf, slots.capacity());
        }
        next[entry] = NONE;
        status[entry] = (byte) what;
        mode[entry] = (byte) forMode;
        behalf[entry] = onBehalf;
        if (locks.callback[lock] == NONE) {
            locks.callback[lock] = entry;
            work.queue(resources.node[locks.resource[lock]], lock);
        } else {
            next[locks.callbackTail[lock]] = entry;
        }
        locks.callbackTail[lock] = entry;
    }

    /** A worker tells the user everything about a lock (dlm_callback_work). */
    void deliver(int lock) {
        int entry = locks.callback[lock];
        locks.callback[lock] = NONE;
        while (entry != NONE) {
            int following = next[entry];
            if (status[entry] == Status.BLOCKING) {
                tellBlocking(lock, entry);
            } else {
                tellResult(lock, entry);
            }
            slots.release(entry);
            entry = following;
        }
    }

    /** The worker goes idle. */
    void delivered(int frame) {
        work.done(frame);
    }

    private void tellBlocking(int lock, int entry) {
        int granted = locks.delivered[lock];
        if (granted == LockMode.NONE || !LockMode.compatible(mode[entry], granted)) {
            client.blocked(locks.handle[lock], mode[entry], behalf[entry]);
        }
    }

    private void tellResult(int lock, int entry) {
        int handle = locks.handle[lock];
        int result = status[entry];
        locks.behalf[lock] = NONE;
        locks.delivered[lock] = mode[entry];
        if (result == Status.UNLOCKED || mode[entry] == LockMode.NONE) {
            client.lock(handle, NONE);
            release(lock);
        }
        switch (result) {
            case Status.OK -> client.granted(handle, mode[entry]);
            case Status.AGAIN -> client.refused(handle);
            case Status.DEADLOCK -> client.deadlocked(handle);
            case Status.CANCELLED -> client.cancelled(handle);
            case Status.UNLOCKED -> client.unlocked(handle);
            default -> throw new IllegalStateException("a lock request cannot end with status " + result);
        }
    }

    /** A lock is gone; its resource becomes inactive with its last lock (put_rsb, toss_rsb). */
    void release(int lock) {
        int resource = locks.resource[lock];
        locks.free(lock);
        if (resources.users[resource] == 0) {
            resources.toss(resource, machine.interpreter().now());
        }
    }
}
