// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import static org.quorate.cluster.ocfs2.Ocfs2Recipes.allocate;
import static org.quorate.cluster.ocfs2.Ocfs2Recipes.call;
import static org.quorate.cluster.ocfs2.Ocfs2Recipes.inodeLock;
import static org.quorate.cluster.ocfs2.Ocfs2Recipes.inodeUnlock;
import static org.quorate.cluster.ocfs2.Ocfs2Recipes.lock;
import static org.quorate.cluster.ocfs2.Ocfs2Recipes.lockForReading;
import static org.quorate.cluster.ocfs2.Ocfs2Recipes.transaction;
import static org.quorate.cluster.ocfs2.Ocfs2Recipes.unlock;

import org.quorate.cluster.engine.Recipe;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.Cost;
import org.quorate.cluster.host.HostCondition;
import org.quorate.cluster.host.HostStep;
import org.quorate.cluster.host.OpenFileCondition;
import org.quorate.cluster.host.WritebackStep;
import org.quorate.cluster.lock.LockMode;
import org.quorate.cluster.vfs.VfsCondition;
import org.quorate.cluster.vfs.VfsStep;
import org.quorate.model.OperationShare;

/** Reads and writes of OCFS2 by the way that the workload says: page cache, O_DIRECT, mmap (kernel reference 1.4). */
final class DataWays {

    private static final int PR = LockMode.PR;
    private static final int EX = LockMode.EX;

    private DataWays() {
    }

    static void write(RecipeBook book) {
        direct(book);
        mapped(book);
    }

    /** The read of an open file. */
    static Recipe read(Recipe r) {
        return byWay(r, "ocfs2/direct read", "ocfs2/mapped read", "ocfs2/read");
    }

    /** The write of an open file; appends are not made through a mapping. */
    static Recipe write(Recipe r) {
        return byWay(r, "ocfs2/direct write", "ocfs2/mapped write", "ocfs2/write");
    }

    static Recipe append(Recipe r) {
        return byWay(r, "ocfs2/direct append", "ocfs2/append", "ocfs2/append");
    }

    private static Recipe byWay(Recipe r, String direct, String mapped, String buffered) {
        return r.choose(HostCondition.IS, Reg.WAY, OperationShare.Way.DIRECT.ordinal(), 0, d -> call(d).call(direct),
                n -> n.choose(HostCondition.IS, Reg.WAY, OperationShare.Way.MAPPED.ordinal(), 0, m -> m.call(mapped),
                        b -> call(b).call(buffered)));
    }

    private static void direct(RecipeBook book) {
        // file.c:ocfs2_file_read_iter; aops.c:ocfs2_direct_IO falls back for data that lies in the inode
        book.recipe("ocfs2/direct read", r -> r.choose(VfsCondition.INLINE, i -> i.call("ocfs2/read"), d -> {
            lock(d, LockKind.RW, Reg.FILE, PR);
            inodeUnlock(lockForReading(d, Reg.FILE), Reg.FILE, PR);
            unlock(Ocfs2Recipes.findExtents(d.step(WritebackStep.WRITE_FILE)).step(VfsStep.READ_DIRECT), LockKind.RW, Reg.FILE, PR);
        }));
        book.recipe("ocfs2/direct write", r -> r.choose(VfsCondition.INLINE, i -> i.call("ocfs2/write"), d -> directWrite(d, 0)));
        book.recipe("ocfs2/direct append", r -> r.choose(VfsCondition.INLINE, i -> i.call("ocfs2/append"), d -> directWrite(d, 1)));
    }

    /**
     * file.c:ocfs2_file_write_iter with coherency=full: the inode's lock is taken for writing and dropped, so that no other node keeps
     * pages; only a write that needs blocks takes it again.
     */
    private static void directWrite(Recipe r, int append) {
        lock(r, LockKind.RW, Reg.FILE, EX);
        inodeUnlock(transaction(inodeLock(r, Reg.FILE, EX).step(VfsStep.READ_INODE, Reg.FILE), Ocfs2Step.DIRTY_INODE),
                Reg.FILE, EX);
        inodeUnlock(inodeLock(r, Reg.FILE, PR), Reg.FILE, PR);
        r.when(VfsCondition.NEEDS_BLOCKS, append, 0, 0, y -> inodeUnlock(allocate(inodeLock(y, Reg.FILE, EX)), Reg.FILE, EX));
        unlock(Ocfs2Recipes.findExtents(r.step(WritebackStep.WRITE_FILE)).step(VfsStep.WRITE_DIRECT, append), LockKind.RW, Reg.FILE, EX);
    }

    private static void mapped(RecipeBook book) {
        // mmap.c:ocfs2_mmap, ocfs2_fault; aops.c:ocfs2_read_folio: only a page that is not there asks for the lock
        book.recipe("ocfs2/mapped read", r -> map(r)
                .when(VfsCondition.DATA_MISSING, DataWays::fault)
                .step(VfsStep.COUNT_PAGES).step(HostStep.CPU_TIMES, Cost.COPY_PAGE.ordinal(), Reg.WORK));
        // mmap.c:ocfs2_page_mkwrite: a page that is not dirty yet is written to under the lock, in a transaction
        book.recipe("ocfs2/mapped write", r -> map(r)
                .unless(VfsCondition.DATA_DIRTY, f -> {
                    f.when(VfsCondition.DATA_MISSING, DataWays::fault);
                    Ocfs2Recipes.findExtents(inodeLock(f, Reg.FILE, EX)).step(VfsStep.READ_DATA);
                    inodeUnlock(transaction(f, Ocfs2Step.DIRTY_INODE).step(VfsStep.DIRTY_DATA, 0), Reg.FILE, EX);
                })
                .step(VfsStep.COUNT_PAGES).step(HostStep.CPU_TIMES, Cost.COPY_PAGE.ordinal(), Reg.WORK)
                .step(WritebackStep.THROTTLE));
    }

    private static void fault(Recipe r) {
        inodeUnlock(Ocfs2Recipes.findExtents(inodeLock(r, Reg.FILE, PR)).step(VfsStep.READ_DATA), Reg.FILE, PR);
    }

    /** mmap of a file that is not kept open, and so not kept mapped. */
    private static Recipe map(Recipe r) {
        return r.unless(OpenFileCondition.KEEPS_OPEN,
                m -> inodeUnlock(lockForReading(call(m), Reg.FILE), Reg.FILE, PR));
    }
}
