// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.Recipe;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.Cost;
import org.quorate.cluster.host.HostCondition;
import org.quorate.cluster.host.HostStep;
import org.quorate.cluster.host.WritebackStep;
import org.quorate.cluster.lock.LockMode;
import org.quorate.cluster.ocfs2.ClusterStack.Request;
import org.quorate.cluster.vfs.VfsCondition;
import org.quorate.cluster.vfs.VfsStep;

/** The recipes of dlmglue.c: take a lock, give it up for others, drop it (kernel reference 3.5). */
final class GlueRecipes {

    private GlueRecipes() {
    }

    static void write(RecipeBook book, ClusterStack stack) {
        acquire(book, stack);
        flock(book, stack);
        downconvert(book, stack);
        drop(book, stack);
        // journal.c:ocfs2_commit_thread
        book.recipe("ocfs2/cmt", r -> r.forever(f -> f
                .step(DownconvertStep.AWAIT_CHECKPOINT)
                .call("jbd2/flush")
                .step(DownconvertStep.CHECKPOINTED)));
    }

    private static void acquire(RecipeBook book, ClusterStack stack) {
        // dlmglue.c:__ocfs2_cluster_lock; RESULT = GRANTED or REFUSED
        book.recipe("ocfs2/lock", r -> r.forever(f -> f
                .step(GlueStep.ACQUIRE)
                .when(HostCondition.BELOW, Reg.RESULT, Glue.ATTACH, 0, Recipe::leave)
                .call("ocfs2/request")));
        book.recipe("ocfs2/request", r -> r
                .choose(HostCondition.IS, Reg.RESULT, Glue.ATTACH, 0,
                        n -> n.call(stack.recipe(Request.LOCK)), y -> y.call(stack.recipe(Request.CONVERT)))
                .step(GlueStep.SENT));
        // dlmglue.c:ocfs2_inode_lock_full_nested, ocfs2_inode_lock_update
        book.recipe("ocfs2/inode lock", r -> r
                .call("ocfs2/lock")
                .step(GlueStep.REFRESH)
                .when(HostCondition.IS, Reg.RESULT, Glue.READ_BLOCK, 0, n -> n.step(VfsStep.READ_INODE, Reg.WORK3)));
    }

    private static void flock(RecipeBook book, ClusterStack stack) {
        // dlmglue.c:ocfs2_file_lock: created at NL first, so that it can be cancelled; back to NL by unlock (lab/messages.md 3.9)
        book.recipe("ocfs2/file lock", r -> {
            r.step(GlueStep.ENTER).unless(GlueCondition.ATTACHED, n -> request(n, LockMode.NL));
            request(r, LockMode.EX);
        });
        book.recipe("ocfs2/file unlock", r -> {
            request(r, LockMode.NL);
            r.step(GlueStep.LEAVE);
        });
        // file.c:ocfs2_file_release, dlmglue.c:ocfs2_lock_res_free
        book.recipe("ocfs2/file lock drop", r -> r
                .when(GlueCondition.ATTACHED, n -> n.step(GlueStep.ENTER)
                        .when(GlueCondition.ATTACHED, a -> a.call(stack.recipe(Request.UNLOCK)).step(GlueStep.DETACHED))
                        .step(GlueStep.LEAVE)));
        // dcache.c:ocfs2_drop_dentry_lock
        book.recipe("ocfs2/drop dentry", r -> dropLock(r, LockKind.DENTRY, stack));
    }

    private static void request(Recipe r, int mode) {
        r.step(HostStep.SET, Reg.MODE, mode).step(GlueStep.PREPARE).call("ocfs2/request").step(GlueStep.AWAIT_AST);
    }

    private static void downconvert(RecipeBook book, ClusterStack stack) {
        // dlmglue.c:ocfs2_downconvert_thread_do_work: as many entries as there were when it woke
        book.recipe("ocfs2/dc", r -> r.forever(f -> f
                .step(DownconvertStep.AWAIT_BLOCKED)
                .repeatWhile(DownconvertCondition.MORE_BLOCKED, w -> w
                        .step(HostStep.ADD, Reg.LOOP, -1)
                        .step(DownconvertStep.TAKE_BLOCKED)
                        .call("ocfs2/unblock")
                        .step(DownconvertStep.DONE_BLOCKED))));
        // dlmglue.c:ocfs2_unblock_lock
        book.recipe("ocfs2/unblock", r -> r
                .when(HostCondition.IS, Reg.RESULT, Downconvert.NOTHING, 0, Recipe::leave)
                .step(HostStep.CPU, Cost.SYSTEM_CALL.ordinal())
                .when(HostCondition.IS, Reg.RESULT, Downconvert.REQUEUE, 0, n -> n.step(DownconvertStep.REQUEUE).leave())
                .when(HostCondition.IS, Reg.RESULT, Downconvert.CANCEL, 0, n -> n
                        .step(DownconvertStep.REQUEUE)
                        .call(stack.recipe(Request.CANCEL)).leave())
                .step(DownconvertStep.FILE_OF_LOCK)
                .when(DownconvertCondition.OF_KIND, LockKind.DENTRY.ordinal(), 0, 0, n -> n
                        .unless(VfsCondition.BUSY, gone -> gone.call("ocfs2/drop inode").leave()))
                .when(DownconvertCondition.OF_KIND, LockKind.META.ordinal(), 0, 0, n -> n
                        .step(WritebackStep.WRITE_FILE)
                        .step(DownconvertStep.INVALIDATE))
                .step(DownconvertStep.PREPARE_DOWN)
                .choose(HostCondition.IS, Reg.RESULT, 1, 0,
                        n -> n.call(stack.recipe(Request.CONVERT)).step(GlueStep.SENT), n -> n.step(DownconvertStep.REQUEUE)));
    }

    private static void drop(RecipeBook book, ClusterStack stack) {
        // inode.c:ocfs2_clear_inode, dlmglue.c:ocfs2_drop_inode_locks: OPEN, META, RW; the dentry's lock goes last
        book.recipe("ocfs2/drop inode", r -> {
            r.step(VfsStep.UNHASH);
            for (LockKind kind : new LockKind[] {LockKind.OPEN, LockKind.META, LockKind.RW, LockKind.DENTRY}) {
                dropLock(r, kind, stack);
            }
            r.step(VfsStep.FORGET);
        });
    }

    private static Recipe dropLock(Recipe r, LockKind kind, ClusterStack stack) {
        return r.when(GlueCondition.EXISTS, kind.ordinal(), 0, 0, n -> n
                .step(GlueStep.FREEZE, kind.ordinal())
                .when(HostCondition.IS, Reg.RESULT, 1, 0, a -> a.call(stack.recipe(Request.UNLOCK)))
                .step(GlueStep.FREE));
    }
}
