// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.List;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.fsdlm.DlmClient;
import org.quorate.cluster.fsdlm.FsDlm;
import org.quorate.cluster.fsdlm.NameRules;
import org.quorate.cluster.fsdlm.Plocks;
import org.quorate.cluster.host.Machine;

/** lock_dlm: glocks by fs/dlm, and what that asks and tells of glocks (fs/gfs2/lock_dlm.c). Not thread-safe. */
final class LockDlm implements LockProtocol, DlmClient {

    /** lock_dlm.c:gdlm_lock, msleep(20), while fs/dlm is busy with the lock. */
    private static final long BUSY_NANOS = 20_000_000L;

    private final Glocks glocks;
    private final GlockMachine machine;
    private final FsDlm dlm;
    private final LockTimes times;
    private final Plocks plocks;
    private final Interpreter interpreter;
    private final int busyKind;

    LockDlm(Machine hosts, Glocks glocks, GlockMachine machine, LockTimes times) {
        this.times = times;
        this.glocks = glocks;
        this.machine = machine;
        dlm = new FsDlm(hosts, NameRules.GFS2, this);
        plocks = new Plocks(hosts);
        interpreter = hosts.interpreter();
        busyKind = interpreter.register((kind, glock) -> tryAgain(glock));
    }

    @Override
    public List<Mechanism> mechanisms() {
        return List.of(dlm, plocks);
    }

    @Override
    public void write(RecipeBook book) {
        dlm.write(book);
        plocks.write(book);
        // dlm_controld and corosync order it among all nodes
        book.recipe(POSIX_LOCK, r -> r.call(Plocks.LOCK));
        book.recipe(POSIX_UNLOCK, r -> r.call(Plocks.UNLOCK));
    }

    @Override
    public void start() {
        dlm.start();
    }

    @Override
    public void request(int glock, int state) {
        if (glocks.kind(glock) == GlockKind.RGRP) {
            times.asked(glocks.node[glock], glocks.number(glock), interpreter.now());
        }
        glocks.requests[glock]++;
        ask(glock, state);
    }

    private void ask(int glock, int state) {
        if (!dlm.lock(glocks.node[glock], glock, state)) {
            interpreter.after(BUSY_NANOS, busyKind, glock);
        }
    }

    @Override
    public void put(int glock) {
        if (!dlm.unlock(glock)) {
            interpreter.after(BUSY_NANOS, busyKind, glock);
        }
    }

    private void tryAgain(int glock) {
        if (glocks.is(glock, Glocks.DEAD)) {
            put(glock);
        } else {
            ask(glock, glocks.request[glock]);
        }
    }

    @Override
    public void cancel(int glock) {
        dlm.cancel(glock);
    }

    @Override
    public void expect(int count) {
        dlm.expect(count);
    }

    @Override
    public void hold(int glock, int state) {
        dlm.hold(glocks.node[glock], glock, state);
    }

    @Override
    public void verify() {
        dlm.verify();
    }

    @Override
    public long resource(int handle) {
        return glocks.name(handle);
    }

    @Override
    public int lock(int handle) {
        return glocks.lock[handle];
    }

    @Override
    public void lock(int handle, int lock) {
        glocks.lock[handle] = lock;
    }

    @Override
    public boolean unknownToOthers(int handle) {
        return false;
    }

    @Override
    public boolean mustNotWait(int handle) {
        return glocks.is(handle, Glocks.TRIES);
    }

    @Override
    public boolean tellsHolders(int handle) {
        return glocks.is(handle, Glocks.TELLS);
    }

    @Override
    public boolean hasValue(int handle) {
        return glocks.hasValue(handle);
    }

    @Override
    public boolean queuesConversion(int handle) {
        return glocks.is(handle, Glocks.BLOCKING);
    }

    @Override
    public boolean detectsDeadlock(int handle) {
        return true;
    }

    @Override
    public void granted(int handle, int mode) {
        answered(handle, GlockMachine.REPLY_OK);
    }

    @Override
    public void refused(int handle) {
        answered(handle, GlockMachine.REPLY_REFUSED);
    }

    @Override
    public void deadlocked(int handle) {
        answered(handle, GlockMachine.REPLY_REFUSED);
    }

    @Override
    public void cancelled(int handle) {
        answered(handle, GlockMachine.REPLY_CANCELLED);
    }

    /** gdlm_ast. */
    private void answered(int glock, int status) {
        if (glocks.kind(glock) == GlockKind.RGRP && glocks.is(glock, Glocks.BLOCKING)) {
            times.answered(glocks.node[glock], glocks.number(glock), interpreter.now());
        }
        machine.complete(glock, status);
    }

    @Override
    public int behalf(int handle) {
        return machine.behalf(handle);
    }

    @Override
    public void unlocked(int handle) {
        machine.unlocked(handle);
    }

    @Override
    public void blocked(int handle, int mode, int behalf) {
        machine.blocked(handle, mode, behalf);
    }

    @Override
    public String toString() {
        return dlm.toString();
    }
}
