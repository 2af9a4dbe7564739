// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.function.Consumer;
import org.quorate.cluster.engine.Recipe;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.Cost;
import org.quorate.cluster.host.HostCondition;
import org.quorate.cluster.host.HostStep;

/** Transactions, log flushes, write-back and the threads that do them (fs/gfs2/log.c, super.c; fs/fs-writeback.c). */
final class JournalRecipes {

    /** Number of revokes of a transaction: as many as blocks of LOCK are active; as many as the journal has blocks. */
    static final int OF_GLOCK = -1;
    static final int WHOLE = -2;
    private static final int NO_GLOCK = -1;

    private JournalRecipes() {
    }

    /** A transaction that may change so many blocks; the processor works on each that it does change. */
    static Recipe transaction(Recipe r, int blocks, int revokes, Consumer<Recipe> body) {
        begin(r, blocks, revokes);
        body.accept(r.step(JournalStep.MARK_CHANGES));
        return r.step(JournalStep.COUNT_CHANGES).step(HostStep.CPU_TIMES, Cost.BLOCK_WORK.ordinal(), Reg.LOOP).step(JournalStep.END);
    }

    private static Recipe begin(Recipe r, int blocks, int revokes) {
        return r.step(JournalStep.ENTER).step(JournalStep.RESERVE, blocks, revokes)
                .repeatWhile(HostCondition.IS, Reg.RESULT, 1, 0,
                        full -> full.step(JournalStep.ENTER).step(JournalStep.RESERVE, blocks, revokes));
    }

    static void write(RecipeBook book) {
        flushes(book);
        threads(book);
    }

    private static void flushes(RecipeBook book) {
        // log.c:gfs2_log_flush for the glock LOCK: nothing to do if its changes are in the log by now
        book.recipe("journal/log_flush", r -> r
                .step(JournalStep.ENTER_FLUSH)
                .when(JournalCondition.FLUSH_DUE, f -> f.call("journal/commit"))
                .step(JournalStep.LEAVE_FLUSH));
        book.recipe("journal/log_flush all", r -> r
                .step(HostStep.SET, Reg.LOCK, NO_GLOCK)
                .call("journal/log_flush"));
        // log.c:__gfs2_log_flush; without barriers the header waits for everything before it
        book.recipe("journal/commit", r -> r
                .step(JournalStep.WRITE_ORDERED)
                .step(JournalStep.BEFORE_COMMIT)
                .when(JournalCondition.HEADER_DUE, h -> h
                        .unless(JournalCondition.BARRIER, n -> n.step(JournalStep.AWAIT_BLOCKS))
                        .step(JournalStep.WRITE_HEADER))
                .step(JournalStep.AFTER_COMMIT));
        // glops.c:gfs2_ail_empty_gl
        book.recipe("journal/ail_empty_gl", r -> r
                .choose(JournalCondition.ACTIVE,
                        a -> begin(a, 0, OF_GLOCK).step(JournalStep.REVOKE, 0).step(JournalStep.END)
                                .call("journal/log_flush all"),
                        n -> n.choose(JournalCondition.HAS_REVOKES,
                                h -> h.call("journal/log_flush all"),
                                w -> w.when(JournalCondition.FLUSHING, f -> f.step(JournalStep.AWAIT_LOG)))));
        // glops.c:gfs2_ail_flush
        book.recipe("journal/ail_flush", r -> r
                .when(JournalCondition.ACTIVE, a -> begin(a, 0, OF_GLOCK).step(JournalStep.REVOKE, 1).step(JournalStep.END)
                        .call("journal/log_flush all")));
    }

    private static void threads(RecipeBook book) {
        // log.c:gfs2_logd
        book.recipe("journal/gfs2_logd", r -> r.forever(f -> f
                .step(JournalStep.AWAIT_LOGD)
                .choose(HostCondition.IS, Reg.RESULT, 1, 0, t -> t.call("journal/logd flush"),
                        n -> n.when(JournalCondition.FLUSH_REQUIRED, q -> q.call("journal/logd flush")))
                .when(JournalCondition.WRITE_BACK_REQUIRED, w -> w
                        .step(JournalStep.ENTER_FLUSH)
                        .step(JournalStep.WRITE_ACTIVE)
                        .step(JournalStep.AWAIT_WRITES)
                        .step(JournalStep.EMPTY_ACTIVE)
                        .call("journal/commit")
                        .step(JournalStep.LEAVE_FLUSH))));
        book.recipe("journal/logd flush", r -> r
                .step(JournalStep.ENTER_FLUSH)
                .step(JournalStep.EMPTY_ACTIVE)
                .call("journal/commit")
                .step(JournalStep.LEAVE_FLUSH));
        // fs-writeback.c: inodes in the order in which they became dirty; super.c:gfs2_write_inode flushes the log for directories
        for (int all = 0; all <= 1; all++) {
            int which = all;
            book.recipe(all == 1 ? "vfs/write all" : "vfs/write due", r -> r
                    .step(JournalStep.BEGIN_WRITEBACK)
                    .step(JournalStep.WRITE_INODES, which)
                    .repeatWhile(HostCondition.IS, Reg.RESULT, 1, 0, d -> d
                            .call("journal/log_flush")
                            .step(JournalStep.WRITE_METADATA)
                            .step(JournalStep.WRITE_INODES, which))
                    .step(JournalStep.AWAIT_WRITES));
        }
        book.recipe("vfs/flusher", r -> r.forever(f -> f
                .step(JournalStep.AWAIT_FLUSHER)
                .call("vfs/write due")));
        // sync.c:sync_filesystem, super.c:gfs2_sync_fs
        book.recipe("sync", r -> r
                .call("vfs/write all")
                .call("journal/log_flush all"));
    }
}
