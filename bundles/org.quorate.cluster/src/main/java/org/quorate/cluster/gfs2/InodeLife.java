// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Mechanism.Outcome;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.WaitList;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.WorkQueue;
import org.quorate.cluster.lock.LockMode;
import org.quorate.cluster.result.NodeCensus.LockRole;
import org.quorate.model.SlabCache;

/**
 * Inodes come into the memory of a node and go; the delayed delete work by which nodes hand over the deletion of an unlinked inode
 * (fs/gfs2/inode.c:gfs2_inode_lookup, super.c:gfs2_evict_inode, glock.c:delete_work_func; lab/messages.md 3.7, 3.8). Not
 * thread-safe.
 */
final class InodeLife {

    private static final int NONE = -1;
    /** Delay before a node verifies that another one has deleted an inode, and patience with an upgrade: 5 HZ. */
    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final int WORKERS = 256;

    private final Machine machine;
    private final Interpreter interpreter;
    private final Frames frames;
    private final InodeCache inodes;
    private final GlockMachine machines;
    private final Glocks glocks;
    private final Holders holders;
    private final InCore inCore;
    private final IntConsumer whenGone;
    private final WaitList awaitInode;
    private final WorkQueue deletes;
    private final int deleteKind;
    /** Inodes whose blocks are free again. */
    private final BitSet freed = new BitSet();
    private final int[] negativeDentries;
    private long[] deleteDue = new long[64];

    /**
     * Makes it.
     *
     * @param whenGone is told the row of an inode that leaves the memory
     */
    InodeLife(Machine machine, GlockMachine machines, InCore inCore, IntConsumer whenGone) {
        this.whenGone = whenGone;
        this.machine = machine;
        this.machines = machines;
        this.inCore = inCore;
        interpreter = machine.interpreter();
        frames = machine.frames();
        inodes = machine.inodes();
        glocks = machines.glocks;
        holders = machines.holders;
        awaitInode = new WaitList(frames);
        negativeDentries = new int[machine.nodes()];
        deletes = new WorkQueue(machine, "inode/delete_work", WORKERS);
        deleteKind = interpreter.register((kind, glock) -> deleteTimer(glock));
        machines.onIopenCallback(this::iopenCallback);
    }

    /** The row of the inode in a register, or -1 if the node knows nothing of it. */
    int find(int frame, int register) {
        return inodes.find(frames.node(frame), frames.get(frame, register));
    }

    boolean inMemory(int row) {
        return row != NONE && inodes.has(row, InodeCache.IN_MEMORY) && !inodes.has(row, InCore.EVICTING);
    }

    boolean isFreed(int inode) {
        return freed.get(inode);
    }

    void markFreed(int inode) {
        freed.set(inode);
    }

    /** iget5_locked. */
    Outcome get(int frame) {
        int row = inCore.row(frames.node(frame), frames.get(frame, Reg.OTHER));
        if (inodes.has(row, InCore.EVICTING)) {
            awaitInode.add(row, frame);
            return Outcome.AGAIN;
        }
        boolean isNew = !inodes.has(row, InodeCache.IN_MEMORY);
        inCore.users[row]++;
        inodes.set(row, isNew ? InCore.EVICTING | InCore.LOOKED_UP : 0);
        frames.set(frame, Reg.RESULT, isNew ? 1 : 0);
        return Outcome.NEXT;
    }

    /** The inode in OTHER is complete (unlock_new_inode). */
    void attach(int frame) {
        int node = frames.node(frame);
        int inode = frames.get(frame, Reg.OTHER);
        int row = inodes.find(node, inode);
        int iopen = glocks.find(node, GlockKind.IOPEN, inode);
        bind(row, iopen, holders.of(iopen, frame));
        settled(row);
    }

    private void bind(int row, int iopen, int holder) {
        int node = inodes.node[row];
        inodes.set(row, InodeCache.IN_MEMORY);
        machine.census().inode(node, SlabCache.GFS2_INODE, 1);
        inCore.glock[row] = glocks.find(node, GlockKind.INODE, inodes.inode[row]);
        inCore.iopen[row] = iopen;
        inCore.iopenHolder[row] = holder;
        holders.frame[holder] = NONE;
        glocks.set(inCore.glock[row], Glocks.HAS_INODE | Glocks.INSTANTIATE_NEEDED);
        glocks.set(iopen, Glocks.HAS_INODE);
    }

    /** The inode is in memory with a granted IOPEN glock as if it had been there for long. */
    void attachWarm(int row, int iopen) {
        int holder = holders.add(iopen, NONE, Hold.SH | Hold.EXACT, 0);
        holders.held[holder] = true;
        holders.waits[holder] = false;
        bind(row, iopen, holder);
        glocks.clear(inCore.glock[row], Glocks.INSTANTIATE_NEEDED);
    }

    private void settled(int row) {
        inodes.clear(row, InCore.EVICTING);
        for (int frame = awaitInode.poll(row); frame != NONE; frame = awaitInode.poll(row)) {
            machine.hosts().wakeTask(frame);
        }
    }

    /** iget_failed. */
    void abandon(int frame) {
        int row = find(frame, Reg.OTHER);
        settled(row);
        inodes.forget(row);
        int glock = glocks.find(frames.node(frame), GlockKind.INODE, frames.get(frame, Reg.OTHER));
        glocks.clear(glock, Glocks.HAS_INODE);
        machines.freeIfUnused(glock);
    }

    void addDentry(int row) {
        if (!inodes.has(row, InodeCache.DENTRY)) {
            inodes.set(row, InodeCache.DENTRY);
            machine.census().add(inodes.node[row], SlabCache.DENTRY, LockRole.HOLDER, 1);
        }
    }

    void dropDentry(int row) {
        if (inodes.has(row, InodeCache.DENTRY)) {
            inodes.clear(row, InodeCache.DENTRY);
            machine.census().add(inodes.node[row], SlabCache.DENTRY, LockRole.HOLDER, -1);
        }
    }

    /** The name is gone; its dentry stays as a negative one until caches are dropped (d_delete). */
    void negateDentry(int row) {
        if (inodes.has(row, InodeCache.DENTRY)) {
            inodes.clear(row, InodeCache.DENTRY);
            negativeDentries[inodes.node[row]]++;
        }
    }

    /** Nobody uses it, and its link count is 0: known from unlinking it, or from a wish for its IOPEN glock (gfs2_drop_inode). */
    boolean isToBeEvicted(int row) {
        return inMemory(row) && inCore.users[row] == 0
                && (inodes.has(row, InodeCache.UNLINKED) || glocks.is(inCore.iopen[row], Glocks.DEMOTE));
    }

    boolean mayDelete(int row) {
        return !inodes.has(row, InCore.DEFERRED_DELETE)
                && (inodes.has(row, InodeCache.UNLINKED) || glocks.is(inCore.iopen[row], Glocks.DEMOTE));
    }

    void beginEvict(int row) {
        inodes.set(row, InCore.EVICTING);
    }

    /** The end of gfs2_evict_inode. */
    void endEvict(int frame, int row) {
        int node = inodes.node[row];
        int glock = inCore.glock[row];
        int iopen = inCore.iopen[row];
        machine.census().inode(node, SlabCache.GFS2_INODE, -1);
        dropDentry(row);
        inCore.cleanPages(row);
        inCore.unmark(row);
        int holder = inCore.iopenHolder[row] != NONE || frame == NONE ? inCore.iopenHolder[row] : holders.of(iopen, frame);
        if (holder != NONE) {
            holders.hold[holder] |= Hold.NO_CACHE;
            machines.dequeue(holder);
        }
        settled(row);
        whenGone.accept(row);
        inodes.forget(row);
        glocks.clear(glock, Glocks.HAS_INODE);
        glocks.clear(iopen, Glocks.HAS_INODE);
        machines.freeIfUnused(glock);
        machines.freeIfUnused(iopen);
    }

    /** drop_caches: clean unused inodes, and clean pages of the others; returns how many inodes went. */
    int evictClean(int node) {
        int count = 0;
        machine.census().add(node, SlabCache.DENTRY, LockRole.HOLDER, -negativeDentries[node]);
        negativeDentries[node] = 0;
        for (int row = 0; row < inodes.rows(); row++) {
            if (inodes.node[row] != node || !inMemory(row) || glocks.is(inCore.glock[row], Glocks.PERMANENT)) {
                continue;
            }
            boolean idle = inCore.users[row] == 0 && glocks.first[inCore.glock[row]] == NONE;
            if (idle && !inCore.isDirty(row)) {
                endEvict(NONE, row);
                count++;
            } else if (inodes.dirtyPages[row] == 0) {
                inodes.dropData(row);
            }
        }
        return count;
    }

    // Deletion

    /** The first half of gfs2_upgrade_iopen_glock. */
    void dropIopen(int row) {
        int holder = inCore.iopenHolder[row];
        inCore.iopenHolder[row] = NONE;
        holders.hold[holder] |= Hold.NO_CACHE;
        machines.dequeue(holder);
    }

    Outcome awaitIopenDropped(int frame, int row) {
        if (!glocks.is(inCore.iopen[row], Glocks.DEMOTE)) {
            return Outcome.NEXT;
        }
        machines.awaitDemoted(frame, inCore.iopen[row]);
        return Outcome.AGAIN;
    }

    /** The second half: others get some time to let the inode go, unless one shows that it uses it. */
    Outcome awaitUpgrade(int frame, int row) {
        int holder = frames.get(frame, Reg.RES);
        int glock = inCore.glock[row];
        glocks.upgrader[glock] = NONE;
        long until = machines.jiffies.nanos(holders.since[holder]) + PATIENCE_NANOS;
        boolean decided = !holders.waits[holder];
        if (decided || glocks.is(glock, Glocks.DEMOTE) || until <= interpreter.now()) {
            frames.set(frame, Reg.RESULT, decided && holders.held[holder] ? 0 : 1);
            return Outcome.NEXT;
        }
        glocks.upgrader[glock] = holder;
        machines.sleep(holder, until);
        return Outcome.AGAIN;
    }

    /** iopen_go_callback: another node wants the IOPEN glock of an inode that is in memory here. */
    private void iopenCallback(int glock) {
        if (glocks.demote[glock] == LockMode.NL && glocks.state[glock] == LockMode.PR
                && glocks.is(glock, Glocks.HAS_INODE)) {
            queueDelete(glock, 0);
        }
    }

    private void queueDelete(int glock, long delayNanos) {
        if (glocks.is(glock, Glocks.DELETE_QUEUED)) {
            return;
        }
        glocks.set(glock, Glocks.DELETE_QUEUED);
        if (glock >= deleteDue.length) {
            deleteDue = Arrays.copyOf(deleteDue, glocks.capacity());
        }
        deleteDue[glock] = interpreter.now() + delayNanos;
        interpreter.at(deleteDue[glock], deleteKind, glock);
    }

    private void deleteTimer(int glock) {
        if (!glocks.is(glock, Glocks.DELETE_QUEUED) || deleteDue[glock] != interpreter.now()) {
            return;
        }
        if (glocks.is(glock, Glocks.DELETE_RUNNING)) {
            deleteDue[glock] = interpreter.now() + machines.jiffies.nanos(1);
            interpreter.at(deleteDue[glock], deleteKind, glock);
        } else {
            glocks.clear(glock, Glocks.DELETE_QUEUED);
            glocks.set(glock, Glocks.DELETE_RUNNING);
            deletes.queue(glocks.node[glock], glock);
        }
    }

    /** gfs2_cancel_delete_work: the block is in use by a new or known inode. */
    void cancelDelete(int node, int inode) {
        int glock = glocks.find(node, GlockKind.IOPEN, inode);
        if (glock != NONE) {
            glocks.clear(glock, Glocks.DELETE_QUEUED);
        }
    }

    void beginDeleteWork(int frame) {
        int glock = frames.get(frame, Reg.WORK);
        frames.set(frame, Reg.LOCK, glock);
        frames.set(frame, Reg.FILE, glocks.number(glock));
        frames.set(frame, Reg.OTHER, glocks.number(glock));
    }

    void queueDeleteWork(int frame) {
        queueDelete(frames.get(frame, Reg.WORK), PATIENCE_NANOS);
    }

    void endDeleteWork(int frame) {
        int glock = frames.get(frame, Reg.WORK);
        glocks.clear(glock, Glocks.DELETE_RUNNING);
        machines.freeIfUnused(glock);
        deletes.done(frame);
    }
}
