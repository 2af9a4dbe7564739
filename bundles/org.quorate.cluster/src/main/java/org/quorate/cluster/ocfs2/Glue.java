// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.IntQueue;
import org.quorate.cluster.engine.LongMap;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.lock.LockClient;
import org.quorate.cluster.lock.LockMode;
import org.quorate.cluster.result.NodeCensus.LockRole;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.SlabCache;

/**
 * dlmglue: OCFS2's own view of its locks on each node, between the file system and the lock manager (fs/ocfs2/dlmglue.c). Not
 * thread-safe.
 */
final class Glue implements Mechanism, LockClient {

    /** Codes of ACQUIRE and PREPARE. */
    static final int GRANTED = 0;
    static final int REFUSED = 1;
    static final int ATTACH = 2;
    static final int CONVERT = 3;
    /** Codes of TAKE_BLOCKED. */
    static final int NOTHING = 0;
    static final int REQUEUE = 1;
    static final int CANCEL = 2;
    static final int GO_DOWN = 3;
    /** Code of REFRESH. */
    static final int READ_BLOCK = 7;
    private static final int NONE = -1;
    private static final Step[] STEPS = GlueStep.values();
    private static final Condition[] CONDITIONS = GlueCondition.values();
    private static final LockKind[] KINDS = LockKind.values();

    private final Machine machine;
    private final Frames frames;
    private final InodeCache inodes;
    private final Handles handles;
    private final LongMap valid = new LongMap();
    private final IntQueue[] blocked;
    private final int[] downconverter;
    private final int[] committer;
    private final boolean[] downconverterIdle;
    private final boolean[] downconverterWoken;
    private final boolean[] committerIdle;
    private final boolean[] checkpointWanted;
    private final int[] epoch;
    private final org.quorate.cluster.engine.WaitList checkpointWaiters;

    Glue(Machine machine) {
        this.machine = machine;
        frames = machine.frames();
        inodes = machine.inodes();
        handles = new Handles(frames);
        int nodes = machine.nodes();
        blocked = new IntQueue[nodes];
        java.util.Arrays.setAll(blocked, i -> new IntQueue());
        downconverter = new int[nodes];
        committer = new int[nodes];
        downconverterIdle = new boolean[nodes];
        downconverterWoken = new boolean[nodes];
        committerIdle = new boolean[nodes];
        checkpointWanted = new boolean[nodes];
        epoch = new int[nodes];
        java.util.Arrays.fill(epoch, 1);
        checkpointWaiters = new org.quorate.cluster.engine.WaitList(frames, nodes);
    }

    void write(RecipeBook book) {
        GlueRecipes.write(book);
    }

    void start() {
        for (int node = 0; node < blocked.length; node++) {
            downconverter[node] = frames.create(node);
            machine.interpreter().start(downconverter[node], machine.interpreter().entry("ocfs2/dc"), 0);
            committer[node] = frames.create(node);
            machine.interpreter().start(committer[node], machine.interpreter().entry("ocfs2/cmt"), 0);
        }
    }

    /** Handle of a lock that is built directly, in a mode. */
    int establish(int node, LockKind kind, int inode, int mode) {
        int handle = handles.findOrMake(node, kind, inode);
        count(handle, 1);
        handles.level[handle] = mode;
        return handle;
    }

    /** The node keeps a shared hold on the lock (open files). */
    void hold(int node, LockKind kind, int inode) {
        handles.readers[handles.find(node, kind, inode)] = 1;
    }

    /** The inode has changed in this epoch: its lock is not checkpointed. */
    void touch(int node, int inode) {
        int handle = handles.find(node, LockKind.META, inode);
        if (handle != NONE) {
            handles.epoch[handle] = epoch[node];
        }
    }

    boolean attached(int node, LockKind kind, int inode) {
        int handle = handles.find(node, kind, inode);
        return handle != NONE && handles.lock[handle] != NONE;
    }

    /** A lock that one node holds for writing is held by no other. */
    void verify() {
        LongMap writer = new LongMap();
        for (int handle = 0; handle < handles.highWater(); handle++) {
            if (handles.node[handle] != NONE && handles.writers[handle] > 0) {
                if (writer.get(resource(handle)) >= 0) {
                    throw new IllegalStateException("two nodes write under " + name(handle));
                }
                writer.put(resource(handle), handles.node[handle]);
            }
        }
        for (int handle = 0; handle < handles.highWater(); handle++) {
            int other = handles.node[handle] == NONE || handles.readers[handle] == 0 ? NONE : writer.get(resource(handle));
            if (other != NONE && other != handles.node[handle]) {
                throw new IllegalStateException("one node reads while another writes under " + name(handle));
            }
        }
    }

    private String name(int handle) {
        return KINDS[handles.kind[handle]] + " of inode " + handles.inode[handle];
    }

    private void count(int handle, int sign) {
        if (KINDS[handles.kind[handle]] == LockKind.DENTRY) {
            machine.census().add(handles.node[handle], SlabCache.OCFS2_DENTRY_LOCK, LockRole.HOLDER, sign);
        }
    }

    private int handle(int frame, int kind, int register) {
        int node = frames.node(frame);
        int inode = frames.get(frame, register);
        int handle = handles.find(node, KINDS[kind], inode);
        if (handle == NONE) {
            handle = handles.findOrMake(node, KINDS[kind], inode);
            count(handle, 1);
        }
        return handle;
    }

    private void wakeAll(int handle) {
        for (int f = handles.waiters().poll(handle); f != NONE; f = handles.waiters().poll(handle)) {
            machine.hosts().wakeTask(f);
        }
    }

    private void wakeDownconverter(int node) {
        downconverterWoken[node] = true;
        if (downconverterIdle[node]) {
            downconverterIdle[node] = false;
            machine.hosts().wakeWorker(downconverter[node]);
        }
    }

    private void wantCheckpoint(int node) {
        checkpointWanted[node] = true;
        if (committerIdle[node]) {
            committerIdle[node] = false;
            machine.hosts().wakeWorker(committer[node]);
        }
    }

    private Outcome await(int frame, int handle) {
        machine.ledger().move(frame, TimePart.LOCK_QUEUE);
        handles.waiters().add(handle, frame);
        return Outcome.AGAIN;
    }

    @Override
    public long resource(int handle) {
        return (long) handles.kind[handle] << 32 | handles.inode[handle];
    }

    @Override
    public int lock(int handle) {
        return handles.lock[handle];
    }

    @Override
    public void lock(int handle, int lock) {
        handles.lock[handle] = lock;
    }

    @Override
    public boolean unknownToOthers(int handle) {
        return handles.has(handle, Handles.LOCAL);
    }

    @Override
    public boolean mustNotWait(int handle) {
        return handles.has(handle, Handles.TRY);
    }

    @Override
    public boolean hasValue(int handle) {
        return handles.kind[handle] == LockKind.META.ordinal();
    }

    @Override
    public void granted(int handle, int mode) {
        if (handles.has(handle, Handles.DOWN)) {
            if (handles.level[handle] == LockMode.EX && hasValue(handle)) {
                valid.put(resource(handle), 1);
            }
            handles.level[handle] = mode;
            if (mode <= LockMode.highestCompatible(handles.blocking[handle])) {
                handles.blocking[handle] = LockMode.NL;
                handles.clear(handle, Handles.BLOCKED);
                handles.behalf[handle] = NONE;
            }
        } else {
            if (handles.level[handle] <= LockMode.NL && hasValue(handle) && !handles.has(handle, Handles.NEW)) {
                handles.set(handle, Handles.NEEDS_REFRESH);
            }
            handles.level[handle] = mode;
            if (mode > LockMode.NL) {
                handles.set(handle, Handles.UPCONVERT_FINISHING);
            }
        }
        handles.clear(handle, Handles.BUSY | Handles.DOWN | Handles.LOCAL | Handles.NEW | Handles.CANCELLING);
        wakeAll(handle);
        if (handles.has(handle, Handles.BLOCKED)) {
            wakeDownconverter(handles.node[handle]);
        }
    }

    @Override
    public void refused(int handle) {
        handles.set(handle, Handles.REFUSED);
        handles.clear(handle, Handles.BUSY);
    }

    @Override
    public void cancelled(int handle) {
        handles.clear(handle, Handles.BUSY | Handles.CANCELLING);
        wakeAll(handle);
        wakeDownconverter(handles.node[handle]);
    }

    @Override
    public void blocked(int handle, int mode, int behalf) {
        if (handles.kind[handle] == LockKind.FLOCK.ordinal()) {
            return; // OCFS2_LOCK_NOCACHE: it goes at the earliest time anyway
        }
        if (handles.has(handle, Handles.FROZEN)) {
            return;
        }
        boolean lower = LockMode.highestCompatible(mode) < LockMode.highestCompatible(handles.blocking[handle]);
        handles.blocking[handle] = Math.max(handles.blocking[handle], mode);
        handles.behalf[handle] = behalf;
        handles.set(handle, Handles.BLOCKED);
        if (lower && !handles.has(handle, Handles.QUEUED)) {
            handles.set(handle, Handles.QUEUED);
            blocked[handles.node[handle]].add(handle);
        }
        wakeDownconverter(handles.node[handle]);
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
        GlueStep what = (GlueStep) STEPS[step];
        return switch (what) {
            case HANDLE, HANDLE_LOCAL, HANDLE_NEW, HANDLE_TRY -> {
                int handle = handle(frame, a, b);
                prepareHandle(what, handle);
                frames.set(frame, Reg.LOCK, handle);
                frames.set(frame, Reg.MODE, c);
                frames.set(frame, Reg.WORK3, frames.get(frame, b));
                yield Outcome.NEXT;
            }
            case ACQUIRE -> acquire(frame, frames.get(frame, Reg.LOCK), frames.get(frame, Reg.MODE));
            case RELEASE -> release(handle(frame, a, b), c);
            case KEEP_ONE -> {
                int handle = handle(frame, a, b);
                handles.readers[handle] = 1;
                yield Outcome.NEXT;
            }
            case REFRESH -> refresh(frame, frames.get(frame, Reg.LOCK));
            case FREEZE, FREE, CHECKPOINT -> drop(what, frame, a);
            case SENT, AWAIT_AST, ENTER, LEAVE, PREPARE -> request(what, frame, frames.get(frame, Reg.LOCK));
            default -> thread(what, frame, frames.get(frame, Reg.LOCK));
        };
    }

    private void prepareHandle(GlueStep step, int handle) {
        handles.clear(handle, Handles.TRY | Handles.REFUSED);
        switch (step) {
            case HANDLE_LOCAL -> handles.set(handle, Handles.LOCAL | Handles.NEW);
            case HANDLE_NEW -> handles.set(handle, Handles.NEW);
            case HANDLE_TRY -> handles.set(handle, Handles.TRY);
            default -> { }
        }
    }

    private Outcome acquire(int frame, int handle, int mode) {
        if (handles.has(handle, Handles.REFUSED)) {
            handles.clear(handle, Handles.REFUSED | Handles.TRY);
            frames.set(frame, Reg.RESULT, REFUSED);
            return Outcome.NEXT;
        }
        boolean enough = mode <= handles.level[handle];
        if (handles.has(handle, Handles.BUSY) && !enough) {
            return await(frame, handle);
        }
        boolean finishing = handles.has(handle, Handles.UPCONVERT_FINISHING) && enough;
        if (!finishing && handles.has(handle, Handles.BLOCKED)
                && mode > LockMode.highestCompatible(handles.blocking[handle])) {
            return await(frame, handle);
        }
        if (!enough) {
            frames.set(frame, Reg.RESULT, prepare(handle, mode));
            return Outcome.NEXT;
        }
        if (mode == LockMode.EX) {
            handles.writers[handle]++;
        } else {
            handles.readers[handle]++;
        }
        handles.clear(handle, Handles.UPCONVERT_FINISHING | Handles.TRY);
        frames.set(frame, Reg.RESULT, GRANTED);
        return Outcome.NEXT;
    }

    private int prepare(int handle, int mode) {
        handles.set(handle, Handles.BUSY | Handles.PENDING);
        handles.requested[handle] = mode;
        return handles.lock[handle] == NONE ? ATTACH : CONVERT;
    }

    private Outcome release(int handle, int mode) {
        if (mode == LockMode.EX) {
            handles.writers[handle]--;
        } else {
            handles.readers[handle]--;
        }
        if (handles.has(handle, Handles.BLOCKED)) {
            wakeDownconverter(handles.node[handle]);
        }
        return Outcome.NEXT;
    }

    private Outcome refresh(int frame, int handle) {
        boolean read = false;
        if (handles.has(handle, Handles.NEEDS_REFRESH)) {
            handles.clear(handle, Handles.NEEDS_REFRESH);
            int row = inodes.row(handles.node[handle], handles.inode[handle]);
            inodes.clear(row, InodeCache.BLOCK_VALID | InodeCache.DIRECTORY_VALID);
            read = valid.get(resource(handle)) < 0;
        }
        frames.set(frame, Reg.RESULT, read ? READ_BLOCK : GRANTED);
        return Outcome.NEXT;
    }

    private Outcome request(GlueStep step, int frame, int handle) {
        switch (step) {
            case SENT -> handles.clear(handle, Handles.PENDING);
            case AWAIT_AST -> {
                return handles.has(handle, Handles.BUSY) ? await(frame, handle) : Outcome.NEXT;
            }
            case ENTER -> {
                if (handles.has(handle, Handles.IN_USE)) {
                    return await(frame, handle);
                }
                handles.set(handle, Handles.IN_USE);
            }
            case LEAVE -> {
                handles.clear(handle, Handles.IN_USE);
                handles.level[handle] = LockMode.NONE;
                wakeAll(handle);
            }
            default -> {
                frames.set(frame, Reg.RESULT, prepare(handle, frames.get(frame, Reg.MODE)));
                if (frames.get(frame, Reg.MODE) < handles.level[handle]) {
                    handles.set(handle, Handles.DOWN);
                }
            }
        }
        return Outcome.NEXT;
    }

    private Outcome drop(GlueStep step, int frame, int kind) {
        int node = frames.node(frame);
        if (step == GlueStep.CHECKPOINT) {
            int meta = handles.find(node, LockKind.META, frames.get(frame, Reg.FILE));
            if (meta == NONE || handles.epoch[meta] < epoch[node]) {
                return Outcome.NEXT;
            }
            machine.ledger().move(frame, TimePart.OWN_JOURNAL);
            checkpointWaiters.add(node, frame);
            wantCheckpoint(node);
            return Outcome.AGAIN;
        }
        if (step == GlueStep.FREEZE) {
            int handle = handle(frame, kind, Reg.FILE);
            boolean ours = frame == downconverter[node];
            if (handles.has(handle, Handles.BUSY) || handles.has(handle, Handles.QUEUED | Handles.WORKING) && !ours) {
                handles.set(handle, Handles.FREEING);
                wakeDownconverter(node);
                return await(frame, handle);
            }
            handles.set(handle, Handles.FROZEN);
            frames.set(frame, Reg.LOCK, handle);
            frames.set(frame, Reg.RESULT, handles.lock[handle] == NONE ? 0 : 1);
            return Outcome.NEXT;
        }
        int handle = frames.get(frame, Reg.LOCK);
        count(handle, -1);
        handles.free(handle);
        return Outcome.NEXT;
    }

    private Outcome thread(GlueStep step, int frame, int handle) {
        int node = frames.node(frame);
        switch (step) {
            case AWAIT_BLOCKED -> {
                frames.set(frame, Reg.BEHALF, NONE);
                if (!downconverterWoken[node]) {
                    downconverterIdle[node] = true;
                    return Outcome.AGAIN;
                }
                downconverterWoken[node] = false;
                frames.set(frame, Reg.LOOP, blocked[node].size());
            }
            case TAKE_BLOCKED -> takeBlocked(frame, node);
            case DONE_BLOCKED -> {
                if (handles.has(handle, Handles.WORKING)) {
                    handles.clear(handle, Handles.WORKING);
                    if (handles.has(handle, Handles.FREEING)) {
                        handles.clear(handle, Handles.FREEING);
                        wakeAll(handle);
                    }
                }
            }
            case REQUEUE -> {
                if (!handles.has(handle, Handles.QUEUED)) {
                    handles.set(handle, Handles.QUEUED);
                    blocked[node].add(handle);
                }
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
                wakeDownconverter(node);
            }
        }
        return Outcome.NEXT;
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
        frames.set(frame, Reg.BEHALF, decision == NOTHING ? NONE : handles.behalf[handle]);
        if (decision == REQUEUE) {
            machine.ledger().move(frame, TimePart.LOCK_QUEUE);
        }
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
            wakeAll(handle);
            return NOTHING;
        }
        boolean heldAgainst = handles.writers[handle] > 0
                || handles.blocking[handle] == LockMode.EX && handles.readers[handle] > 0;
        if (handles.has(handle, Handles.UPCONVERT_FINISHING) || heldAgainst) {
            return REQUEUE;
        }
        if (hasValue(handle) && handles.level[handle] == LockMode.EX && handles.epoch[handle] >= epoch[node]) {
            machine.ledger().moveOperation(handles.behalf[handle], TimePart.HOLDER_JOURNAL);
            wantCheckpoint(node);
            return REQUEUE;
        }
        return GO_DOWN;
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
        }
        frames.set(frame, Reg.RESULT, held ? 0 : 1);
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        return switch ((GlueCondition) CONDITIONS[condition]) {
            case MORE_BLOCKED -> frames.get(frame, Reg.LOOP) > 0;
            case OF_KIND -> handles.kind[frames.get(frame, Reg.LOCK)] == a;
            case EXISTS -> handles.find(frames.node(frame), KINDS[a], frames.get(frame, Reg.FILE)) != NONE;
        };
    }
}
