// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import java.util.Arrays;
import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.IntQueue;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.engine.WaitList;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.lock.LockMode;
import org.quorate.cluster.result.TimePart;

/**
 * ocfs2dc, the one thread a mount that gives locks up for other nodes, and ocfs2cmt, which checkpoints the journal for it (kernel
 * reference 3.5). Not thread-safe.
 */
final class Downconvert implements Mechanism {

    /** Codes of TAKE_BLOCKED. */
    static final int NOTHING = 0;
    static final int REQUEUE = 1;
    static final int CANCEL = 2;
    static final int GO_DOWN = 3;
    private static final int NONE = -1;
    private static final Step[] STEPS = DownconvertStep.values();
    private static final Condition[] CONDITIONS = DownconvertCondition.values();

    private final Machine machine;
    private final Frames frames;
    private final InodeCache inodes;
    private final Handles handles;
    private final IntQueue[] blocked;
    private final int[] thread;
    private final int[] committer;
    private final boolean[] idle;
    private final boolean[] woken;
    private final boolean[] committerIdle;
    private final boolean[] checkpointWanted;
    private final int[] epoch;
    private final WaitList checkpointWaiters;

    Downconvert(Machine machine, Handles handles) {
        this.machine = machine;
        this.handles = handles;
        frames = machine.frames();
        inodes = machine.inodes();
        int nodes = machine.nodes();
        blocked = new IntQueue[nodes];
        Arrays.setAll(blocked, i -> new IntQueue());
        thread = new int[nodes];
        committer = new int[nodes];
        idle = new boolean[nodes];
        woken = new boolean[nodes];
        committerIdle = new boolean[nodes];
        checkpointWanted = new boolean[nodes];
        epoch = new int[nodes];
        Arrays.fill(epoch, 1);
        checkpointWaiters = new WaitList(frames);
    }

    /** Starts both threads on every node. */
    void start() {
        for (int node = 0; node < blocked.length; node++) {
            thread[node] = frames.create(node);
            machine.interpreter().start(thread[node], machine.interpreter().entry("ocfs2/dc"), 0);
            committer[node] = frames.create(node);
            machine.interpreter().start(committer[node], machine.interpreter().entry("ocfs2/cmt"), 0);
        }
    }

    boolean isThread(int frame) {
        return frame == thread[frames.node(frame)];
    }

    /** A lock is to be looked at. */
    void add(int handle) {
        blocked[handles.node[handle]].add(handle);
    }

    /** ocfs2_wake_downconvert_thread. */
    void wake(int node) {
        woken[node] = true;
        if (idle[node]) {
            idle[node] = false;
            machine.hosts().wakeWorker(thread[node]);
        }
    }

    /** The inode has changed in this epoch: its lock is not checkpointed. */
    void touch(int node, int inode) {
        int handle = handles.find(node, LockKind.META, inode);
        if (handle != NONE) {
            handles.epoch[handle] = epoch[node];
        }
    }

    private void wantCheckpoint(int node) {
        checkpointWanted[node] = true;
        if (committerIdle[node]) {
            committerIdle[node] = false;
            machine.hosts().wakeWorker(committer[node]);
        }
    }

    @Override
    public Step[] steps() {
        return STEPS;
    }

    @Override
    public Condition[] conditions() {
        return CONDITIONS;
    }

    @Override
    public Outcome step(int step, int frame, int a, int b, int c) {
        int node = frames.node(frame);
        int handle = frames.get(frame, Reg.LOCK);
        switch ((DownconvertStep) STEPS[step]) {
            case CHECKPOINT -> {
                return checkpoint(frame, node);
            }
            case AWAIT_BLOCKED -> {
                frames.set(frame, Reg.BEHALF, NONE);
                if (!woken[node]) {
                    idle[node] = true;
                    return Outcome.AGAIN;
                }
                woken[node] = false;
                frames.set(frame, Reg.LOOP, blocked[node].size());
            }
            case TAKE_BLOCKED -> takeBlocked(frame, node);
            case DONE_BLOCKED -> {
                if (handles.has(handle, Handles.WORKING)) {
                    handles.clear(handle, Handles.WORKING);
                    if (handles.has(handle, Handles.FREEING)) {
                        handles.clear(handle, Handles.FREEING);
                        handles.wakeAll(handle);
                    }
                }
            }
            case REQUEUE -> {
                if (!handles.has(handle, Handles.QUEUED)) {
                    handles.set(handle, Handles.QUEUED);
                    blocked[node].add(handle);
                }
                // what the operation waits for while this thread sleeps again
                machine.ledger().holderWaits(frame, waitsForCheckpoint(node, handle) ? TimePart.HOLDER_JOURNAL : TimePart.LOCK_QUEUE);
            }
            case FILE_OF_LOCK -> frames.set(frame, Reg.FILE, handles.inode[handle]);
            case INVALIDATE -> {
                int row = inodes.find(node, handles.inode[handle]);
                if (row != NONE && handles.blocking[handle] == LockMode.EX && inodes.dirtyPages[row] == 0) {
                    inodes.dropData(row);
                }
            }
            case PREPARE_DOWN -> prepareDown(frame, handle);
            case AWAIT_CHECKPOINT -> {
                if (!checkpointWanted[node]) {
                    committerIdle[node] = true;
                    return Outcome.AGAIN;
                }
                checkpointWanted[node] = false;
            }
            default -> {
                epoch[node]++;
                for (int f = checkpointWaiters.poll(node); f != NONE; f = checkpointWaiters.poll(node)) {
                    machine.hosts().wakeTask(f);
                }
                wake(node);
            }
        }
        return Outcome.NEXT;
    }

    private Outcome checkpoint(int frame, int node) {
        int meta = handles.find(node, LockKind.META, frames.get(frame, Reg.FILE));
        if (meta == NONE || handles.epoch[meta] < epoch[node]) {
            return Outcome.NEXT;
        }
        machine.ledger().move(frame, TimePart.OWN_JOURNAL);
        checkpointWaiters.add(node, frame);
        wantCheckpoint(node);
        return Outcome.AGAIN;
    }

    private static boolean carriesValue(int kind) {
        return kind == LockKind.META.ordinal();
    }

    private void takeBlocked(int frame, int node) {
        int handle = blocked[node].poll();
        if (!handles.has(handle, Handles.QUEUED)) {
            frames.set(frame, Reg.RESULT, NOTHING); // it was dropped meanwhile
            return;
        }
        handles.clear(handle, Handles.QUEUED);
        handles.set(handle, Handles.WORKING);
        frames.set(frame, Reg.LOCK, handle);
        int decision = decide(node, handle);
        frames.set(frame, Reg.BEHALF, handles.behalf[handle]);
        machine.ledger().holderGoesOn(frame);
        frames.set(frame, Reg.BEHALF, decision == NOTHING ? NONE : handles.behalf[handle]);
        frames.set(frame, Reg.RESULT, decision);
    }

    /** ocfs2_unblock_lock: what to do with a blocked lock now. */
    private int decide(int node, int handle) {
        if (handles.has(handle, Handles.FREEING) || !handles.has(handle, Handles.BLOCKED)) {
            return NOTHING;
        }
        if (handles.has(handle, Handles.BUSY)) {
            boolean waitsToConvert = !handles.has(handle, Handles.PENDING | Handles.DOWN | Handles.CANCELLING)
                    && handles.level[handle] > LockMode.NL && handles.requested[handle] > handles.level[handle];
            if (waitsToConvert) {
                handles.set(handle, Handles.CANCELLING);
            }
            return waitsToConvert ? CANCEL : REQUEUE;
        }
        if (handles.level[handle] <= LockMode.highestCompatible(handles.blocking[handle])) {
            handles.blocking[handle] = LockMode.NL;
            handles.clear(handle, Handles.BLOCKED);
            handles.wakeAll(handle);
            return NOTHING;
        }
        boolean heldAgainst = handles.writers[handle] > 0
                || handles.blocking[handle] == LockMode.EX && handles.readers[handle] > 0;
        if (handles.has(handle, Handles.UPCONVERT_FINISHING) || heldAgainst) {
            return REQUEUE;
        }
        if (waitsForCheckpoint(node, handle)) {
            wantCheckpoint(node);
            return REQUEUE;
        }
        return GO_DOWN;
    }

    /** Its changes are not checkpointed (ocfs2_ci_checkpointed). */
    private boolean waitsForCheckpoint(int node, int handle) {
        return carriesValue(handles.kind[handle]) && handles.level[handle] == LockMode.EX && handles.epoch[handle] >= epoch[node];
    }

    private void prepareDown(int frame, int handle) {
        boolean held = handles.has(handle, Handles.BUSY) || handles.writers[handle] > 0
                || handles.blocking[handle] == LockMode.EX && handles.readers[handle] > 0
                || handles.level[handle] == LockMode.EX && handles.epoch[handle] >= epoch[handles.node[handle]];
        if (!held) {
            handles.set(handle, Handles.BUSY | Handles.PENDING | Handles.DOWN);
            int mode = LockMode.highestCompatible(handles.blocking[handle]);
            handles.requested[handle] = mode;
            frames.set(frame, Reg.MODE, mode);
        } else if (handles.epoch[handle] >= epoch[handles.node[handle]]) {
            wantCheckpoint(handles.node[handle]); // changed again while its data was written
        }
        frames.set(frame, Reg.RESULT, held ? 0 : 1);
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        return switch ((DownconvertCondition) CONDITIONS[condition]) {
            case MORE_BLOCKED -> frames.get(frame, Reg.LOOP) > 0;
            case OF_KIND -> handles.kind[frames.get(frame, Reg.LOCK)] == a;
        };
    }
}
