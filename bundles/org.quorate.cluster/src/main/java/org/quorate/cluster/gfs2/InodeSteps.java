// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.fsdlm.Release;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Machine;

/** Executes {@link InodeStep}s. Not thread-safe. */
final class InodeSteps implements Mechanism {

    private static final Step[] STEPS = InodeStep.values();
    private static final Condition[] CONDITIONS = InodeCondition.values();
    private static final int NONE = -1;
    /** Time between two additions to the sums when statfs() does not need them (ops_fstype.c: statfs_quantum=0 sets statfs_slow). */
    private static final long SLOW_QUANTUM_NANOS = 30_000_000_000L;

    private final Machine machine;
    private final Frames frames;
    private final InodeCache inodes;
    private final Glocks glocks;
    private final InCore inCore;
    private final InodeLife life;
    private final FileData data;
    private final Space space;
    private final Labels labels;
    private final boolean triesCache;
    private final boolean triesFirst;
    private final long[] quantum;
    private final long quantumNanos;
    private final boolean slowStatfs;

    /**
     * Makes it.
     *
     * @param statfsQuantumNanos mount option statfs_quantum
     */
    InodeSteps(Machine machine, Glocks glocks, InCore inCore, InodeLife life, FileData data, Space space, long statfsQuantumNanos,
            Labels labels) {
        this.labels = labels;
        slowStatfs = statfsQuantumNanos == 0;
        quantumNanos = slowStatfs ? SLOW_QUANTUM_NANOS : statfsQuantumNanos;
        this.space = space;
        this.machine = machine;
        this.glocks = glocks;
        this.inCore = inCore;
        this.life = life;
        this.data = data;
        frames = machine.frames();
        inodes = machine.inodes();
        triesCache = Release.of(machine.kernel()).atLeast(5, 8);
        triesFirst = !Release.of(machine.kernel()).atLeast(6, 12);
        quantum = new long[machine.nodes()];
    }

    /** The first end of a statfs quantum of a node that was mounted so long ago. */
    void firstQuantum(int node, long mountedNanosAgo) {
        quantum[node] = machine.interpreter().now() + quantumNanos - mountedNanosAgo % quantumNanos;
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
        InodeStep what = (InodeStep) STEPS[step];
        return switch (what) {
            case GET -> life.get(frame);
            case AWAIT_IOPEN_DROPPED -> life.awaitIopenDropped(frame, life.find(frame, Reg.FILE));
            case AWAIT_UPGRADE -> life.awaitUpgrade(frame, life.find(frame, Reg.FILE));
            case SEARCH -> data.search(frame);
            case READ_LEAVES -> data.readLeaves(frame);
            case PREPARE_WRITE -> data.prepareWrite(frame, a == 1);
            case READ_DATA -> data.readData(frame);
            case READ_LABEL -> labels.read(frame, frames.get(frame, a));
            case READ_DIRECT -> data.readDirect(frame);
            case WRITE_DIRECT -> data.writeDirect(frame);
            case AWAIT_QUANTUM -> {
                int node = frames.node(frame);
                machine.interpreter().resumeAt(frame, Math.max(quantum[node], machine.interpreter().now()));
                quantum[node] += quantumNanos;
                yield Outcome.WAIT;
            }
            default -> {
                live(what, frame, a);
                yield Outcome.NEXT;
            }
        };
    }

    private void live(InodeStep what, int frame, int a) {
        int file = life.find(frame, Reg.FILE);
        switch (what) {
            case USE -> inCore.users[life.find(frame, a)]++;
            case UNUSE -> inCore.users[life.find(frame, a)]--;
            case REFER -> glocks.set(frames.get(frame, Reg.LOCK), Glocks.HAS_INODE);
            case ATTACH -> life.attach(frame);
            case ABANDON -> life.abandon(frame);
            case ADD_DENTRY -> life.addDentry(life.find(frame, a));
            case DROP_DENTRY -> life.dropDentry(file);
            case BEGIN_EVICT -> life.beginEvict(file);
            case END_EVICT -> life.endEvict(frame, file);
            case EVICT_CLEAN -> frames.set(frame, Reg.WORK, Math.max(1, life.evictClean(frames.node(frame))));
            case DEFER_DELETE -> deferDelete(file, a == 1);
            case DROP_IOPEN -> life.dropIopen(file);
            case BEGIN_DELETE_WORK -> life.beginDeleteWork(frame);
            case QUEUE_DELETE_WORK -> life.queueDeleteWork(frame);
            case END_DELETE_WORK -> life.endDeleteWork(frame);
            case CANCEL_DELETE_WORK -> life.cancelDelete(frames.node(frame), frames.get(frame, Reg.OTHER));
            case BEGIN_SEARCH -> space.beginSearch(frame, a, data.sizeAfter(frame, a));
            case NEXT_GROUP -> space.nextGroup(frame);
            case CHECK_GROUP -> space.checkGroup(frame, a);
            case STATFS_BATCH -> space.statfsBatch(frame);
            case NEXT_DATA_GROUP -> space.nextDataGroup(frame);
            case END_RESERVATION -> space.forget(life.find(frame, a), false);
            default -> change(what, frame, a);
        }
    }

    private void deferDelete(int row, boolean defer) {
        if (defer) {
            inodes.set(row, InCore.DEFERRED_DELETE);
        } else if (row != NONE) {
            inodes.clear(row, InCore.DEFERRED_DELETE);
        }
    }

    private void change(InodeStep what, int frame, int a) {
        switch (what) {
            case NEW_FILE -> data.newFile(frame);
            case NEW_DIRECTORY -> data.newDirectory(frame);
            case CHANGE_INODE -> data.changeInode(frame, frames.get(frame, a));
            case CHANGE_ACCESS_TIME -> data.changeAccessTime(frame, frames.get(frame, a));
            case CHANGE_LABEL -> labels.write(frame, frames.get(frame, Reg.FILE));
            case ATTRIBUTE_GROUP -> labels.group(frame, frames.get(frame, Reg.FILE));
            case FREE_LABEL -> labels.free(frame, frames.get(frame, Reg.FILE));
            case ALLOCATE_INODE -> data.allocateInode(frame);
            case CHANGE_NAME -> data.changeName(frame, a);
            case GROW_DIRECTORY -> data.growDirectory(frame);
            case MOVE_NAME -> machine.names().move(frames.get(frame, Reg.FILE), frames.get(frame, Reg.DIRECTORY));
            case UNLINK -> data.unlink(frame);
            case ALLOCATE -> data.allocate(frame, a == 1);
            case TRUNCATE -> data.truncate(frame);
            case FREE_DATA -> data.freeData(frame);
            case FREE_INODE -> data.freeInode(frame);
            case CHANGE_STATFS -> data.changeStatfs(frame);
            case DIRTY_DATA -> data.dirtyData(frame, a == 1);
            case UNMARK -> inCore.unmark(life.find(frame, a));
            case COUNT_PAGES -> data.countPages(frame);
            default -> throw new IllegalStateException("no inode step " + what);
        }
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        int inode = frames.get(frame, Reg.FILE);
        int row = inodes.find(frames.node(frame), inode);
        return switch ((InodeCondition) CONDITIONS[condition]) {
            case IN_MEMORY -> life.inMemory(life.find(frame, a));
            case HAS_DENTRY -> life.inMemory(life.find(frame, a)) && inodes.has(life.find(frame, a), InodeCache.DENTRY);
            case UNBORN -> machine.names().unborn(inode);
            case NAMED -> !machine.names().gone(inode);
            case UNLINKED -> machine.names().gone(inode) && !life.isFreed(inode);
            case TO_BE_EVICTED -> row != NONE && life.isToBeEvicted(row);
            case MAY_DELETE -> life.mayDelete(row);
            case HAS_BLOCKS -> space.blocks(inode) > 0;
            case MUST_GROW -> data.directories().mustGrow(frames.get(frame, Reg.DIRECTORY));
            case NEEDS_BLOCKS -> data.needsBlocks(frame, a == 1);
            case TIMES_DUE -> !machine.times().isChangedNow(inode);
            case CHANGES_INODE -> data.changesInode(frame, a == 1);
            case WRITES -> frames.get(frame, Reg.BYTES) > 0;
            case IN_PLACE -> data.isInPlace(frame);
            case STUFFED -> data.isStuffed(inode);
            case DATA_DIRTY -> data.isDataDirty(frame);
            case DATA_CACHED -> data.isDataCached(frame);
            case DIRTY -> inodes.has(life.find(frame, a), InCore.DIRTY_INODE);
            case ACCESS_DUE -> machine.times().isDue(frames.get(frame, a));
            case LABELLED -> labels.isLabelled();
            case LABEL_DUE -> labels.isDue(life.find(frame, a));
            case IOPEN_WANTED -> glocks.is(frames.get(frame, Reg.LOCK), Glocks.DEMOTE);
            case TRIES_CACHE -> triesCache;
            case TRIES_FIRST -> triesFirst;
            case STATFS_SLOW -> slowStatfs;
            case STATFS_CHANGED -> data.isStatfsChanged(frames.node(frame));
        };
    }
}
