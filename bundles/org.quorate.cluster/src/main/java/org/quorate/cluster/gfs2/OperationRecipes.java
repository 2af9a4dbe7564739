// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import static org.quorate.cluster.gfs2.GlockRecipes.hold;
import static org.quorate.cluster.gfs2.GlockRecipes.release;
import static org.quorate.cluster.gfs2.InodeRecipes.label;
import static org.quorate.cluster.gfs2.JournalRecipes.transaction;

import java.util.List;
import java.util.function.Consumer;
import org.quorate.cluster.engine.Recipe;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.Cost;
import org.quorate.cluster.host.HostCondition;
import org.quorate.cluster.host.HostStep;
import org.quorate.cluster.host.OpenFileCondition;
import org.quorate.cluster.host.OpenFileStep;

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
    /** Indirect blocks that one transaction may have to revoke. */
    private static final int REVOKES = 7;

    private OperationRecipes() {
    }

    static void write(RecipeBook book) {
        space(book);
        creation(book);
        names(book);
        access(book);
        data(book);
        DataWays.write(book);
        locks(book);
    }

    private static void space(RecipeBook book) {
        // rgrp.c:gfs2_inplace_reserve, by what the search is for: holds the resource group at hand
        for (int purpose = Space.FOR_INODE; purpose <= Space.FOR_ATTRIBUTES; purpose++) {
            int what = purpose;
            book.recipe("inode/reserve " + what, r -> r
                    .step(InodeStep.BEGIN_SEARCH, what)
                    .forever(f -> holdGroup(f
                            .step(InodeStep.NEXT_GROUP)
                            .when(HostCondition.IS, Reg.RESULT, Reservations.FLUSH, 0, l -> l
                                    .call("journal/log_flush all")
                                    .step(InodeStep.NEXT_GROUP)))
                            .step(InodeStep.CHECK_GROUP, what)
                            .when(HostCondition.IS, Reg.RESULT, 0, 0, g -> g.leave())
                            .step(GlockStep.DEQUEUE_GROUP, Space.GROUP)));
        }
    }

    private static Recipe reserve(Recipe r, int purpose) {
        return r.call("inode/reserve " + purpose);
    }

    static Recipe holdGroup(Recipe r) {
        return r.step(GlockStep.FIND_GROUP, 0, Space.GROUP).step(HostStep.SET, Reg.MODE, Hold.EX | Hold.NODE_SCOPE).call("glock/nq");
    }

    /** bmap.c:sweep_bh_for_rgrps: frees the blocks of FILE, which has some, a transaction for each resource group. */
    static Recipe freeGroups(Recipe r, int blocks, InodeStep free) {
        return r.step(InodeStep.NEXT_DATA_GROUP)
                .repeatWhile(HostCondition.IS, Reg.RESULT, 1, 0, g -> transaction(holdGroup(g), blocks, REVOKES, t -> t.step(free))
                        .step(GlockStep.DEQUEUE_GROUP, Space.GROUP)
                        .step(InodeStep.NEXT_DATA_GROUP));
    }

    static Recipe systemCall(Recipe r) {
        return r.step(HostStep.CPU, Cost.SYSTEM_CALL.ordinal());
    }

    /** Walks to FILE; the call ends here with ENOENT if it is not there. */
    private static Recipe walk(Recipe r) {
        return label(systemCall(r).call("vfs/walk").when(HostCondition.IS, Reg.RESULT, 0, 0, none -> none.leave()), Reg.FILE);
    }

    /** file.c:gfs2_release of a file that was open for writing. */
    private static Recipe closeWritten(Recipe r) {
        return r.step(InodeStep.END_RESERVATION, Reg.FILE).call("close");
    }

    private static void creation(RecipeBook book) {
        // open(O_CREAT|O_EXCL), write, close
        book.recipe("op/create", r -> {
            systemCall(r).call("vfs/permission").call("inode/search_new");
            create(r, InodeStep.NEW_FILE);
            systemCall(r).when(InodeCondition.WRITES, w -> w.call("inode/write"));
            closeWritten(r);
        });
        // open(O_CREAT) of a name that is not there; another node may be faster
        book.recipe("inode/create_missing", r -> {
            r.call("vfs/permission").call("inode/search_new");
            release(hold(r, INODE, Reg.DIRECTORY, Hold.EX)
                    .when(InodeCondition.UNBORN, u -> newInode(u, InodeStep.NEW_FILE).call("vfs/iput")), INODE, Reg.DIRECTORY);
        });
        book.recipe("op/mkdir", r -> {
            systemCall(r).call("vfs/permission").call("inode/search_new");
            create(r, InodeStep.NEW_DIRECTORY).call("vfs/iput");
        });
        // inode.c:__gfs2_lookup finds no such name
        book.recipe("inode/search_new", r -> release(hold(r, INODE, Reg.DIRECTORY, Hold.SH)
                .step(HostStep.CPU, Cost.BLOCK_WORK.ordinal()), INODE, Reg.DIRECTORY));
        // inode.c:alloc_dinode
        book.recipe("inode/alloc", r -> transaction(reserve(r, Space.FOR_INODE), SPACE_BLOCKS, 0,
                t -> t.step(InodeStep.ALLOCATE_INODE)).step(GlockStep.DEQUEUE_GROUP, Space.GROUP));
        // inode.c:link_dinode; a directory that grows takes blocks first
        book.recipe("inode/link", r -> r.choose(InodeCondition.MUST_GROW,
                g -> transaction(reserve(g, Space.FOR_LEAF), SPACE_BLOCKS + 5, 0,
                        t -> t.step(InodeStep.GROW_DIRECTORY).step(InodeStep.CHANGE_NAME, 0)
                                .step(InodeStep.CHANGE_INODE, Reg.FILE)).step(GlockStep.DEQUEUE_GROUP, Space.GROUP),
                n -> transaction(n, 3, 0, t -> t.step(InodeStep.CHANGE_NAME, 0).step(InodeStep.CHANGE_INODE, Reg.FILE))));
    }

    /** inode.c:gfs2_create_inode. */
    private static Recipe create(Recipe r, InodeStep kind) {
        return release(newInode(hold(r, INODE, Reg.DIRECTORY, Hold.EX), kind), INODE, Reg.DIRECTORY);
    }

    private static Recipe newInode(Recipe r, InodeStep kind) {
        r.step(kind)
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
                // gfs2_initxattrs: xattr.c:ea_alloc_skeleton
                .when(InodeCondition.LABELLED, l -> transaction(reserve(l, Space.FOR_ATTRIBUTES), SPACE_BLOCKS + 2, 0,
                        t -> t.step(InodeStep.CHANGE_LABEL)).step(GlockStep.DEQUEUE_GROUP, Space.GROUP))
                .call("inode/link")
                .step(InodeStep.ADD_DENTRY, Reg.FILE);
        return release(r, INODE, Reg.FILE);
    }

    private static void names(RecipeBook book) {
        // inode.c:gfs2_unlink, then the last iput
        for (String operation : List.of("op/unlink", "op/rmdir")) {
            unlink(book, operation);
        }
        rename(book);
        move(book);
    }

    private static void unlink(RecipeBook book, String operation) {
        book.recipe(operation, r -> {
            hold(hold(hold(walk(r), INODE, Reg.DIRECTORY, Hold.EX), INODE, Reg.FILE, Hold.EX),
                    RGRP, Reg.FILE, Hold.EX | Hold.NODE_SCOPE)
                    .step(InodeStep.SEARCH)
                    .when(InodeCondition.NAMED, n -> transaction(n, 6, 0, t -> t.step(InodeStep.UNLINK)));
            release(release(release(r, RGRP, Reg.FILE), INODE, Reg.FILE), INODE, Reg.DIRECTORY).call("vfs/iput");
        });
    }

    private static void rename(RecipeBook book) {
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

    /** inode.c:gfs2_rename from one directory to another: the rename glock first. */
    private static void move(RecipeBook book) {
        // the other directory may be new to the node
        book.recipe("vfs/target", r -> exchange(exchange(r).call("vfs/directory")));
        book.recipe("op/move", r -> {
            hold(label(walk(r).call("vfs/target"), Reg.TARGET).step(HostStep.SET, Reg.WORK3, GlockKind.RENAME_NUMBER), GlockKind.NONDISK, Reg.WORK3, Hold.EX);
            hold(r, INODE, Reg.TARGET, Hold.EX).call("inode/hold_both")
                    .repeatWhile(HostCondition.IS, Reg.RESULT, 1, 0, late -> late.call("inode/hold_both"))
                    .step(InodeStep.SEARCH)
                    .when(InodeCondition.NAMED, n -> exchange(exchange(transaction(n, 5, 0, t -> t.step(InodeStep.CHANGE_NAME, 0)))
                            .step(InodeStep.MOVE_NAME).call("inode/link")));
            release(release(release(r, INODE, Reg.FILE), INODE, Reg.DIRECTORY), INODE, Reg.TARGET);
            release(r.step(HostStep.SET, Reg.WORK3, GlockKind.RENAME_NUMBER), GlockKind.NONDISK, Reg.WORK3).call("vfs/iput");
        });
    }

    /** DIRECTORY and TARGET change places; a move has no use for OFFSET. */
    private static Recipe exchange(Recipe r) {
        return r.step(HostStep.COPY, Reg.OFFSET, Reg.DIRECTORY).step(HostStep.COPY, Reg.DIRECTORY, Reg.TARGET)
                .step(HostStep.COPY, Reg.TARGET, Reg.OFFSET);
    }

    private static Recipe enqueue(Recipe r, int register) {
        return r.step(GlockStep.FIND, INODE, register).step(HostStep.SET, Reg.MODE, Hold.EX).step(GlockStep.ENQUEUE);
    }

    private static void access(RecipeBook book) {
        // inode.c:gfs2_getattr
        book.recipe("op/stat", r -> release(hold(walk(r), INODE, Reg.FILE, Hold.SH | Hold.ANY), INODE, Reg.FILE)
                .call("vfs/iput"));
        // inode.c:gfs2_setattr
        book.recipe("op/chmod", r -> release(transaction(hold(walk(r), INODE, Reg.FILE, Hold.EX), 1, 0,
                t -> t.step(InodeStep.CHANGE_INODE, Reg.FILE)), INODE, Reg.FILE).call("vfs/iput"));
        // super.c:gfs2_statfs: the sums in memory, or all resource groups
        book.recipe("op/statfs", r -> systemCall(r).when(InodeCondition.STATFS_SLOW, s -> s.call("inode/statfs_slow")));
        statfsSlow(book);
        // file.c:gfs2_open, close
        book.recipe("vfs/open", r -> r
                .when(OpenFileCondition.IS_OPEN, o -> o.step(InodeStep.USE, Reg.FILE).step(HostStep.SET, Reg.RESULT, 1).leave())
                .when(InodeCondition.UNBORN, u -> u.call("inode/create_missing"))
                .step(HostStep.CPU, Cost.SYSTEM_CALL.ordinal()).call("vfs/walk")
                .when(HostCondition.IS, Reg.RESULT, 1, 0, f -> release(hold(label(f, Reg.FILE), INODE, Reg.FILE, Hold.SH | Hold.ANY), INODE, Reg.FILE)
                        .when(OpenFileCondition.KEEPS_OPEN, k -> k.step(InodeStep.USE, Reg.FILE).step(OpenFileStep.KEEP))
                        .step(HostStep.SET, Reg.RESULT, 1)));
        book.recipe("close", r -> systemCall(r).call("vfs/iput"));
        book.recipe("op/open", r -> onFile(r, OperationRecipes::close, o -> { }));
        // file.c:gfs2_readdir
        book.recipe("op/readdir", r -> {
            release(hold(systemCall(r).call("vfs/permission"), INODE, Reg.DIRECTORY, Hold.SH)
                    .step(InodeStep.READ_LEAVES)
                    .step(HostStep.CPU_TIMES, Cost.BLOCK_WORK.ordinal(), Reg.WORK), INODE, Reg.DIRECTORY);
            updateAccessTime(r, Reg.DIRECTORY);
        });
        // open, read, close
        book.recipe("op/read", r -> onFile(r, OperationRecipes::close, DataWays::read));
        // file.c:gfs2_file_read_iter: no glock at all for what is cached; since 5.8 (IOCB_NOIO) a first try that finds nothing is a read
        // already, with an access time (mm/filemap.c:filemap_read), and so is the second
        book.recipe("inode/read", r -> {
            r.unless(InodeCondition.DATA_CACHED, m -> {
                m.when(InodeCondition.TRIES_CACHE, t -> updateAccessTime(t, Reg.FILE));
                release(hold(m, INODE, Reg.FILE, Hold.SH).step(InodeStep.READ_DATA), INODE, Reg.FILE);
            });
            r.step(InodeStep.COUNT_PAGES).step(HostStep.CPU_TIMES, Cost.COPY_PAGE.ordinal(), Reg.WORK);
            updateAccessTime(r, Reg.FILE);
        });
    }

    /** super.c:gfs2_statfs_slow: asks for 64 resource groups at once, then waits for one after the other. */
    private static void statfsSlow(RecipeBook book) {
        book.recipe("inode/statfs_slow", r -> r
                .step(HostStep.SET, Reg.WORK3, 0)
                .step(InodeStep.STATFS_BATCH)
                .repeatWhile(HostCondition.IS, Reg.RESULT, 1, 0, b -> b
                        .repeatWhile(HostCondition.LESS, Space.GROUP, Reg.TARGET, 0, a -> a
                                .step(GlockStep.FIND_GROUP, 0, Space.GROUP)
                                .step(HostStep.SET, Reg.MODE, Hold.SH)
                                .step(GlockStep.ENQUEUE)
                                .step(HostStep.ADD, Space.GROUP, 1))
                        .repeatWhile(HostCondition.LESS, Reg.WORK3, Reg.TARGET, 0, w -> w
                                .step(GlockStep.FIND_GROUP, 0, Reg.WORK3)
                                .step(GlockStep.FIND_HOLDER)
                                .step(GlockStep.AWAIT_HOLDER)
                                .call("glock/instantiate")
                                .step(GlockStep.DEQUEUE_GROUP, Reg.WORK3)
                                .step(HostStep.ADD, Reg.WORK3, 1))
                        .step(InodeStep.STATFS_BATCH)));
    }

    /** Opens FILE unless the thread keeps it open, does something with it, and closes it unless it is to be kept. */
    private static void onFile(Recipe r, Consumer<Recipe> close, Consumer<Recipe> body) {
        body.accept(label(r.call("vfs/open").when(HostCondition.IS, Reg.RESULT, 0, 0, none -> none.leave()), Reg.FILE));
        r.choose(OpenFileCondition.KEEPS_OPEN, k -> k.call("vfs/iput"), close);
    }

    private static void close(Recipe r) {
        r.call("close");
    }

    /** fs/inode.c:touch_atime, inode.c:gfs2_update_time, super.c:gfs2_dirty_inode; nobody looks again under the glock. */
    static void updateAccessTime(Recipe r, int register) {
        r.when(InodeCondition.ACCESS_DUE, register, 0, 0, d -> release(transaction(hold(d, INODE, register, Hold.EX), 1, 0,
                t -> t.step(InodeStep.CHANGE_ACCESS_TIME, register)), INODE, register));
    }

    /** fs/inode.c:file_update_time, inode.c:gfs2_update_time, super.c:gfs2_dirty_inode. */
    static Recipe updateTimes(Recipe r) {
        return r.when(InodeCondition.TIMES_DUE, d -> release(transaction(hold(d, INODE, Reg.FILE, Hold.EX), 1, 0,
                t -> t.step(InodeStep.CHANGE_INODE, Reg.FILE)), INODE, Reg.FILE));
    }

    private static void data(RecipeBook book) {
        // overwrite from the start
        book.recipe("op/write", r -> onFile(r, OperationRecipes::closeWritten, o -> o.when(InodeCondition.WRITES, DataWays::write)));
        // write(O_APPEND)
        book.recipe("op/append", r -> onFile(r, OperationRecipes::closeWritten, o -> release(
                hold(systemCall(o), INODE, Reg.FILE, Hold.SH), INODE, Reg.FILE)
                .when(InodeCondition.WRITES, DataWays::append)));
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

    /** file.c:gfs2_file_write_iter: times first, then the data; bmap.c:gfs2_iomap_begin_write. */
    private static void writeData(Recipe r, int append) {
        updateTimes(r);
        hold(r, INODE, Reg.FILE, Hold.EX)
                .step(InodeStep.PREPARE_WRITE, append)
                .choose(InodeCondition.NEEDS_BLOCKS, append, 0, 0,
                        y -> transaction(reserve(y, append == APPEND ? Space.FOR_APPEND : Space.FOR_DATA), SPACE_BLOCKS + 3, 0,
                                t -> t.step(InodeStep.ALLOCATE, append)).step(GlockStep.DEQUEUE_GROUP, Space.GROUP),
                        n -> n.when(InodeCondition.CHANGES_INODE, append, 0, 0,
                                i -> transaction(i, 1, 0, t -> t.step(InodeStep.CHANGE_INODE, Reg.FILE))))
                .step(InodeStep.DIRTY_DATA, append)
                .step(HostStep.CPU_TIMES, Cost.COPY_PAGE.ordinal(), Reg.WORK);
        release(r, INODE, Reg.FILE).step(JournalStep.THROTTLE);
    }

    private static void locks(RecipeBook book) {
        // file.c:do_flock, do_unflock
        book.recipe("op/flock", r -> onFile(r, OperationRecipes::close, o -> {
            hold(systemCall(o), FLOCK, Reg.FILE, Hold.EX | Hold.EXACT);
            release(systemCall(o), FLOCK, Reg.FILE);
        }));
        // file.c:gfs2_lock
        book.recipe("op/fcntl", r -> onFile(r, OperationRecipes::close,
                o -> o.call(LockProtocol.POSIX_LOCK).call(LockProtocol.POSIX_UNLOCK)));
        // open, flock, read, ftruncate, write, close
        book.recipe("op/session", r -> onFile(r, OperationRecipes::closeWritten, o -> {
            hold(systemCall(o), FLOCK, Reg.FILE, Hold.EX | Hold.EXACT);
            systemCall(o).call("inode/read");
            systemCall(o).call("inode/truncate");
            systemCall(o).when(InodeCondition.WRITES, w -> w.call("inode/write"));
            release(o, FLOCK, Reg.FILE);
        }));
        // inode.c:gfs2_setattr, bmap.c:gfs2_setattr_size
        book.recipe("inode/truncate", r -> {
            hold(r, INODE, Reg.FILE, Hold.EX).choose(InodeCondition.HAS_BLOCKS,
                    b -> freeGroups(b, SPACE_BLOCKS + 3, InodeStep.TRUNCATE),
                    n -> transaction(n, 1, 0, t -> t.step(InodeStep.TRUNCATE)));
            release(r, INODE, Reg.FILE);
        });
    }
}
