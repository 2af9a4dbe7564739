// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import static org.quorate.cluster.gfs2.GlockRecipes.hold;
import static org.quorate.cluster.gfs2.GlockRecipes.release;
import static org.quorate.cluster.gfs2.JournalRecipes.transaction;

import org.quorate.cluster.engine.Recipe;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.Cost;
import org.quorate.cluster.host.HostCondition;
import org.quorate.cluster.host.HostStep;

/**
 * System calls as sequences of glocks, transactions and I/O (kernel reference 1.2, 4.5; fs/gfs2/inode.c, file.c, bmap.c). Blocks a
 * transaction reserves: RES_* of fs/gfs2/trans.h.
 */
final class OperationRecipes {

    private static final int INODE = GlockKind.INODE;
    private static final int IOPEN = GlockKind.IOPEN;
    private static final int RGRP = GlockKind.RGRP;
    private static final int FLOCK = GlockKind.FLOCK;
    private static final int OVERWRITE = 0;
    private static final int APPEND = 1;
    /** RG_BIT header and bitmap, STATFS, and the two of RES_QUOTA that are not used. */
    private static final int SPACE_BLOCKS = 3;

    private OperationRecipes() {
    }

    static void write(RecipeBook book) {
        creation(book);
        names(book);
        access(book);
        data(book);
        locks(book);
    }

    private static Recipe systemCall(Recipe r) {
        return r.step(HostStep.CPU, Cost.SYSTEM_CALL.ordinal());
    }

    /** Walks to FILE; the call ends here with ENOENT if it is not there. */
    private static Recipe walk(Recipe r) {
        return systemCall(r).call("vfs/walk").when(HostCondition.IS, Reg.RESULT, 0, 0, none -> none.leave());
    }

    private static Recipe closeFile(Recipe r) {
        return systemCall(r).call("vfs/iput");
    }

    private static void creation(RecipeBook book) {
        // open(O_CREAT|O_EXCL), write, close
        book.recipe("op/create", r -> {
            systemCall(r).call("vfs/permission").call("inode/search_new");
            create(r, InodeStep.NEW_FILE);
            systemCall(r).when(InodeCondition.WRITES, w -> w.call("inode/write"));
            closeFile(r);
        });
        book.recipe("op/mkdir", r -> {
            systemCall(r).call("vfs/permission").call("inode/search_new");
            create(r, InodeStep.NEW_DIRECTORY).call("vfs/iput");
        });
        // inode.c:__gfs2_lookup finds no such name
        book.recipe("inode/search_new", r -> release(hold(r, INODE, Reg.DIRECTORY, Hold.SH)
                .step(HostStep.CPU, Cost.BLOCK_WORK.ordinal()), INODE, Reg.DIRECTORY));
        // inode.c:alloc_dinode
        book.recipe("inode/alloc", r -> release(transaction(hold(r, RGRP, Reg.FILE, Hold.EX | Hold.NODE_SCOPE),
                SPACE_BLOCKS, 0, t -> t.step(InodeStep.CHANGE_SPACE)), RGRP, Reg.FILE));
        // inode.c:link_dinode; a directory that grows takes blocks first
        book.recipe("inode/link", r -> r.choose(InodeCondition.MUST_GROW,
                g -> release(transaction(hold(g, RGRP, Reg.FILE, Hold.EX | Hold.NODE_SCOPE), SPACE_BLOCKS + 5, 0,
                        t -> t.step(InodeStep.GROW_DIRECTORY).step(InodeStep.CHANGE_NAME, 0)
                                .step(InodeStep.CHANGE_INODE, Reg.FILE)), RGRP, Reg.FILE),
                n -> transaction(n, 3, 0, t -> t.step(InodeStep.CHANGE_NAME, 0).step(InodeStep.CHANGE_INODE, Reg.FILE))));
    }

    /** inode.c:gfs2_create_inode. */
    private static Recipe create(Recipe r, InodeStep kind) {
        hold(r, INODE, Reg.DIRECTORY, Hold.EX)
                .step(kind)
                .step(InodeStep.SEARCH)
                .call("inode/alloc")
                .step(GlockStep.FIND, INODE, Reg.FILE)
                .step(InodeStep.REFER)
                .step(InodeStep.CANCEL_DELETE_WORK);
        hold(r, IOPEN, Reg.FILE, Hold.SH | Hold.EXACT);
        hold(r, INODE, Reg.FILE, Hold.EX | Hold.SKIP);
        transaction(r, 1, 0, t -> t.step(InodeStep.CHANGE_INODE, Reg.FILE))
                .step(HostStep.COPY, Reg.OTHER, Reg.FILE)
                .step(InodeStep.ATTACH)
                .call("inode/link")
                .step(InodeStep.ADD_DENTRY, Reg.FILE);
        return release(release(r, INODE, Reg.DIRECTORY), INODE, Reg.FILE);
    }

    private static void names(RecipeBook book) {
        // inode.c:gfs2_unlink, then the last iput
        book.recipe("op/unlink", r -> {
            hold(hold(hold(walk(r), INODE, Reg.DIRECTORY, Hold.EX), INODE, Reg.FILE, Hold.EX),
                    RGRP, Reg.FILE, Hold.EX | Hold.NODE_SCOPE)
                    .step(InodeStep.SEARCH)
                    .when(InodeCondition.NAMED, n -> transaction(n, 6, 0, t -> t.step(InodeStep.UNLINK)));
            release(release(release(r, RGRP, Reg.FILE), INODE, Reg.FILE), INODE, Reg.DIRECTORY).call("vfs/iput");
        });
        // inode.c:gfs2_rename in one directory: both glocks are asked for at once; all over again if that takes too long
        book.recipe("op/rename", r -> {
            walk(r).call("inode/hold_both")
                    .repeatWhile(HostCondition.IS, Reg.RESULT, 1, 0, late -> late.call("inode/hold_both"))
                    .step(InodeStep.SEARCH)
                    .when(InodeCondition.NAMED, n -> transaction(n, 5, 0, t -> t
                            .step(InodeStep.CHANGE_NAME, 0).step(InodeStep.CHANGE_NAME, 1)
                            .step(InodeStep.CHANGE_INODE, Reg.FILE)));
            release(release(r, INODE, Reg.FILE), INODE, Reg.DIRECTORY).call("vfs/iput");
        });
        book.recipe("inode/hold_both", r -> enqueue(enqueue(r, Reg.DIRECTORY), Reg.FILE)
                .step(GlockStep.AWAIT_BOTH, Reg.DIRECTORY, Reg.FILE)
                .choose(HostCondition.IS, Reg.RESULT, 1, 0,
                        late -> late.step(GlockStep.GIVE_UP, INODE, Reg.FILE).step(GlockStep.GIVE_UP, INODE, Reg.DIRECTORY)
                                .step(HostStep.SET, Reg.RESULT, 1),
                        both -> both.step(GlockStep.FIND, INODE, Reg.DIRECTORY).call("glock/instantiate")
                                .step(GlockStep.FIND, INODE, Reg.FILE).call("glock/instantiate")
                                .step(HostStep.SET, Reg.RESULT, 0)));
    }

    private static Recipe enqueue(Recipe r, int register) {
        return r.step(GlockStep.FIND, INODE, register).step(HostStep.SET, Reg.MODE, Hold.EX).step(GlockStep.ENQUEUE);
    }

    private static void access(RecipeBook book) {
        // inode.c:gfs2_getattr
        book.recipe("op/stat", r -> release(hold(walk(r), INODE, Reg.FILE, Hold.SH | Hold.ANY), INODE, Reg.FILE)
                .call("vfs/iput"));
        // file.c:gfs2_open, close
        book.recipe("op/open", r -> closeFile(open(r)));
        // file.c:gfs2_readdir
        book.recipe("op/readdir", r -> {
            release(hold(systemCall(r).call("vfs/permission"), INODE, Reg.DIRECTORY, Hold.SH)
                    .step(InodeStep.READ_LEAVES)
                    .step(HostStep.CPU_TIMES, Cost.BLOCK_WORK.ordinal(), Reg.WORK), INODE, Reg.DIRECTORY);
            updateAccessTime(r, Reg.DIRECTORY);
        });
        // open, read, close
        book.recipe("op/read", r -> {
            systemCall(open(r)).call("inode/read");
            closeFile(r);
        });
        // file.c:gfs2_file_read_iter: no glock at all for what is cached
        book.recipe("inode/read", r -> {
            r.unless(InodeCondition.DATA_CACHED, m -> release(hold(m, INODE, Reg.FILE, Hold.SH)
                    .step(InodeStep.READ_DATA), INODE, Reg.FILE));
            r.step(InodeStep.COUNT_PAGES).step(HostStep.CPU_TIMES, Cost.COPY_PAGE.ordinal(), Reg.WORK);
            updateAccessTime(r, Reg.FILE);
        });
    }

    private static Recipe open(Recipe r) {
        return release(hold(walk(r), INODE, Reg.FILE, Hold.SH | Hold.ANY), INODE, Reg.FILE);
    }

    /** inode.c:gfs2_update_time, with relatime. */
    private static void updateAccessTime(Recipe r, int register) {
        r.when(InodeCondition.ACCESS_DUE, register, 0, 0, d -> release(transaction(hold(d, INODE, register, Hold.EX), 1, 0,
                t -> t.step(InodeStep.CHANGE_INODE, register)), INODE, register).step(InodeStep.NOTE_ACCESS, register));
    }

    private static void data(RecipeBook book) {
        // overwrite from the start
        book.recipe("op/write", r -> openForWriting(r).when(InodeCondition.WRITES, w -> w.call("inode/write"))
                .call("vfs/iput"));
        // write(O_APPEND)
        book.recipe("op/append", r -> release(hold(openForWriting(r), INODE, Reg.FILE, Hold.SH), INODE, Reg.FILE)
                .when(InodeCondition.WRITES, w -> w.call("inode/append"))
                .call("vfs/iput"));
        // open for writing, unless the thread has kept the file open since its last write; it closes the one before
        book.recipe("vfs/open_for_writing", r -> r.choose(InodeCondition.KEPT_OPEN,
                k -> k.step(InodeStep.USE, Reg.FILE).step(HostStep.SET, Reg.RESULT, 1),
                o -> systemCall(open(o)).step(InodeStep.KEEP_OPEN).step(HostStep.SET, Reg.RESULT, 1)));
        book.recipe("inode/write", r -> writeData(r, OVERWRITE));
        book.recipe("inode/append", r -> writeData(r, APPEND));
        // file.c:gfs2_fsync; super.c:gfs2_write_inode
        book.recipe("op/fsync", r -> systemCall(r)
                .when(InodeCondition.IN_MEMORY, Reg.FILE, 0, 0, m -> m
                        .step(InodeStep.USE, Reg.FILE)
                        .step(JournalStep.WRITE_DATA, Reg.FILE)
                        .when(InodeCondition.DIRTY, Reg.FILE, 0, 0, d -> d
                                .step(InodeStep.UNMARK, Reg.FILE)
                                .step(GlockStep.FIND, INODE, Reg.FILE)
                                .call("journal/log_flush")
                                .step(JournalStep.WRITE_METADATA)
                                .step(JournalStep.AWAIT_WRITES)
                                .call("journal/ail_flush"))
                        .step(JournalStep.AWAIT_DATA, Reg.FILE)
                        .call("vfs/iput")));
    }

    /** A thread that writes to one file again and again keeps it open (a database, a virtual machine, a log). */
    private static Recipe openForWriting(Recipe r) {
        return systemCall(r).step(HostStep.SET, Reg.RESULT, 0).call("vfs/open_for_writing")
                .when(HostCondition.IS, Reg.RESULT, 0, 0, none -> none.leave());
    }

    /** file.c:gfs2_file_write_iter: times first, then the data; bmap.c:gfs2_iomap_begin_write. */
    private static void writeData(Recipe r, int append) {
        release(transaction(hold(r, INODE, Reg.FILE, Hold.EX), 1, 0, t -> t.step(InodeStep.CHANGE_INODE, Reg.FILE)),
                INODE, Reg.FILE);
        hold(r, INODE, Reg.FILE, Hold.EX)
                .step(InodeStep.PREPARE_WRITE, append)
                .choose(InodeCondition.NEEDS_BLOCKS, append, 0, 0,
                        y -> release(transaction(hold(y, RGRP, Reg.FILE, Hold.EX | Hold.NODE_SCOPE), SPACE_BLOCKS + 3, 0,
                                t -> t.step(InodeStep.ALLOCATE, append)), RGRP, Reg.FILE),
                        n -> n.when(InodeCondition.CHANGES_INODE, append, 0, 0,
                                i -> transaction(i, 1, 0, t -> t.step(InodeStep.CHANGE_INODE, Reg.FILE))))
                .step(InodeStep.DIRTY_DATA, append)
                .step(HostStep.CPU_TIMES, Cost.COPY_PAGE.ordinal(), Reg.WORK);
        release(r, INODE, Reg.FILE).step(JournalStep.THROTTLE);
    }

    private static void locks(RecipeBook book) {
        // file.c:do_flock, do_unflock
        book.recipe("op/flock", r -> {
            hold(walk(r), FLOCK, Reg.FILE, Hold.EX | Hold.EXACT);
            release(systemCall(r), FLOCK, Reg.FILE).call("vfs/iput");
        });
        // open, flock, read, ftruncate, write, close
        book.recipe("op/session", r -> {
            hold(systemCall(open(r)), FLOCK, Reg.FILE, Hold.EX | Hold.EXACT);
            systemCall(r).call("inode/read");
            systemCall(r).call("inode/truncate");
            systemCall(r).when(InodeCondition.WRITES, w -> w.call("inode/write"));
            release(systemCall(r), FLOCK, Reg.FILE).call("vfs/iput");
        });
        // inode.c:gfs2_setattr, bmap.c:gfs2_setattr_size
        book.recipe("inode/truncate", r -> {
            hold(r, INODE, Reg.FILE, Hold.EX).choose(InodeCondition.HAS_BLOCKS,
                    b -> release(transaction(hold(b, RGRP, Reg.FILE, Hold.EX | Hold.NODE_SCOPE), SPACE_BLOCKS + 3, 7,
                            t -> t.step(InodeStep.TRUNCATE)), RGRP, Reg.FILE),
                    n -> transaction(n, 1, 0, t -> t.step(InodeStep.TRUNCATE)));
            release(r, INODE, Reg.FILE);
        });
    }
}
