// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import org.quorate.cluster.engine.Recipe;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.HostCondition;
import org.quorate.cluster.host.HostStep;

/** Taking and giving up glocks, and the work of glock_workqueue (fs/gfs2/glock.c, glops.c; kernel reference 3.1, 3.3). */
final class GlockRecipes {

    private GlockRecipes() {
    }

    /** gfs2_glock_nq_init: holds the glock of a kind for the inode in a register; RESULT = 0 unless a try failed. */
    static Recipe hold(Recipe r, int kind, int register, int hold) {
        return r.step(GlockStep.FIND, kind, register).step(HostStep.SET, Reg.MODE, hold).call("glock/nq");
    }

    /** gfs2_glock_dq. */
    static Recipe release(Recipe r, int kind, int register) {
        return r.step(GlockStep.DEQUEUE, kind, register);
    }

    static void write(RecipeBook book) {
        holding(book);
        working(book);
        demoting(book);
    }

    private static void holding(RecipeBook book) {
        book.recipe("glock/nq", r -> r
                .step(GlockStep.ENQUEUE)
                .step(GlockStep.AWAIT_HOLDER)
                .when(HostCondition.IS, Reg.RESULT, 0, 0, granted -> granted
                        .unless(GlockCondition.SKIPS, s -> s.call("glock/instantiate"))));
        // glock.c:gfs2_instantiate
        book.recipe("glock/instantiate", r -> r
                .repeatWhile(GlockCondition.INSTANTIATING, w -> w.step(GlockStep.AWAIT_INSTANTIATED))
                .when(GlockCondition.NEEDS_INSTANTIATE, n -> n
                        .step(GlockStep.BEGIN_INSTANTIATE)
                        .when(GlockCondition.KIND, GlockKind.INODE, 0, 0, i -> i.step(GlockStep.READ_INODE))
                        .when(GlockCondition.KIND, GlockKind.RGRP, 0, 0, g -> g.step(GlockStep.READ_GROUP))
                        .step(GlockStep.END_INSTANTIATE)));
    }

    private static void working(RecipeBook book) {
        // glock.c:glock_work_func
        book.recipe("glock/work", r -> r
                .step(GlockStep.BEGIN_WORK)
                .when(GlockCondition.REPLY_PENDING, p -> p
                        .step(GlockStep.FINISH_CHANGE)
                        .when(HostCondition.IS, Reg.RESULT, 1, 0, again -> again.call("glock/do_xmote")))
                .step(GlockStep.CHECK_HOLD_TIME)
                .call("glock/run_queue")
                .step(GlockStep.END_WORK));
        book.recipe("glock/run_queue", r -> r
                .unless(GlockCondition.QUEUE_LOCKED, q -> q
                        .step(GlockStep.LOCK_QUEUE)
                        .choose(GlockCondition.DEMOTE_DUE,
                                demote -> demote.choose(GlockCondition.HELD,
                                        held -> held.step(GlockStep.UNLOCK_QUEUE),
                                        free -> free.step(GlockStep.TARGET_DEMAND).call("glock/do_xmote")),
                                promote -> promote.step(GlockStep.PROMOTE).choose(HostCondition.IS, Reg.RESULT, 1, 0,
                                        blocked -> blocked.step(GlockStep.TARGET_WAITER).call("glock/do_xmote"),
                                        done -> done.step(GlockStep.UNLOCK_QUEUE)))));
        book.recipe("glock/do_xmote", r -> r
                .unless(GlockCondition.INVALIDATING, x -> x
                        .step(GlockStep.BEGIN_CHANGE)
                        .when(GlockCondition.KIND, GlockKind.INODE, 0, 0, i -> i.call("glock/inode_go_sync"))
                        .when(GlockCondition.KIND, GlockKind.RGRP, 0, 0, g -> g.call("glock/rgrp_go_sync"))
                        .when(GlockCondition.MUST_INVALIDATE, v -> v.step(GlockStep.INVALIDATE))
                        .step(GlockStep.ASK_LOCK_MANAGER)));
    }

    private static void demoting(RecipeBook book) {
        // glops.c:inode_go_sync
        book.recipe("glock/inode_go_sync", r -> r
                .when(GlockCondition.IS_DIRTY, d -> d
                        .step(GlockStep.CLEAR_DIRTY)
                        .call("journal/log_flush")
                        .step(JournalStep.WRITE_METADATA)
                        .step(JournalStep.WRITE_DATA, Reg.FILE)
                        .step(JournalStep.AWAIT_DATA, Reg.FILE)
                        .step(JournalStep.AWAIT_WRITES)
                        .call("journal/ail_empty_gl")
                        .step(GlockStep.CLEAR_DIRTY)));
        // glops.c:rgrp_go_sync
        book.recipe("glock/rgrp_go_sync", r -> r
                .when(GlockCondition.IS_DIRTY, d -> d
                        .step(GlockStep.CLEAR_DIRTY)
                        .call("journal/log_flush")
                        .step(JournalStep.WRITE_METADATA)
                        .step(JournalStep.AWAIT_WRITES)
                        .call("journal/ail_empty_gl")));
    }
}
