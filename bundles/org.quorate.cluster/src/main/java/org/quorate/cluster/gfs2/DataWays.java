// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import static org.quorate.cluster.gfs2.GlockRecipes.hold;
import static org.quorate.cluster.gfs2.GlockRecipes.release;
import static org.quorate.cluster.gfs2.JournalRecipes.transaction;
import static org.quorate.cluster.gfs2.OperationRecipes.systemCall;

import org.quorate.cluster.engine.Recipe;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.Cost;
import org.quorate.cluster.host.HostCondition;
import org.quorate.cluster.host.HostStep;
import org.quorate.model.OperationShare;

/** Reads and writes of GFS2 by the way that the workload says: page cache, O_DIRECT, mmap (kernel reference 1.2; fs/gfs2/file.c). */
final class DataWays {

    private static final int INODE = GlockKind.INODE;

    private DataWays() {
    }

    /** The read of an open file. */
    static Recipe read(Recipe r) {
        return byWay(r, "inode/direct_read", "inode/read", "inode/read");
    }

    /** The write of an open file. */
    static Recipe write(Recipe r) {
        return byWay(r, "inode/direct_write", "inode/mapped_write", "inode/write");
    }

    /** An append always goes beyond the end of the file, and a mapping cannot. */
    static Recipe append(Recipe r) {
        return r.choose(HostCondition.IS, Reg.WAY, OperationShare.Way.DIRECT.ordinal(), 0,
                d -> d.call("inode/append").call("op/fsync"), b -> b.call("inode/append"));
    }

    private static Recipe byWay(Recipe r, String direct, String mapped, String buffered) {
        return r.choose(HostCondition.IS, Reg.WAY, OperationShare.Way.DIRECT.ordinal(), 0, d -> systemCall(d).call(direct),
                n -> n.choose(HostCondition.IS, Reg.WAY, OperationShare.Way.MAPPED.ordinal(), 0, m -> m.call(mapped),
                        b -> systemCall(b).call(buffered)));
    }

    static void write(RecipeBook book) {
        // gfs2_file_direct_read: "deferred" is shared by all nodes, and none of them keeps pages; no access time (fs/iomap/direct-io.c
        // leaves that to its caller)
        book.recipe("inode/direct_read", r -> r.choose(InodeCondition.STUFFED, s -> s.call("inode/read"),
                d -> release(writeBack(hold(d, INODE, Reg.FILE, Hold.DF)).step(InodeStep.READ_DIRECT), INODE, Reg.FILE)));
        // gfs2_file_write_iter, gfs2_file_direct_write: the times first; what does not lie inside the file goes by the page cache
        book.recipe("inode/direct_write", r -> r.choose(InodeCondition.IN_PLACE, d -> {
            OperationRecipes.updateTimes(d);
            release(writeBack(hold(d, INODE, Reg.FILE, Hold.DF)).step(InodeStep.WRITE_DIRECT), INODE, Reg.FILE);
        }, n -> n.call("inode/write").call("op/fsync")));
        // gfs2_page_mkwrite: only a page that is not dirty yet faults
        book.recipe("inode/mapped_write", r -> r
                .unless(InodeCondition.DATA_DIRTY, f -> release(transaction(hold(f, INODE, Reg.FILE, Hold.EX)
                        .step(InodeStep.READ_DATA), 1, 0, t -> t.step(InodeStep.CHANGE_INODE, Reg.FILE))
                        .step(InodeStep.DIRTY_DATA, 0), INODE, Reg.FILE))
                .step(InodeStep.COUNT_PAGES).step(HostStep.CPU_TIMES, Cost.COPY_PAGE.ordinal(), Reg.WORK)
                .step(JournalStep.THROTTLE));
    }

    /** Dirty pages that the node has from an exclusive glock go out first (filemap_write_and_wait_range). */
    private static Recipe writeBack(Recipe r) {
        return r.step(JournalStep.WRITE_DATA, Reg.FILE).step(JournalStep.AWAIT_DATA, Reg.FILE);
    }
}
