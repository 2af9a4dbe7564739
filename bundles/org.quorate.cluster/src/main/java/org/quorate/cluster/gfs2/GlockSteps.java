// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.engine.WaitList;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.lock.LockMode;

/** Executes {@link GlockStep}s with the {@link GlockMachine}. Not thread-safe. */
final class GlockSteps implements Mechanism {

    private static final Step[] STEPS = GlockStep.values();
    private static final Condition[] CONDITIONS = GlockCondition.values();
    private static final int NONE = -1;

    private final Machine machine;
    private final Interpreter interpreter;
    private final Frames frames;
    private final InodeCache inodes;
    private final GlockMachine machines;
    private final Glocks glocks;
    private final Holders holders;
    private final InCore inCore;
    private final ResourceGroups groups;
    private final WaitList awaitInstantiated;

    GlockSteps(Machine machine, GlockMachine machines, InCore inCore, ResourceGroups groups) {
        this.machine = machine;
        this.machines = machines;
        this.inCore = inCore;
        this.groups = groups;
        interpreter = machine.interpreter();
        frames = machine.frames();
        inodes = machine.inodes();
        glocks = machines.glocks;
        holders = machines.holders;
        awaitInstantiated = new WaitList(frames);
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
        GlockStep what = (GlockStep) STEPS[step];
        return switch (what) {
            case FIND -> find(frame, a, number(a, frames.get(frame, b)));
            case FIND_GROUP -> find(frame, GlockKind.RGRP, frames.get(frame, b));
            case ENQUEUE -> {
                frames.set(frame, Reg.RES, machines.enqueue(frame, lock(frame), frames.get(frame, Reg.MODE)));
                yield Outcome.NEXT;
            }
            case FIND_HOLDER -> {
                frames.set(frame, Reg.RES, holders.of(lock(frame), frame));
                yield Outcome.NEXT;
            }
            case AWAIT_HOLDER -> awaitHolder(frame);
            case AWAIT_BOTH -> awaitBoth(frame, a, b);
            case GIVE_UP -> giveUp(frame, a, b);
            case DEQUEUE -> {
                int glock = glocks.find(frames.node(frame), a, number(a, frames.get(frame, b)));
                machines.dequeue(holders.of(glock, frame));
                yield Outcome.NEXT;
            }
            case DEQUEUE_GROUP -> {
                int glock = glocks.find(frames.node(frame), GlockKind.RGRP, frames.get(frame, a));
                machines.dequeue(holders.of(glock, frame));
                yield Outcome.NEXT;
            }
            case BEGIN_INSTANTIATE, AWAIT_INSTANTIATED, READ_INODE, READ_GROUP, END_INSTANTIATE -> instantiate(what, frame);
            default -> {
                work(what, frame, lock(frame));
                yield Outcome.NEXT;
            }
        };
    }

    private int lock(int frame) {
        return frames.get(frame, Reg.LOCK);
    }

    private int number(int kind, int inode) {
        return kind == GlockKind.RGRP ? groups.groupOfInode(inode) : inode;
    }

    private Outcome find(int frame, int kind, int number) {
        int glock = machines.get(frames.node(frame), kind, number);
        if (glock < 0) {
            machines.awaitFreed(frame, kind, number);
            return Outcome.AGAIN;
        }
        frames.set(frame, Reg.LOCK, glock);
        return Outcome.NEXT;
    }

    /** gfs2_glock_wait. */
    private Outcome awaitHolder(int frame) {
        int holder = frames.get(frame, Reg.RES);
        if (holders.waits[holder]) {
            machine.hotLocks().waits(frame, glocks.name(holders.glock[holder]));
            machines.sleep(holder, NONE);
            return Outcome.AGAIN;
        }
        machine.hotLocks().got(frame);
        machines.waited(holder);
        frames.set(frame, Reg.RESULT, holders.error[holder]);
        if (holders.error[holder] != Holders.OK) {
            drop(holder);
        }
        return Outcome.NEXT;
    }

    private void drop(int holder) {
        int glock = holders.glock[holder];
        holders.free(holder);
        machines.freeIfUnused(glock);
    }

    private int holder(int frame, int kind, int register) {
        return holders.of(glocks.find(frames.node(frame), kind, frames.get(frame, register)), frame);
    }

    /** gfs2_glock_async_wait; RESULT = 1 if the time is over. */
    private Outcome awaitBoth(int frame, int a, int b) {
        int first = holder(frame, GlockKind.INODE, a);
        int second = holder(frame, GlockKind.INODE, b);
        int waiting = holders.waits[first] ? first : holders.waits[second] ? second : NONE;
        if (waiting == NONE) {
            machine.hotLocks().got(frame);
            machines.waited(first);
            machines.waited(second);
            frames.set(frame, Reg.RESULT, 0);
            return Outcome.NEXT;
        }
        long holdTimes = glocks.holdTime[holders.glock[first]] + glocks.holdTime[holders.glock[second]];
        long until = machines.jiffies.nanos(holders.since[first] + 2 * holdTimes);
        if (until <= interpreter.now()) {
            machine.hotLocks().got(frame);
            frames.set(frame, Reg.RESULT, 1);
            return Outcome.NEXT;
        }
        machine.hotLocks().waits(frame, glocks.name(holders.glock[waiting]));
        machines.sleep(waiting, until);
        return Outcome.AGAIN;
    }

    private Outcome giveUp(int frame, int kind, int register) {
        int holder = holder(frame, kind, register);
        if (holder == NONE) {
            return Outcome.NEXT;
        }
        if (holders.held[holder]) {
            machines.dequeue(holder);
            return Outcome.NEXT;
        }
        frames.set(frame, Reg.RES, holder);
        machines.cancel(holder);
        if (holders.waits[holder]) {
            machines.sleep(holder, NONE);
            return Outcome.AGAIN;
        }
        drop(holder);
        return Outcome.NEXT;
    }

    private Outcome instantiate(GlockStep what, int frame) {
        int glock = lock(frame);
        switch (what) {
            case BEGIN_INSTANTIATE -> glocks.set(glock, Glocks.INSTANTIATING);
            case AWAIT_INSTANTIATED -> {
                awaitInstantiated.add(glock, frame);
                return Outcome.WAIT;
            }
            case READ_INODE -> {
                return readInode(frame, glocks.number(glock));
            }
            case READ_GROUP -> {
                long done = 0;
                for (int block = 0; block < groups.length(); block++) {
                    done = Math.max(done, machine.lun().read(frame, 1));
                }
                interpreter.resumeAt(frame, done);
                return Outcome.WAIT;
            }
            default -> {
                glocks.clear(glock, Glocks.INSTANTIATING | Glocks.INSTANTIATE_NEEDED);
                for (int f = awaitInstantiated.poll(glock); f != NONE; f = awaitInstantiated.poll(glock)) {
                    machine.hosts().wakeTask(f);
                }
            }
        }
        return Outcome.NEXT;
    }

    /** gfs2_inode_refresh: the inode learns from its block whether its name is gone. */
    private Outcome readInode(int frame, int inode) {
        int row = inodes.find(frames.node(frame), inode);
        if (row == NONE || inodes.has(row, InodeCache.BLOCK_VALID)) {
            return Outcome.NEXT;
        }
        inodes.set(row, InodeCache.BLOCK_VALID | (machine.names().gone(inode) ? InodeCache.UNLINKED : 0));
        interpreter.resumeAt(frame, machine.lun().read(frame, inCore.readsAttributesAhead(row) ? 2 : 1));
        return Outcome.WAIT;
    }

    private void work(GlockStep what, int frame, int glock) {
        switch (what) {
            case BEGIN_WORK -> {
                int toDo = frames.get(frame, Reg.WORK);
                machines.workers.begin(frame, toDo, machines.behalf(toDo));
            }
            case FINISH_CHANGE -> {
                int next = machines.finishChange(glock);
                frames.set(frame, Reg.MODE, next);
                frames.set(frame, Reg.RESULT, next == NONE ? 0 : 1);
            }
            case CHECK_HOLD_TIME -> frames.set(frame, Reg.LOOP, machines.checkHoldTime(glock));
            case LOCK_QUEUE -> glocks.set(glock, Glocks.LOCKED);
            case UNLOCK_QUEUE -> glocks.clear(glock, Glocks.LOCKED);
            case TARGET_DEMAND -> {
                machines.targetDemand(glock);
                frames.set(frame, Reg.MODE, glocks.target[glock]);
            }
            case PROMOTE -> frames.set(frame, Reg.RESULT, machines.promoteAfterDemand(glock) ? 1 : 0);
            case TARGET_WAITER -> {
                machines.targetFirstWaiter(glock);
                frames.set(frame, Reg.MODE, glocks.target[glock]);
            }
            case BEGIN_CHANGE -> machines.beginChange(glock, frames.get(frame, Reg.MODE));
            case CLEAR_DIRTY -> glocks.clear(glock, Glocks.DIRTY);
            case INVALIDATE -> invalidate(glock);
            case ASK_LOCK_MANAGER -> machines.askLockManager(glock);
            case END_WORK -> {
                machines.workers.end(frame, glock, frames.get(frame, Reg.LOOP));
                machines.freeIfUnused(glock);
            }
            case SHRINK -> shrink(frames.node(frame));
            default -> throw new IllegalStateException("no glock step " + what);
        }
    }

    /** inode_go_inval, rgrp_go_inval. */
    private void invalidate(int glock) {
        glocks.clear(glock, Glocks.INVALIDATING);
        boolean metadata = glocks.request[glock] == LockMode.NL; // "deferred" leaves what is not data
        glocks.set(glock, metadata ? Glocks.INSTANTIATE_NEEDED : 0);
        if (glocks.kind(glock) == GlockKind.INODE) {
            int row = inodes.find(glocks.node[glock], glocks.number(glock));
            if (row != NONE && !metadata) {
                inCore.cleanPages(row);
                inodes.dropData(row);
            } else if (row != NONE) {
                inCore.invalidate(row);
            }
        }
    }

    /** gfs2_scan_glock_lru: idle glocks of inodes, IOPEN and FLOCK; not those whose delete work is queued. */
    private void shrink(int node) {
        for (int glock = 0; glock < glocks.rows(); glock++) {
            boolean mayGo = glocks.node[glock] == node && glocks.first[glock] == NONE && glocks.state[glock] != LockMode.NL
                    && !glocks.is(glock, Glocks.PERMANENT | Glocks.LOCKED | Glocks.DEAD | Glocks.DELETE_QUEUED);
            if (mayGo) {
                machines.unlockIdle(glock);
            }
        }
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        int glock = lock(frame);
        return switch ((GlockCondition) CONDITIONS[condition]) {
            case KIND -> glocks.kind(glock) == a;
            case NEEDS_INSTANTIATE -> glocks.is(glock, Glocks.INSTANTIATE_NEEDED);
            case INSTANTIATING -> glocks.is(glock, Glocks.INSTANTIATING);
            case SKIPS -> (frames.get(frame, Reg.MODE) & Hold.SKIP) != 0;
            case REPLY_PENDING -> glocks.is(glock, Glocks.REPLY_PENDING);
            case QUEUE_LOCKED -> glocks.is(glock, Glocks.LOCKED);
            case DEMOTE_DUE -> machines.demoteDue(glock);
            case HELD -> holders.firstHeld(glock) != NONE;
            case INVALIDATING -> glocks.is(glock, Glocks.INVALIDATING);
            case MUST_INVALIDATE -> glocks.is(glock, Glocks.INVALIDATING)
                    && (glocks.request[glock] == LockMode.NL || glocks.request[glock] == LockMode.CW);
            case IS_DIRTY -> glocks.is(glock, Glocks.DIRTY);
        };
    }
}
