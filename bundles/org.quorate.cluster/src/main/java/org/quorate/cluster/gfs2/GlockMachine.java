// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.function.IntConsumer;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.WaitList;
import org.quorate.cluster.fsdlm.Release;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.lock.LockMode;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Gfs2Spec;

/**
 * The glock state machine (fs/gfs2/glock.c, lock_dlm.c) on all nodes: holders queue, states change by the lock manager, demands of
 * other nodes wait for the minimum hold time. What takes time is in recipes ({@link GlockRecipes}). Not thread-safe.
 */
final class GlockMachine {

    private static final int NONE = -1;
    private static final int DEAD = -2;
    static final int REPLY_OK = 0;
    static final int REPLY_REFUSED = 1;
    static final int REPLY_CANCELLED = 2;

    final Glocks glocks;
    final Holders holders;
    final LockProtocol protocol;
    final Jiffies jiffies;
    final GlockWorkers workers;
    final LockTimes times;
    private final Machine machine;
    private final Interpreter interpreter;
    private final Frames frames;
    private final WaitList awaitFreed;
    private final WaitList awaitDemoted;
    private final int deadlineKind;
    private IntConsumer iopenCallback = glock -> { };

    GlockMachine(Machine machine, Gfs2Spec.Protocol lockProtocol) {
        this.machine = machine;
        interpreter = machine.interpreter();
        frames = machine.frames();
        jiffies = new Jiffies(interpreter, machine.timerHz());
        glocks = new Glocks(machine.census(), jiffies.hertz, Release.of(machine.kernel()).atLeast(5, 8),
                lockProtocol == Gfs2Spec.Protocol.LOCK_NOLOCK);
        holders = new Holders(glocks);
        times = new LockTimes(machine.nodes());
        workers = new GlockWorkers(machine, glocks, jiffies);
        protocol = switch (lockProtocol) {
            case LOCK_DLM -> new LockDlm(machine, glocks, this, times);
            case LOCK_NOLOCK -> new LockNolock(this);
        };
        awaitFreed = new WaitList(frames);
        awaitDemoted = new WaitList(frames);
        deadlineKind = interpreter.register((kind, holder) -> deadlineOver(holder));
    }

    /** Who is told that another node wants an IOPEN glock (iopen_go_callback). */
    void onIopenCallback(IntConsumer callback) {
        iopenCallback = callback;
    }

    /** The glock of an object, made if there is none; -2 if an old one is still being freed (gfs2_glock_get). */
    int get(int node, int kind, int number) {
        int glock = glocks.find(node, kind, number);
        if (glock == NONE) {
            glock = glocks.create(node, kind, number);
            glocks.changed[glock] = jiffies.now();
            return glock;
        }
        return glocks.is(glock, Glocks.DEAD) ? DEAD : glock;
    }

    /** The frame waits until the dead glock of an object is gone. */
    void awaitFreed(int frame, int kind, int number) {
        awaitFreed.add(glocks.find(frames.node(frame), kind, number), frame);
    }

    /** gfs2_glock_nq: queues a holder; grants it, asks the lock manager, or leaves both to whoever is at work. */
    int enqueue(int frame, int glock, int hold) {
        int holder = holders.add(glock, frame, hold, jiffies.now());
        if (Hold.mayFail(hold) && tryIsFutile(glock, holder)) {
            fail(holder);
            return holder;
        }
        machine.ledger().move(frame, TimePart.LOCK_QUEUE);
        runQueueNow(glock);
        return holder;
    }

    /** add_to_queue: somebody else is changing the state, and not to what this one wants. */
    private boolean tryIsFutile(int glock, int holder) {
        if (glocks.is(glock, Glocks.INVALIDATING)) {
            return true;
        }
        boolean othersWait = glocks.first[glock] != holder;
        return othersWait && glocks.is(glock, Glocks.LOCKED)
                && !holders.mayGrant(glock, holders.firstHeld(glock), holder);
    }

    /** run_queue in the context of a process: never waits. */
    private void runQueueNow(int glock) {
        if (glocks.is(glock, Glocks.LOCKED)) {
            return;
        }
        if (demoteDue(glock)) {
            if (holders.firstHeld(glock) == NONE) {
                workers.queue(glock, 0);
            }
            return;
        }
        if (promoteAfterDemand(glock)) {
            if (invalidates(glock, Hold.state(holders.hold[holders.firstWaiting(glock)]))) {
                workers.queue(glock, 0);
                return;
            }
            glocks.set(glock, Glocks.LOCKED);
            targetFirstWaiter(glock);
            beginChange(glock, glocks.target[glock]);
            askLockManager(glock);
        }
    }

    boolean demoteDue(int glock) {
        return glocks.is(glock, Glocks.DEMOTE) && glocks.demote[glock] != glocks.state[glock];
    }

    /** gfs2_demote_wake: the demand is met. */
    private void demoteDone(int glock) {
        if (glocks.is(glock, Glocks.DEMOTE)) {
            glocks.demote[glock] = LockMode.EX;
            glocks.clear(glock, Glocks.DEMOTE);
            wakeAll(awaitDemoted, glock);
        }
    }

    private void wakeAll(WaitList list, int glock) {
        for (int frame = list.poll(glock); frame != NONE; frame = list.poll(glock)) {
            machine.hosts().wakeTask(frame);
        }
    }

    /** The frame waits until the glock is demoted (the end of gfs2_glock_dq_wait). */
    void awaitDemoted(int frame, int glock) {
        awaitDemoted.add(glock, frame);
    }

    /** run_queue: a demand that was met is over; then as {@link #promote}. */
    boolean promoteAfterDemand(int glock) {
        demoteDone(glock);
        return promote(glock);
    }

    /** do_promote: grants who can be granted; true if the first in the queue is not among them. */
    boolean promote(int glock) {
        int current = holders.firstHeld(glock);
        for (int holder = glocks.first[glock]; holder != NONE; holder = holders.next[holder]) {
            if (holders.held[holder]) {
                continue;
            }
            if (!holders.mayGrant(glock, current, holder)) {
                if (glocks.first[glock] == holder) {
                    return true;
                }
                failTries(glock);
                return false;
            }
            holders.held[holder] = true;
            current = holder;
            decided(holder);
        }
        return false;
    }

    /** gfs2_holder_wake. */
    private void decided(int holder) {
        holders.waits[holder] = false;
        wake(holder);
    }

    private void wake(int holder) {
        if (holders.asleep[holder]) {
            holders.asleep[holder] = false;
            machine.hosts().wakeTask(holders.frame[holder]);
        }
    }

    private void fail(int holder) {
        holders.error[holder] = Holders.FAILED;
        holders.remove(holder);
        decided(holder);
    }

    /** do_error: fails the try locks that wait. */
    private void failTries(int glock) {
        int holder = glocks.first[glock];
        while (holder != NONE) {
            int following = holders.next[holder];
            if (holders.waits[holder] && Hold.mayFail(holders.hold[holder])) {
                fail(holder);
            }
            holder = following;
        }
    }

    /** run_queue: the state that the first waiter wants. */
    void targetFirstWaiter(int glock) {
        int waiter = holders.firstWaiting(glock);
        glocks.target[glock] = (byte) Hold.state(holders.hold[waiter]);
        if (!Hold.mayFail(holders.hold[waiter])) {
            failTries(glock);
        }
    }

    /** run_queue: the state that was demanded. */
    void targetDemand(int glock) {
        glocks.set(glock, Glocks.DEMOTE_IN_PROGRESS);
        glocks.target[glock] = glocks.demote[glock];
    }

    /** The first half of do_xmote. */
    void beginChange(int glock, int to) {
        if (invalidates(glock, to)) {
            glocks.set(glock, Glocks.INVALIDATING);
            failTries(glock);
        }
        int waiter = glocks.is(glock, Glocks.DEMOTE_IN_PROGRESS) ? NONE : holders.firstWaiting(glock);
        int hold = waiter == NONE ? 0 : holders.hold[waiter];
        boolean tries = Hold.mayFail(hold);
        glocks.request[glock] = (byte) to;
        glocks.clear(glock, Glocks.BLOCKING | Glocks.TRIES | Glocks.TELLS);
        glocks.set(glock, tries ? Glocks.TRIES : 0);
        glocks.set(glock, (hold & Hold.TRY_1CB) != 0 ? Glocks.TELLS : 0);
        if (to != LockMode.NL && glocks.state[glock] != LockMode.EX && !tries) {
            glocks.set(glock, Glocks.BLOCKING);
        }
    }

    /** Nothing that is cached may stay, or no data ("deferred"). */
    private boolean invalidates(int glock, int to) {
        int kind = glocks.kind(glock);
        boolean drops = to == LockMode.NL || to == LockMode.CW && glocks.state[glock] != LockMode.NL;
        return drops && (kind == GlockKind.INODE || kind == GlockKind.RGRP);
    }

    /** The second half of do_xmote. */
    void askLockManager(int glock) {
        protocol.request(glock, glocks.request[glock]);
    }

    /** The end of do_xmote without a lock manager: the request is granted in the same breath. */
    void grantNow(int glock) {
        glocks.reply[glock] = REPLY_OK;
        if (finishChange(glock) != NONE) {
            throw new IllegalStateException("somebody else wants a glock of lock_nolock");
        }
        workers.queue(glock, 0);
    }

    /**
     * finish_xmote: the lock manager has answered.
     *
     * @return the state to change to next, or -1 if all is done
     */
    int finishChange(int glock) {
        int status = glocks.reply[glock];
        glocks.clear(glock, Glocks.REPLY_PENDING);
        int state = status == REPLY_OK ? glocks.request[glock] : glocks.state[glock];
        stateChange(glock, state);
        boolean demoting = glocks.is(glock, Glocks.DEMOTE_IN_PROGRESS);
        if (demoting && state != LockMode.NL && glocks.demote[glock] == LockMode.NL) {
            glocks.target[glock] = LockMode.NL;
        }
        if (state != glocks.target[glock]) {
            return demoting ? again(glock, state) : unexpected(glock, state, status);
        }
        if (demoting) {
            glocks.clear(glock, Glocks.DEMOTE_IN_PROGRESS);
            demoteDone(glock);
            glocks.demoteBehalf[glock] = NONE;
        }
        if (state != LockMode.NL) {
            promote(glock);
        }
        glocks.clear(glock, Glocks.LOCKED);
        return NONE;
    }

    private int unexpected(int glock, int state, int status) {
        int waiter = holders.firstWaiting(glock);
        if (status == REPLY_CANCELLED && waiter != NONE) {
            holders.error[waiter] = Holders.CANCELLED;
            holders.remove(waiter);
            decided(waiter);
            waiter = holders.firstWaiting(glock);
        }
        if (waiter == NONE || Hold.mayFail(holders.hold[waiter])) {
            glocks.target[glock] = (byte) state;
            failTries(glock);
            glocks.clear(glock, Glocks.LOCKED);
            return NONE;
        }
        if (status == REPLY_CANCELLED) {
            glocks.target[glock] = (byte) Hold.state(holders.hold[waiter]);
            return glocks.target[glock];
        }
        return again(glock, state);
    }

    /** Unlocked because of a conversion deadlock: try again; a conversion that failed: unlock first. */
    private int again(int glock, int state) {
        return state == LockMode.NL ? glocks.target[glock] : LockMode.NL;
    }

    /** state_change: a change that nobody wanted shortens the minimum hold time (HZ/40, down to 10 jiffies). */
    private void stateChange(int glock, int state) {
        if (state != glocks.target[glock]) {
            glocks.holdTime[glock] = Math.max(glocks.holdTime[glock] - jiffies.hertz / 40, 10);
        }
        glocks.state[glock] = (byte) state;
        glocks.changed[glock] = jiffies.now();
    }

    /** gfs2_glock_update_hold_time: who waited longer than a second lengthens it (HZ/20, up to HZ/5). */
    void waited(int holder) {
        if (jiffies.now() > holders.since[holder] + jiffies.hertz) {
            int glock = holders.glock[holder];
            glocks.holdTime[glock] = Math.min(glocks.holdTime[glock] + jiffies.hertz / 20, jiffies.hertz / 5);
        }
    }

    /** __gfs2_glock_dq; the holder is gone. */
    void dequeue(int holder) {
        int glock = holders.glock[holder];
        if ((holders.hold[holder] & Hold.NO_CACHE) != 0) {
            demand(glock, LockMode.NL, 0);
        }
        holders.free(holder);
        boolean demanded = glocks.is(glock, Glocks.DEMOTE | Glocks.PENDING_DEMOTE);
        if (demanded || glocks.first[glock] != NONE) {
            boolean later = glocks.is(glock, Glocks.PENDING_DEMOTE) && !glocks.is(glock, Glocks.DEMOTE)
                    && glocks.kind(glock) == GlockKind.INODE;
            workers.queue(glock, later ? glocks.holdTime[glock] : 0);
        }
        freeIfUnused(glock);
    }

    /** handle_callback. */
    private void demand(int glock, int state, long delayJiffies) {
        if (delayJiffies > 0) {
            glocks.set(glock, Glocks.PENDING_DEMOTE);
        } else {
            setDemote(glock);
        }
        if (glocks.demote[glock] == LockMode.EX) {
            glocks.demote[glock] = (byte) state;
        } else if (glocks.demote[glock] != state) {
            glocks.demote[glock] = LockMode.NL;
        }
    }

    /** gfs2_set_demote; who waits for the IOPEN glock of this inode sees that the inode is in use elsewhere. */
    void setDemote(int glock) {
        glocks.set(glock, Glocks.DEMOTE);
        if (glocks.upgrader[glock] != NONE) {
            wake(glocks.upgrader[glock]);
        }
    }

    /**
     * glock_work_func: the minimum hold time of a pending demand.
     *
     * @return jiffies that it still lasts, or 0
     */
    int checkHoldTime(int glock) {
        if (!glocks.is(glock, Glocks.PENDING_DEMOTE) || glocks.state[glock] == LockMode.NL
                || glocks.demote[glock] == LockMode.EX) {
            return 0;
        }
        int left = (int) Math.max(0, glocks.changed[glock] + glocks.holdTime[glock] - jiffies.now());
        if (left == 0) {
            glocks.clear(glock, Glocks.PENDING_DEMOTE);
            setDemote(glock);
        }
        return left;
    }

    /** The shrinker, or the owner, wants an idle glock unlocked. */
    void unlockIdle(int glock) {
        demand(glock, LockMode.NL, 0);
        workers.queue(glock, 0);
    }

    /** gfs2_glock_put: a glock that nobody refers to is freed, its lock unlocked first. */
    void freeIfUnused(int glock) {
        int inUse = Glocks.LOCKED | Glocks.REPLY_PENDING | Glocks.WORK_QUEUED | Glocks.WORK_RUNNING | Glocks.DELETE_QUEUED
                | Glocks.DELETE_RUNNING | Glocks.INSTANTIATING | Glocks.PERMANENT | Glocks.HAS_INODE | Glocks.DEAD;
        if (glocks.state[glock] != LockMode.NL || glocks.first[glock] != NONE || glocks.revokes[glock] > 0
                || glocks.is(glock, inUse)) {
            return;
        }
        glocks.set(glock, Glocks.DEAD);
        if (glocks.lock[glock] == NONE) {
            unlocked(glock);
        } else {
            protocol.put(glock);
        }
    }

    /** The frame sleeps until the holder is decided; up to a time in nanoseconds if that is not -1. */
    void sleep(int holder, long until) {
        holders.asleep[holder] = true;
        holders.deadline[holder] = until;
        if (until != NONE) {
            interpreter.at(until, deadlineKind, holder);
        }
    }

    private void deadlineOver(int holder) {
        if (holders.deadline[holder] == interpreter.now()) {
            wake(holder);
        }
    }

    /** gfs2_glock_dq of a holder that is not decided: its request is cancelled if it is the one under way. */
    void cancel(int holder) {
        int glock = holders.glock[holder];
        boolean underWay = glocks.is(glock, Glocks.LOCKED) && !glocks.is(glock, Glocks.DEMOTE_IN_PROGRESS)
                && holders.firstWaiting(glock) == holder;
        if (underWay) {
            protocol.cancel(glock);
        } else {
            holders.error[holder] = Holders.CANCELLED;
            holders.remove(holder);
            decided(holder);
        }
    }

    /** The operation for which something is done with a glock: it waits here, or on the node that demands it. */
    int behalf(int glock) {
        if (glocks.is(glock, Glocks.DEMOTE | Glocks.PENDING_DEMOTE | Glocks.DEMOTE_IN_PROGRESS)) {
            return glocks.demoteBehalf[glock];
        }
        int waiter = holders.firstWaiting(glock);
        int frame = waiter == NONE ? NONE : holders.frame[waiter];
        return frame == NONE ? NONE : frames.get(frame, Reg.BEHALF);
    }

    /** gfs2_glock_complete. */
    void complete(int glock, int status) {
        if (!glocks.is(glock, Glocks.DEAD)) {
            glocks.reply[glock] = (byte) status;
            glocks.set(glock, Glocks.REPLY_PENDING);
            workers.queue(glock, 0);
        }
    }

    /** The lock of a dead glock is gone. */
    void unlocked(int glock) {
        wakeAll(awaitFreed, glock);
        glocks.free(glock);
    }

    /** gdlm_bast, gfs2_glock_cb: the hold time counts for inode glocks that somebody holds or waits for. */
    void blocked(int glock, int mode, int behalf) {
        if (glocks.is(glock, Glocks.DEAD)) {
            return;
        }
        long delay = 0;
        if (glocks.first[glock] != NONE && glocks.kind(glock) == GlockKind.INODE) {
            delay = Math.max(0, glocks.changed[glock] + glocks.holdTime[glock] - jiffies.now());
            delay = glocks.is(glock, Glocks.REPLY_PENDING) ? glocks.holdTime[glock] : delay;
        }
        glocks.demoteBehalf[glock] = behalf;
        machine.ledger().moveOperation(behalf, delay > 0 ? TimePart.HOLD_TIME : TimePart.LOCK_QUEUE);
        demand(glock, mode == LockMode.EX ? LockMode.NL : mode, delay);
        if (glocks.kind(glock) == GlockKind.IOPEN) {
            iopenCallback.accept(glock);
        }
        workers.queue(glock, delay);
    }
}
