// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.o2dlm;

import java.util.Arrays;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.IntQueue;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.lock.LockClient;
import org.quorate.cluster.result.NodeCensus.LockRole;
import org.quorate.model.SlabCache;

/** The state of the domain that the parts of o2dlm share: tables, work lists and kernel threads of every node. Not thread-safe. */
final class Domain {

    /** DLM_PURGE_INTERVAL_MS, kernel reference 2.2. */
    private static final long PURGE_NANOS = 8_000_000_000L;
    /** DLM_THREAD_TIMEOUT_MS, kernel reference 2.2: an idle dlm_thread looks for what has aged only when this is over. */
    private static final long THREAD_TIMEOUT_NANOS = 4_000_000_000L;

    final Machine machine;
    final Interpreter interpreter;
    final Frames frames;
    final LockClient client;
    final Resources resources;
    final Locks locks;
    final int nodes;
    final IntQueue[] dirty;
    final IntQueue[] asts;
    final IntQueue[] basts;
    final IntQueue[] asserts;
    /** The lock that dlm_thread of each node is at, as {@link Locks#identity}: its row may be another one's when it is told. */
    final long[] subject;
    private final IntQueue[] ageing;
    private final int[] thread;
    private final int[] worker;
    private final boolean[] threadIdle;
    private final boolean[] workerIdle;
    private final long[] asleepSince;
    private final boolean[] timeoutSet;
    private final int timeoutKind;
    private long[] due = new long[64];

    Domain(Machine machine, LockClient client) {
        this.machine = machine;
        this.client = client;
        interpreter = machine.interpreter();
        frames = machine.frames();
        resources = new Resources(frames);
        locks = new Locks(resources);
        nodes = machine.nodes();
        subject = new long[nodes];
        dirty = queues();
        asts = queues();
        basts = queues();
        asserts = queues();
        ageing = queues();
        thread = new int[nodes];
        worker = new int[nodes];
        threadIdle = new boolean[nodes];
        workerIdle = new boolean[nodes];
        asleepSince = new long[nodes];
        timeoutSet = new boolean[nodes];
        timeoutKind = interpreter.register((kind, node) -> timeout(node));
    }

    private IntQueue[] queues() {
        IntQueue[] queues = new IntQueue[nodes];
        Arrays.setAll(queues, i -> new IntQueue());
        return queues;
    }

    /** Starts dlm_thread and dlm_worker of every node. */
    void start() {
        for (int node = 0; node < nodes; node++) {
            thread[node] = frames.create(node);
            interpreter.start(thread[node], interpreter.entry("o2dlm/thread"), 0);
            worker[node] = frames.create(node);
            interpreter.start(worker[node], interpreter.entry("o2dlm/worker"), 0);
        }
    }

    /** dlm_kick_thread. */
    void kick(int node) {
        if (threadIdle[node]) {
            threadIdle[node] = false;
            machine.hosts().wakeWorker(thread[node]);
        }
    }

    void threadSleeps(int node) {
        threadIdle[node] = true;
        asleepSince[node] = interpreter.now();
        setTimeout(node);
    }

    /** The next time-out of a thread that sleeps; none is needed while nothing ages. */
    private void setTimeout(int node) {
        if (!timeoutSet[node] && !ageing[node].isEmpty()) {
            timeoutSet[node] = true;
            long periods = (interpreter.now() - asleepSince[node]) / THREAD_TIMEOUT_NANOS + 1;
            interpreter.at(asleepSince[node] + periods * THREAD_TIMEOUT_NANOS, timeoutKind, node);
        }
    }

    private void timeout(int node) {
        timeoutSet[node] = false;
        boolean over = interpreter.now() - asleepSince[node] >= THREAD_TIMEOUT_NANOS;
        if (threadIdle[node] && over && hasAged(node)) {
            kick(node);
        } else {
            setTimeout(node);
        }
    }

    /** dlm_dispatch_assert_master: the worker will assert that this node masters the resource. */
    void dispatchAssert(int row) {
        int node = resources.node[row];
        asserts[node].add(row);
        if (workerIdle[node]) {
            workerIdle[node] = false;
            machine.hosts().wakeWorker(worker[node]);
        }
    }

    void workerSleeps(int node) {
        workerIdle[node] = true;
    }

    /** The resource's queues may allow a grant now: dlm_thread will look. */
    void dirty(int row) {
        if (!resources.dirty[row]) {
            resources.dirty[row] = true;
            dirty[resources.node[row]].add(row);
        }
        kick(resources.node[row]);
    }

    /** A row becomes a lock resource, with its name. */
    void exist(int row) {
        if (!resources.exists[row]) {
            resources.exists[row] = true;
            count(row, 1);
        }
    }

    private void count(int row, int sign) {
        machine.census().add(resources.node[row], SlabCache.O2DLM_LOCKRES, LockRole.HOLDER, sign);
        machine.census().add(resources.node[row], SlabCache.O2DLM_LOCKNAME, LockRole.HOLDER, sign);
    }

    /** Removes a row; a lock resource leaves the count. */
    void free(int row) {
        if (resources.exists[row]) {
            count(row, -1);
        }
        resources.free(row);
    }

    /** A new lock of a holder; the copy on another node's master has a status of its own. */
    int makeLock(int row, int holder, int handle) {
        int lock = locks.make(row, holder, handle);
        countLock(row, holder, 1);
        return lock;
    }

    void freeLock(int lock) {
        countLock(locks.resource[lock], locks.holder[lock], -1);
        locks.free(lock);
    }

    private void countLock(int row, int holder, int sign) {
        int node = resources.node[row];
        boolean copy = holder != node;
        machine.census().add(node, SlabCache.O2DLM_LOCK, copy ? LockRole.MASTER : LockRole.HOLDER, sign);
        if (copy) {
            machine.census().add(node, SlabCache.O2DLM_LOCKSTATUS, LockRole.MASTER, sign);
        }
    }

    /** dlm_lockres_calc_usage: a resource that nobody uses starts to age. */
    void calculateUsage(int row) {
        boolean used = resources.locks[row] > 0 || resources.inflight[row] > 0 || !resources.exists[row]
                || resources.owner[row] == resources.node[row] && resources.references[row] != 0;
        if (used) {
            resources.ageing[row] = false;
        } else if (!resources.ageing[row]) {
            resources.ageing[row] = true;
            if (row >= due.length) {
                due = Arrays.copyOf(due, Math.max(row + 1, due.length * 2));
            }
            due[row] = interpreter.now() + PURGE_NANOS;
            ageing[resources.node[row]].add(row);
            setTimeout(resources.node[row]);
        }
    }

    /** A resource of this node that has aged enough, or -1. */
    boolean hasAged(int node) {
        while (!ageing[node].isEmpty()) {
            int row = ageing[node].first();
            if (resources.node[row] == node && resources.ageing[row]) {
                return due[row] <= interpreter.now();
            }
            ageing[node].poll();
        }
        return false;
    }

    int takeAged(int node) {
        int row = ageing[node].poll();
        resources.ageing[row] = false;
        return row;
    }

    /** Operation that a frame works for, as far as it still waits: its own, or -1. */
    int behalf(int frame) {
        return frames.get(frame, org.quorate.cluster.engine.Reg.BEHALF);
    }
}
