// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import java.util.List;
import java.util.Locale;
import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.fsdlm.DlmClient;
import org.quorate.cluster.fsdlm.FsDlm;
import org.quorate.cluster.fsdlm.NameRules;
import org.quorate.cluster.fsdlm.Plocks;
import org.quorate.cluster.host.Machine;

/**
 * The user-space stack: pacemaker and corosync manage the members, fs/dlm the locks (fs/ocfs2/stack_user.c). No heartbeat on the
 * disk. LKM_LOCAL means nothing to fs/dlm, so that a new inode's RW lock is looked up like any other (kernel reference 2.1).
 * Not thread-safe.
 */
final class UserStack implements ClusterStack, DlmClient, Mechanism {

    private static final Step[] STEPS = UserStackStep.values();
    private static final Condition[] CONDITIONS = {};
    private static final int NONE = -1;
    /**
     * fs/dlm refuses a request (EBUSY) while the answer to a cancel that came too late is on its way; OCFS2 would report an error.
     * The simulator asks again after this.
     */
    private static final long BUSY_NANOS = 1_000_000L;

    private final Machine machine;
    private final Frames frames;
    private final Glue glue;
    private final FsDlm dlm;
    private final Plocks plocks;
    private int caller = NONE;

    UserStack(Machine machine, Glue glue) {
        this.machine = machine;
        this.glue = glue;
        frames = machine.frames();
        dlm = new FsDlm(machine, NameRules.OCFS2, this);
        plocks = new Plocks(machine);
    }

    @Override
    public String recipe(Request request) {
        return "user stack/" + request.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Mechanism> mechanisms() {
        return List.of(dlm, plocks, this);
    }

    @Override
    public void write(RecipeBook book) {
        dlm.write(book);
        plocks.write(book);
        // stack_user.c:user_plock: dlm_controld and corosync order it among all nodes
        book.recipe(recipe(Request.POSIX_LOCK), r -> r.call(Plocks.LOCK));
        book.recipe(recipe(Request.POSIX_UNLOCK), r -> r.call(Plocks.UNLOCK));
        // stack_user.c:user_dlm_lock, user_dlm_unlock; dlmglue.c:ocfs2_drop_lock waits for the AST of its unlock
        book.recipe(recipe(Request.LOCK), r -> r.step(UserStackStep.REQUEST));
        book.recipe(recipe(Request.CONVERT), r -> r.step(UserStackStep.REQUEST));
        book.recipe(recipe(Request.CANCEL), r -> r.step(UserStackStep.CANCEL));
        book.recipe(recipe(Request.UNLOCK), r -> r.step(UserStackStep.UNLOCK).step(GlueStep.AWAIT_AST));
    }

    @Override
    public void start() {
        dlm.start();
    }

    @Override
    public void establish(int node, int handle, int mode) {
        dlm.hold(node, handle, mode);
    }

    @Override
    public boolean isClustered() {
        return true;
    }

    @Override
    public boolean hasDiskHeartbeat() {
        return false;
    }

    @Override
    public void verify() {
        dlm.verify();
    }

    @Override
    public String toString() {
        return dlm.toString();
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
        int handle = frames.get(frame, Reg.LOCK);
        caller = frames.get(frame, Reg.BEHALF);
        boolean done = switch ((UserStackStep) STEPS[step]) {
            case REQUEST -> dlm.lock(frames.node(frame), handle, frames.get(frame, Reg.MODE));
            case CANCEL -> {
                dlm.cancel(handle);
                yield true;
            }
            case UNLOCK -> dlm.unlock(handle) && glue.unlocking(handle);
        };
        caller = NONE;
        if (!done) {
            machine.interpreter().resume(frame, BUSY_NANOS);
            return Outcome.AGAIN;
        }
        return Outcome.NEXT;
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        throw new IllegalStateException("the user stack has no conditions");
    }

    @Override
    public long resource(int handle) {
        return glue.resource(handle);
    }

    @Override
    public int lock(int handle) {
        return glue.lock(handle);
    }

    @Override
    public void lock(int handle, int lock) {
        glue.lock(handle, lock);
    }

    @Override
    public boolean unknownToOthers(int handle) {
        return false;
    }

    @Override
    public boolean mustNotWait(int handle) {
        return glue.mustNotWait(handle);
    }

    @Override
    public boolean hasValue(int handle) {
        return glue.hasValue(handle);
    }

    @Override
    public boolean tellsHolders(int handle) {
        return false;
    }

    @Override
    public boolean queuesConversion(int handle) {
        return false;
    }

    @Override
    public boolean detectsDeadlock(int handle) {
        return false;
    }

    /** Requests are made, and this is asked, within a step of the process that makes them. */
    @Override
    public int behalf(int handle) {
        return caller;
    }

    @Override
    public void granted(int handle, int mode) {
        glue.granted(handle, mode);
    }

    @Override
    public void refused(int handle) {
        glue.refused(handle);
        glue.answered(handle);
    }

    @Override
    public void cancelled(int handle) {
        glue.cancelled(handle);
    }

    @Override
    public void deadlocked(int handle) {
        throw new IllegalStateException("fs/dlm looks for no deadlocks of OCFS2 (DLM_LKF_NODLCKWT)");
    }

    @Override
    public void unlocked(int handle) {
        glue.answered(handle);
    }

    @Override
    public void blocked(int handle, int mode, int behalf) {
        glue.blocked(handle, mode, behalf);
    }
}
