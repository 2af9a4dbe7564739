// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import java.util.Optional;
import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.LongMap;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.fs.LockCensus;
import org.quorate.cluster.fs.LockNaming;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.PlainNames;
import org.quorate.cluster.lock.LockClient;
import org.quorate.cluster.lock.LockMode;
import org.quorate.cluster.result.LockName;
import org.quorate.cluster.result.NodeCensus.LockRole;
import org.quorate.cluster.vfs.Extents;
import org.quorate.model.SlabCache;

/**
 * dlmglue: OCFS2's own view of its locks on each node, between the file system and the lock manager (fs/ocfs2/dlmglue.c). Not
 * thread-safe.
 */
final class Glue implements Mechanism, LockClient, LockNaming {

    /** Codes of ACQUIRE and PREPARE. */
    static final int GRANTED = 0;
    static final int REFUSED = 1;
    static final int ATTACH = 2;
    static final int CONVERT = 3;
    /** Code of REFRESH. */
    static final int READ_BLOCK = 7;
    private static final int NONE = -1;
    private static final Step[] STEPS = GlueStep.values();
    private static final Condition[] CONDITIONS = GlueCondition.values();
    private static final LockKind[] KINDS = LockKind.values();

    private final Machine machine;
    private final Frames frames;
    private final InodeCache inodes;
    private final MetadataBlocks blocks;
    private final Handles handles;
    private final LockNames lockNames;
    private final PlainNames plainNames;
    private final LongMap valid = new LongMap();
    private final Downconvert downconvert;

    Glue(Machine machine, Extents extents, MetadataBlocks blocks) {
        this.machine = machine;
        this.blocks = blocks;
        lockNames = new LockNames(machine.names(), extents);
        plainNames = new PlainNames(machine.scenario(), machine.names());
        frames = machine.frames();
        inodes = machine.inodes();
        handles = new Handles(machine);
        downconvert = new Downconvert(machine, handles);
    }

    /** The threads that give locks up. */
    Downconvert downconvert() {
        return downconvert;
    }

    void write(RecipeBook book, ClusterStack stack) {
        GlueRecipes.write(book, stack);
    }

    /** So many files will be warm, each with an OPEN, a META and a DENTRY lock. */
    void expectWarm(int files, ClusterStack stack) {
        int locks = Math.multiplyExact(files, 3);
        handles.expect(locks);
        stack.expect(locks);
    }

    /** Handle of a lock that is built directly, in a mode. */
    int establish(int node, LockKind kind, int inode, int mode) {
        int handle = handles.findOrMake(node, kind, inode);
        handles.object[handle] = lockNames.object(kind, inode);
        count(handle, 1);
        handles.level[handle] = mode;
        return handle;
    }

    /** The node keeps a shared hold on the lock (open files). */
    void hold(int node, LockKind kind, int inode) {
        handles.readers[handles.find(node, kind, inode)] = 1;
    }

    boolean attached(int node, LockKind kind, int inode) {
        int handle = handles.find(node, kind, inode);
        return handle != NONE && handles.lock[handle] != NONE;
    }

    /** Some node still keeps a lock that is named after the inode's block. */
    boolean knowsBlock(int inode) {
        for (int node = 0; node < machine.nodes(); node++) {
            if (handles.find(node, LockKind.META, inode) != NONE || handles.find(node, LockKind.OPEN, inode) != NONE) {
                return true;
            }
        }
        return false;
    }

    /** The locks for which somebody waits, for people. */
    String waiting() {
        return handles.waiting();
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

    /** All lock resources in memory, as locking_state shows them: those that nobody has used yet are there, too. */
    LockCensus locks() {
        LockCensus census = new LockCensus(machine.nodes(), LockKind.NAMES, LockKind.MODES);
        for (int handle = 0; handle < handles.highWater(); handle++) {
            if (handles.node[handle] != NONE) {
                census.add(handles.node[handle], handles.kind[handle], handles.level[handle] + 1, 1);
            }
        }
        for (int node = 0; node < machine.nodes(); node++) {
            long inodes = machine.census().of(node).cachedInodes();
            for (LockKind kind : KINDS) {
                long there = kind.embedded() ? inodes : kind.ofMount() ? 1 : 0;
                census.add(node, kind.ordinal(), 0, Math.max(0, there - census.locks(node, kind.ordinal())));
            }
        }
        return census;
    }

    private String name(int handle) {
        return KINDS[handles.kind[handle]] + " of inode " + handles.inode[handle];
    }

    @Override
    public long atHand(int frame) {
        return resource(frames.get(frame, Reg.LOCK));
    }

    @Override
    public Optional<LockName> name(long resource) {
        int handle = handles.any(KINDS[(int) (resource >>> 32)], (int) resource);
        return handle == NONE ? Optional.empty()
                : Optional.of(lockNames.plain(KINDS[handles.kind[handle]], handles.inode[handle], plainNames));
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
            handles.object[handle] = lockNames.object(KINDS[kind], inode);
            count(handle, 1);
        }
        return handle;
    }

    private Outcome await(int frame, int handle) {
        machine.hotLocks().waits(frame, resource(handle));
        return sleep(frame, handle);
    }

    private Outcome sleep(int frame, int handle) {
        machine.ledger().awaitLock(frame);
        handles.waiters().add(handle, frame);
        return Outcome.AGAIN;
    }

    @Override
    public long resource(int handle) {
        return (long) handles.kind[handle] << 32 | handles.object[handle];
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
        return handles.kind[handle] == LockKind.META.ordinal() || handles.kind[handle] == LockKind.ORPHAN_SCAN.ordinal();
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
        handles.wakeAll(handle);
        if (handles.has(handle, Handles.BLOCKED)) {
            downconvert.wake(handles.node[handle]);
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
        handles.wakeAll(handle);
        downconvert.wake(handles.node[handle]);
    }

    /** dlm_unlock was called: who drops the lock waits for {@link #answered}. */
    boolean unlocking(int handle) {
        handles.set(handle, Handles.BUSY);
        return true;
    }

    /** The request under way is over (an AST with EAGAIN, or that of an unlock): whoever waits looks again. */
    void answered(int handle) {
        handles.clear(handle, Handles.BUSY);
        handles.wakeAll(handle);
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
            downconvert.add(handle);
        }
        downconvert.wake(handles.node[handle]);
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
            case FREEZE, FREE -> drop(what, frame, a);
            case SENT, AWAIT_AST, ENTER, LEAVE, DETACHED, PREPARE -> request(what, frame, frames.get(frame, Reg.LOCK));
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
            machine.hotLocks().got(frame);
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
            machine.hotLocks().waits(frame, resource(handle));
            frames.set(frame, Reg.RESULT, prepare(handle, mode));
            return Outcome.NEXT;
        }
        if (mode == LockMode.EX) {
            handles.writers[handle]++;
        } else {
            handles.readers[handle]++;
        }
        handles.clear(handle, Handles.UPCONVERT_FINISHING | Handles.TRY);
        machine.hotLocks().got(frame);
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
            downconvert.wake(handles.node[handle]);
        }
        return Outcome.NEXT;
    }

    private Outcome refresh(int frame, int handle) {
        boolean read = false;
        if (handles.has(handle, Handles.NEEDS_REFRESH)) {
            handles.clear(handle, Handles.NEEDS_REFRESH);
            int row = inodes.row(handles.node[handle], handles.inode[handle]);
            blocks.purge(row);
            read = valid.get(resource(handle)) < 0;
        }
        frames.set(frame, Reg.RESULT, read ? READ_BLOCK : GRANTED);
        return Outcome.NEXT;
    }

    private Outcome request(GlueStep step, int frame, int handle) {
        switch (step) {
            case SENT -> {
                handles.clear(handle, Handles.PENDING);
                if (handles.has(handle, Handles.BLOCKED)) {
                    downconvert.wake(handles.node[handle]); // it may have skipped the lock because the request was not sent
                }
            }
            case AWAIT_AST -> {
                if (handles.has(handle, Handles.BUSY)) {
                    return sleep(frame, handle);
                }
                machine.hotLocks().got(frame);
            }
            case ENTER -> {
                if (handles.has(handle, Handles.IN_USE)) {
                    return sleep(frame, handle);
                }
                handles.set(handle, Handles.IN_USE);
            }
            case LEAVE -> {
                handles.clear(handle, Handles.IN_USE);
                handles.wakeAll(handle);
            }
            case DETACHED -> handles.level[handle] = LockMode.NONE;
            default -> {
                frames.set(frame, Reg.RESULT, prepare(handle, frames.get(frame, Reg.MODE)));
                if (frames.get(frame, Reg.MODE) < handles.level[handle]) {
                    handles.set(handle, Handles.DOWN);
                } else {
                    machine.hotLocks().waits(frame, resource(handle));
                }
            }
        }
        return Outcome.NEXT;
    }

    private Outcome drop(GlueStep step, int frame, int kind) {
        int node = frames.node(frame);
        if (step == GlueStep.FREEZE) {
            int handle = handle(frame, kind, Reg.FILE);
            boolean ours = downconvert.isThread(frame);
            if (handles.has(handle, Handles.BUSY) || handles.has(handle, Handles.QUEUED | Handles.WORKING) && !ours) {
                handles.set(handle, Handles.FREEING);
                downconvert.wake(node);
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

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        return switch ((GlueCondition) CONDITIONS[condition]) {
            case ATTACHED -> handles.lock[frames.get(frame, Reg.LOCK)] != NONE;
            case EXISTS -> handles.find(frames.node(frame), KINDS[a], frames.get(frame, Reg.FILE)) != NONE;
        };
    }
}
