// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import java.util.List;
import java.util.function.Consumer;
import org.quorate.cluster.engine.Recipe;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.host.Cost;
import org.quorate.cluster.host.HostCondition;
import org.quorate.cluster.host.HostStep;
import org.quorate.cluster.host.OpenFileCondition;
import org.quorate.cluster.host.OpenFileStep;
import org.quorate.cluster.host.WritebackStep;
import org.quorate.cluster.journal.Jbd2Step;
import org.quorate.cluster.lock.LockMode;
import org.quorate.cluster.ocfs2.ClusterStack.Request;
import org.quorate.cluster.vfs.VfsCondition;
import org.quorate.cluster.vfs.VfsStep;

/** The operations of OCFS2, system call by system call (kernel reference 1.4, corrected by lab/messages.md 3). */
final class Ocfs2Recipes {

    private static final int PR = LockMode.PR;
    private static final int EX = LockMode.EX;

    private Ocfs2Recipes() {
    }

    static void write(RecipeBook book, ClusterStack stack) {
        lookup(book, stack);
        names(book);
        move(book);
        reserve(book);
        delete(book);
        data(book);
        DataWays.write(book);
        locks(book, stack);
        services(book);
        orphanScan(book);
    }

    static Recipe call(Recipe r) {
        return r.step(HostStep.CPU, Cost.SYSTEM_CALL.ordinal());
    }

    /** The blocks that the step before has searched or changed. */
    private static Recipe work(Recipe r) {
        return r.step(HostStep.CPU_TIMES, Cost.BLOCK_WORK.ordinal(), Reg.LOOP);
    }

    private static Recipe search(Recipe r, int how, int register) {
        return work(r.step(Ocfs2Step.READ_DIRECTORY, how, register));
    }

    static Recipe lock(Recipe r, LockKind kind, int register, int mode) {
        return r.step(GlueStep.HANDLE, kind.ordinal(), register, mode).call("ocfs2/lock");
    }

    static Recipe inodeLock(Recipe r, int register, int mode) {
        return r.step(GlueStep.HANDLE, LockKind.META.ordinal(), register, mode).call("ocfs2/inode lock");
    }

    static Recipe unlock(Recipe r, LockKind kind, int register, int mode) {
        return r.step(GlueStep.RELEASE, kind.ordinal(), register, mode);
    }

    static Recipe inodeUnlock(Recipe r, int register, int mode) {
        return unlock(r, LockKind.META, register, mode);
    }

    private static Recipe system(Recipe r, SystemInode inode) {
        return r.step(Ocfs2Step.SYSTEM_INODE, inode.ordinal());
    }

    static Recipe transaction(Recipe r, Step dirty) {
        return work(r.step(Jbd2Step.START).step(dirty)).step(Jbd2Step.STOP);
    }

    /** A system call on the path of an existing file: path walk, lookup, what is done with it, last iput. */
    private static void onPath(RecipeBook book, String operation, Consumer<Recipe> body) {
        book.recipe("op/" + operation, r -> r
                .call("ocfs2/lookup")
                .when(HostCondition.IS, Reg.RESULT, 1, 0, found -> {
                    body.accept(found);
                    found.call("ocfs2/close");
                }));
    }

    /** An operation on an open file: open, what is done with it, close; or only what is done, if the thread keeps it open. */
    private static void onFile(RecipeBook book, String operation, Consumer<Recipe> body) {
        book.recipe("op/" + operation, r -> r
                .call("ocfs2/open")
                .when(HostCondition.IS, Reg.RESULT, 1, 0, found -> {
                    body.accept(found);
                    found.choose(OpenFileCondition.KEEPS_OPEN, y -> y.step(VfsStep.CLOSE), n -> n.call("close"));
                }));
    }

    private static void lookup(RecipeBook book, ClusterStack stack) {
        // file.c:ocfs2_permission on each component; components above the directory are cached and shared
        book.recipe("ocfs2/permission", r -> Labels.label(inodeUnlock(inodeLock(r, Reg.DIRECTORY, PR), Reg.DIRECTORY, PR), Reg.DIRECTORY));
        // the path comes first in a system call: while the call does the rest, the lock of a directory in which others work may be lost
        book.recipe("ocfs2/walk", r -> call(r.call("ocfs2/permission")));
        // namei.c:ocfs2_lookup, inode.c:ocfs2_read_locked_inode, dcache.c:ocfs2_dentry_attach_lock. RESULT = 1 if it exists
        book.recipe("ocfs2/lookup", r -> {
            r.call("ocfs2/walk")
                    .when(VfsCondition.GONE, gone -> gone.step(HostStep.SET, Reg.RESULT, 0).leave())
                    // a positive dentry needs no lock (dcache.c:ocfs2_dentry_revalidate)
                    .when(VfsCondition.KNOWN, known -> known.step(VfsStep.OPEN).step(HostStep.SET, Reg.RESULT, 1).leave());
            search(inodeLock(r, Reg.DIRECTORY, PR), Directories.PRESENT, Reg.DIRECTORY)
                    .when(VfsCondition.GONE, gone -> inodeUnlock(gone, Reg.DIRECTORY, PR)
                            .step(HostStep.SET, Reg.RESULT, 0).leave())
                    .step(VfsStep.OPEN);
            lock(r, LockKind.OPEN, Reg.FILE, PR).step(GlueStep.KEEP_ONE, LockKind.OPEN.ordinal(), Reg.FILE);
            inodeUnlock(inodeLock(r, Reg.FILE, PR).step(VfsStep.READ_INODE, Reg.FILE).step(Ocfs2Step.INODE_READ), Reg.FILE, PR);
            unlock(lock(Labels.label(r, Reg.FILE), LockKind.DENTRY, Reg.FILE, PR), LockKind.DENTRY, Reg.FILE, PR);
            inodeUnlock(r.step(VfsStep.ATTACH), Reg.DIRECTORY, PR).step(HostStep.SET, Reg.RESULT, 1);
        });
        // RESULT = 1 and one more user, or RESULT = 0: no such file
        book.recipe("ocfs2/open", r -> r
                .when(OpenFileCondition.IS_OPEN, open -> open.step(VfsStep.OPEN).step(HostStep.SET, Reg.RESULT, 1).leave())
                .when(VfsCondition.UNBORN, c -> c.call("ocfs2/create missing"))
                .call("ocfs2/lookup")
                // fs/namei.c:may_open
                .when(HostCondition.IS, Reg.RESULT, 1, 0, found -> permission(found, Reg.FILE)
                        .step(HostStep.SET, Reg.RESULT, 1)
                        .when(OpenFileCondition.KEEPS_OPEN, keep -> keep.step(VfsStep.OPEN).step(OpenFileStep.KEEP))));
        // close(2); a lock that flock took through this file goes with it (locks.c)
        book.recipe("close", r -> r
                .step(HostStep.CPU, Cost.SYSTEM_CALL.ordinal())
                .when(GlueCondition.EXISTS, LockKind.FLOCK.ordinal(), 0, 0, f -> f
                        .step(GlueStep.HANDLE, LockKind.FLOCK.ordinal(), Reg.FILE, EX)
                        .call("ocfs2/file lock drop"))
                .call("ocfs2/close"));
        // the last user of a removed file deletes it
        book.recipe("ocfs2/close", r -> r.step(VfsStep.CLOSE)
                .when(VfsCondition.GONE, gone -> gone.unless(VfsCondition.BUSY, last -> last.call("ocfs2/delete inode"))));
    }

    private static void names(RecipeBook book) {
        book.recipe("op/create", r -> call(make(r, VfsStep.MAKE_FILE)
                .when(VfsCondition.HAS_BYTES, w -> call(w).call("ocfs2/write"))));
        book.recipe("op/mkdir", r -> make(r, VfsStep.MAKE_DIRECTORY));
        // open(O_CREAT) of a name that is not there; another node may be faster
        book.recipe("ocfs2/create missing", r -> {
            searchNew(r.call("ocfs2/permission").step(VfsStep.LOCK_INODE, Reg.DIRECTORY).call("ocfs2/permission"), Reg.DIRECTORY);
            inodeUnlock(search(inodeLock(r, Reg.DIRECTORY, EX), Directories.ROOM, Reg.DIRECTORY)
                    .when(VfsCondition.UNBORN, u -> newInode(u, VfsStep.MAKE_FILE)), Reg.DIRECTORY, EX)
                    .step(VfsStep.UNLOCK_INODE, Reg.DIRECTORY);
        });
        onFile(book, "open", r -> { });
        onPath(book, "stat", r -> inodeUnlock(inodeLock(r, Reg.FILE, PR), Reg.FILE, PR));
        // file.c:ocfs2_setattr
        onPath(book, "chmod", r -> inodeUnlock(transaction(inodeLock(r, Reg.FILE, EX).step(VfsStep.READ_INODE, Reg.FILE),
                Ocfs2Step.DIRTY_INODE), Reg.FILE, EX));
        // super.c:ocfs2_statfs
        book.recipe("op/statfs", r -> inodeUnlock(inodeLock(system(call(r), SystemInode.GLOBAL_BITMAP), Reg.OTHER, PR)
                .step(VfsStep.READ_INODE, Reg.OTHER), Reg.OTHER, PR));
        book.recipe("op/readdir", r -> inodeUnlock(lockForReading(r.call("ocfs2/walk"), Reg.DIRECTORY)
                .step(Ocfs2Step.READ_DIRECTORY, Directories.WHOLE, Reg.DIRECTORY), Reg.DIRECTORY, PR));
        // namei.c:ocfs2_rename inside one directory: directory, inode, old name
        onPath(book, "rename", r -> {
            // the new name's path and search; namei.c:may_delete, may_create
            searchNew(r.call("ocfs2/permission").step(VfsStep.LOCK_INODE, Reg.DIRECTORY), Reg.DIRECTORY)
                    .call("ocfs2/permission").call("ocfs2/permission");
            inodeLock(inodeLock(r, Reg.DIRECTORY, EX), Reg.FILE, EX).step(VfsStep.READ_INODE, Reg.FILE);
            unlock(lock(r, LockKind.DENTRY, Reg.FILE, EX), LockKind.DENTRY, Reg.FILE, EX);
            renamed(r, Reg.DIRECTORY);
            transaction(r, Ocfs2Step.DIRTY_RENAME);
            inodeUnlock(inodeUnlock(r, Reg.FILE, EX), Reg.DIRECTORY, EX).step(VfsStep.UNLOCK_INODE, Reg.DIRECTORY);
        });
    }

    /** Into another directory: the name of the dentry's lock has the directory in it (lab/messages.md 3.10). */
    private static void move(RecipeBook book) {
        onPath(book, "move", r -> {
            permission(r, Reg.TARGET).step(VfsStep.LOCK_RENAMES).choose(HostCondition.LESS, Reg.TARGET, Reg.DIRECTORY, 0,
                    y -> y.step(VfsStep.LOCK_INODE, Reg.TARGET).step(VfsStep.LOCK_INODE, Reg.DIRECTORY),
                    n -> n.step(VfsStep.LOCK_INODE, Reg.DIRECTORY).step(VfsStep.LOCK_INODE, Reg.TARGET));
            permission(searchNew(r, Reg.TARGET).call("ocfs2/permission"), Reg.TARGET);
            // namei.c:ocfs2_double_lock, in the order of the blocks
            r.choose(HostCondition.LESS, Reg.TARGET, Reg.DIRECTORY, 0, y -> inodeLock(inodeLock(y, Reg.TARGET, EX), Reg.DIRECTORY, EX),
                    n -> inodeLock(inodeLock(n, Reg.DIRECTORY, EX), Reg.TARGET, EX));
            inodeLock(r, Reg.FILE, EX).step(VfsStep.READ_INODE, Reg.FILE);
            unlock(lock(r, LockKind.DENTRY, Reg.FILE, EX), LockKind.DENTRY, Reg.FILE, EX);
            renamed(r, Reg.TARGET);
            transaction(r.step(VfsStep.MOVE_NAME), Ocfs2Step.DIRTY_MOVE);
            // dcache.c:ocfs2_dentry_move
            r.call("ocfs2/drop dentry").step(GlueStep.HANDLE_NEW, LockKind.DENTRY.ordinal(), Reg.FILE, PR).call("ocfs2/lock");
            unlock(r, LockKind.DENTRY, Reg.FILE, PR);
            inodeUnlock(inodeUnlock(inodeUnlock(r, Reg.FILE, EX), Reg.DIRECTORY, EX), Reg.TARGET, EX)
                    .step(VfsStep.UNLOCK_INODE, Reg.TARGET).step(VfsStep.UNLOCK_INODE, Reg.DIRECTORY).step(VfsStep.UNLOCK_RENAMES);
        });
    }

    /** namei.c:ocfs2_rename: both names are searched for, the old one again when the new one is there. */
    private static void renamed(Recipe r, int newDirectory) {
        search(search(search(r, Directories.PRESENT, Reg.DIRECTORY), Directories.ROOM, newDirectory), Directories.PRESENT, Reg.DIRECTORY);
    }

    private static Recipe permission(Recipe r, int register) {
        return inodeUnlock(inodeLock(r, register, PR), register, PR);
    }

    /** Lookup of a name before its change: two transfers of the directory's lock (lab/messages.md 3.1). */
    private static Recipe searchNew(Recipe r, int register) {
        return inodeUnlock(search(inodeLock(r, register, PR), Directories.ABSENT, register), register, PR);
    }

    /**
     * The path; fs/namei.c:may_o_create before the lookup, may_create of other system calls after it; namei.c:ocfs2_mknod. Between them
     * the lock of a directory in which others work is lost, and what was read of it.
     */
    private static Recipe make(Recipe r, VfsStep inode) {
        r.call("ocfs2/walk").step(VfsStep.LOCK_INODE, Reg.DIRECTORY);
        if (inode == VfsStep.MAKE_FILE) {
            searchNew(r.call("ocfs2/permission"), Reg.DIRECTORY);
        } else {
            searchNew(r, Reg.DIRECTORY).call("ocfs2/permission");
        }
        newInode(search(inodeLock(r, Reg.DIRECTORY, EX), Directories.ROOM, Reg.DIRECTORY), inode);
        return inodeUnlock(r, Reg.DIRECTORY, EX).step(VfsStep.UNLOCK_INODE, Reg.DIRECTORY);
    }

    /** namei.c:ocfs2_mknod: the new locks are made inside the transaction, under the directory's lock. */
    private static void newInode(Recipe r, VfsStep inode) {
        boolean directory = inode == VfsStep.MAKE_DIRECTORY;
        r.call("ocfs2/reserve inode").when(LabelCondition.LABELLED, l -> {
            // xattr.c:ocfs2_calc_xattr_init looks for a default ACL in the directory's attributes
            l.step(LabelStep.READ_ATTRIBUTES, Reg.DIRECTORY);
            if (directory) {
                inodeLock(system(l.step(HostStep.COPY, Reg.TARGET, Reg.OTHER), SystemInode.EXTENT_ALLOC), Reg.OTHER, EX)
                        .step(HostStep.COPY, Reg.OTHER, Reg.TARGET);
            }
        });
        r.step(Jbd2Step.START).step(Ocfs2Step.PLACE_INODE).step(inode);
        r.step(GlueStep.HANDLE_LOCAL, LockKind.RW.ordinal(), Reg.FILE, EX).call("ocfs2/lock");
        unlock(r, LockKind.RW, Reg.FILE, EX);
        r.step(GlueStep.HANDLE_NEW, LockKind.META.ordinal(), Reg.FILE, EX).call("ocfs2/lock");
        r.step(GlueStep.HANDLE_NEW, LockKind.OPEN.ordinal(), Reg.FILE, PR).call("ocfs2/lock");
        work(r.step(Ocfs2Step.DIRTY_CREATE)).when(LabelCondition.LABELLED, l -> {
            // xattr.c:ocfs2_init_security_set
            l.step(LabelStep.KNOW_LABEL, Reg.FILE).step(HostStep.CPU, Cost.BLOCK_WORK.ordinal());
            if (directory) {
                work(l.step(LabelStep.DIRTY_ATTRIBUTES));
            }
        });
        r.step(GlueStep.HANDLE_NEW, LockKind.DENTRY.ordinal(), Reg.FILE, PR).call("ocfs2/lock");
        unlock(r, LockKind.DENTRY, Reg.FILE, PR).step(Jbd2Step.STOP);
        inodeUnlock(inodeUnlock(r, Reg.FILE, EX), Reg.OTHER, EX);
        if (directory) {
            r.when(LabelCondition.LABELLED, l -> inodeUnlock(system(l, SystemInode.EXTENT_ALLOC), Reg.OTHER, EX));
        }
    }

    /** suballoc.c:ocfs2_reserve_new_inode: OTHER = the inode_alloc that has an inode, locked for writing. */
    private static void reserve(RecipeBook book) {
        book.recipe("ocfs2/reserve inode", r -> {
            r.unless(Ocfs2Condition.STEALS, own -> {
                inodeLock(system(own, SystemInode.INODE_ALLOC), Reg.OTHER, EX).step(Ocfs2Step.READ_ALLOCATOR)
                        .unless(Ocfs2Condition.HAS_INODES, full -> full.call("ocfs2/grow inodes"))
                        .when(Ocfs2Condition.HAS_INODES, found -> found.step(Ocfs2Step.TAKE_INODE).leave());
                inodeUnlock(own, Reg.OTHER, EX);
            });
            // ocfs2_steal_resource
            r.step(HostStep.SET, Reg.LOOP, 0).step(Ocfs2Step.TRY_SLOT).repeatWhile(HostCondition.IS, Reg.RESULT, 1, 0,
                    s -> inodeUnlock(inodeLock(s, Reg.OTHER, EX).step(Ocfs2Step.READ_ALLOCATOR)
                            .when(Ocfs2Condition.HAS_INODES, found -> found.step(Ocfs2Step.TAKE_INODE).leave()), Reg.OTHER, EX)
                            .step(Ocfs2Step.TRY_SLOT));
            // the kernel says ENOSPC here; in a simulation operations do not fail
            inodeLock(r, Reg.OTHER, EX).step(Ocfs2Step.TAKE_INODE);
        });
        // ocfs2_block_group_alloc with ALLOC_GROUPS_FROM_GLOBAL, under the lock of the allocator
        book.recipe("ocfs2/grow inodes", r -> {
            inodeLock(system(r, SystemInode.GLOBAL_BITMAP), Reg.OTHER, EX).step(Ocfs2Step.READ_ALLOCATOR);
            r.choose(Ocfs2Condition.CAN_GROW, y -> inodeUnlock(system(transaction(system(y, SystemInode.INODE_ALLOC), Ocfs2Step.DIRTY_GROUP),
                    SystemInode.GLOBAL_BITMAP), Reg.OTHER, EX), n -> inodeUnlock(n, Reg.OTHER, EX));
            system(r, SystemInode.INODE_ALLOC);
        });
    }

    private static void delete(RecipeBook book) {
        // namei.c:ocfs2_unlink
        for (String operation : List.of("unlink", "rmdir")) {
            unlink(book, operation);
        }
        // inode.c:ocfs2_delete_inode, ocfs2_query_inode_wipe, ocfs2_wipe_inode
        book.recipe("ocfs2/delete inode", r -> {
            // in use until it is gone: the downconvert thread must not drop it at the same time
            lock(system(r.step(VfsStep.OPEN), SystemInode.GLOBAL_BITMAP), LockKind.NFS_SYNC, Reg.OTHER, PR);
            inodeLock(r, Reg.FILE, EX);
            r.step(GlueStep.HANDLE_TRY, LockKind.OPEN.ordinal(), Reg.FILE, EX).call("ocfs2/lock")
                    .when(HostCondition.IS, Reg.RESULT, Glue.GRANTED, 0, Ocfs2Recipes::wipe);
            inodeUnlock(r, Reg.FILE, EX);
            unlock(system(r, SystemInode.GLOBAL_BITMAP), LockKind.NFS_SYNC, Reg.OTHER, PR);
            r.call("ocfs2/drop inode").step(Ocfs2Step.RELEASE_BLOCK);
        });
        // alloc.c:ocfs2_truncate_log_worker, two seconds after use
        book.recipe("ocfs2/truncate log", r -> r.forever(f -> {
            f.step(Ocfs2Step.AWAIT_TRUNCATE_LOG).call("ocfs2/flush truncate log");
        }));
        // alloc.c:__ocfs2_flush_truncate_log, ocfs2_replay_truncate_records: the whole journal is checkpointed first, so that no record is
        // replayed twice after a crash (lab, uml-ocfs2-1-r2 d_unlink_own: 2028 blocks written in the 0.3 s of a thousand unlinks); then
        // each record goes in a transaction of its own
        book.recipe("ocfs2/flush truncate log", r -> {
            r.unless(Ocfs2Condition.LOGGED, none -> none.leave()).call("jbd2/flush");
            inodeLock(system(r, SystemInode.GLOBAL_BITMAP), Reg.OTHER, EX).step(Ocfs2Step.READ_ALLOCATOR);
            inodeUnlock(r.repeatWhile(Ocfs2Condition.LOGGED, x -> transaction(x, Ocfs2Step.DIRTY_FREED)), Reg.OTHER, EX);
        });
    }

    /** journal.c:ocfs2_queue_orphan_scan: one node's scan counts for all until the next is due. */
    private static void orphanScan(RecipeBook book) {
        book.recipe("ocfs2/orphan scan", r -> r.forever(f -> {
            lock(system(f.step(Ocfs2Step.AWAIT_ORPHAN_SCAN), SystemInode.GLOBAL_BITMAP), LockKind.ORPHAN_SCAN, Reg.OTHER, EX);
            f.step(HostStep.SET, Reg.LOOP, 0).step(Ocfs2Step.NEXT_ORPHAN_DIR)
                    .repeatWhile(HostCondition.IS, Reg.RESULT, 1, 0, d -> inodeUnlock(inodeLock(d, Reg.OTHER, PR)
                            .step(VfsStep.READ_INODE, Reg.OTHER), Reg.OTHER, PR).step(Ocfs2Step.NEXT_ORPHAN_DIR));
            unlock(system(f, SystemInode.GLOBAL_BITMAP), LockKind.ORPHAN_SCAN, Reg.OTHER, EX);
        }));
    }

    private static void unlink(RecipeBook book, String operation) {
        onPath(book, operation, r -> {
            // fs/namei.c:may_delete
            r.step(VfsStep.LOCK_INODE, Reg.DIRECTORY).call("ocfs2/permission");
            search(inodeLock(r, Reg.DIRECTORY, EX), Directories.PRESENT, Reg.DIRECTORY);
            inodeLock(r, Reg.FILE, EX).step(VfsStep.READ_INODE, Reg.FILE);
            // ocfs2_remote_dentry_delete: every other node drops its dentry, and with it the inode (lab/messages.md 3.3)
            unlock(lock(r, LockKind.DENTRY, Reg.FILE, EX), LockKind.DENTRY, Reg.FILE, EX);
            searchOrphans(inodeLock(system(r, SystemInode.ORPHAN_DIR), Reg.OTHER, EX));
            transaction(r.step(VfsStep.REMOVE_NAME), Ocfs2Step.DIRTY_UNLINK);
            inodeUnlock(system(r, SystemInode.ORPHAN_DIR), Reg.OTHER, EX);
            inodeUnlock(inodeUnlock(r, Reg.FILE, EX), Reg.DIRECTORY, EX).step(VfsStep.UNLOCK_INODE, Reg.DIRECTORY);
        });
    }

    /** namei.c:ocfs2_prepare_orphan_dir, ocfs2_orphan_del: a place for the name, or the name, in a directory without an index. */
    private static Recipe searchOrphans(Recipe r) {
        return r.step(HostStep.CPU, Cost.BLOCK_WORK.ordinal());
    }

    /** alloc.c:ocfs2_commit_truncate, ocfs2_remove_btree_range: one extent after the other, each in a transaction of its own. */
    private static void freeExtents(Recipe r) {
        r.step(Ocfs2Step.READ_EXTENTS, Ocfs2.ALL_EXTENTS).step(Ocfs2Step.COUNT_EXTENTS)
                .repeatWhile(HostCondition.BELOW, Reg.WORK2, 0, 0, x -> transaction(
                        x.when(Ocfs2Condition.LOG_FULL, full -> full.call("ocfs2/flush truncate log")), Ocfs2Step.DIRTY_TRUNCATE_LOG)
                        .step(HostStep.ADD, Reg.WORK2, 1));
    }

    private static void wipe(Recipe r) {
        r.when(Ocfs2Condition.HAD_CLUSTERS, Ocfs2Recipes::freeExtents);
        searchOrphans(inodeLock(system(r, SystemInode.ORPHAN_DIR), Reg.OTHER, EX)).when(LabelCondition.LABELLED, l -> {
            // xattr.c:ocfs2_xattr_remove, ocfs2_xattr_free_block
            l.when(LabelCondition.HAS_ATTRIBUTE_BLOCK, x -> inodeUnlock(transaction(
                    inodeLock(system(x.step(LabelStep.READ_ATTRIBUTES, Reg.FILE), SystemInode.CREATORS_EXTENT_ALLOC), Reg.OTHER, EX),
                    LabelStep.FREE_ATTRIBUTES), Reg.OTHER, EX));
            transaction(l, Ocfs2Step.DIRTY_INODE);
        });
        inodeLock(system(r, SystemInode.CREATORS_INODE_ALLOC), Reg.OTHER, EX).step(Ocfs2Step.READ_ALLOCATOR);
        transaction(r, Ocfs2Step.DIRTY_DELETE);
        inodeUnlock(r, Reg.OTHER, EX);
        inodeUnlock(system(r, SystemInode.ORPHAN_DIR), Reg.OTHER, EX);
        unlock(r, LockKind.OPEN, Reg.FILE, EX);
    }

    private static void data(RecipeBook book) {
        // file.c:ocfs2_file_read_iter, aops.c:ocfs2_read_folio
        book.recipe("ocfs2/read", r -> inodeUnlock(lockForReading(r, Reg.FILE)
                .when(VfsCondition.DATA_MISSING, Ocfs2Recipes::findExtents)
                .step(VfsStep.READ_DATA)
                .step(HostStep.CPU_TIMES, Cost.COPY_PAGE.ordinal(), Reg.WORK), Reg.FILE, PR));
        onFile(book, "read", DataWays::read);
        book.recipe("ocfs2/write", r -> write(r, 0));
        onFile(book, "write", DataWays::write);
        book.recipe("ocfs2/append", r -> write(r, 1));
        onFile(book, "append", DataWays::append);
        // file.c:ocfs2_sync_file
        book.recipe("op/fsync", r -> call(r).step(WritebackStep.WRITE_FILE).step(Jbd2Step.COMMIT_INODE));
    }

    /** extent_map.c:ocfs2_get_clusters: from the inode's block on, which was purged with the others if the lock was lost. */
    static Recipe findExtents(Recipe r) {
        return r.step(VfsStep.READ_INODE, Reg.FILE).step(Ocfs2Step.READ_EXTENTS, Ocfs2.EXTENTS_OF_RANGE)
                .unless(HostCondition.IS, Reg.LOOP, 0, 0, Ocfs2Recipes::work);
    }

    /**
     * dlmglue.c:ocfs2_inode_lock_atime, then the lock for reading again, for what comes next takes it page by page. An update needs the
     * lock for writing, and a transaction; another node may have made it while this one waited.
     */
    static Recipe lockForReading(Recipe r, int register) {
        return inodeLock(r, register, PR).when(Ocfs2Condition.ACCESS_TIME_DUE, register, 0, 0, due -> {
            inodeLock(inodeUnlock(due, register, PR), register, EX).step(VfsStep.READ_INODE, register)
                    .when(Ocfs2Condition.ACCESS_TIME_DUE, register, 0, 0, u -> u.step(Jbd2Step.START)
                            .step(Ocfs2Step.DIRTY_ACCESS_TIME, register)
                            .step(HostStep.CPU, Cost.BLOCK_WORK.ordinal()).step(Jbd2Step.STOP));
            inodeLock(inodeUnlock(due, register, EX), register, PR);
        });
    }

    /** dlmglue.c:ocfs2_assign_bh: who asks for the inode's block with the lock looks it up, even if it is cached. */
    private static Recipe inodeBlock(Recipe r) {
        return r.step(VfsStep.READ_INODE, Reg.FILE).step(HostStep.CPU, Cost.BLOCK_WORK.ordinal());
    }

    /**
     * file.c:ocfs2_file_write_iter, ocfs2_prepare_inode_for_write; aops.c:ocfs2_write_begin, which works page by page: each page after the
     * first changes the same blocks again.
     */
    private static void write(Recipe r, int append) {
        lock(r, LockKind.RW, Reg.FILE, EX);
        inodeUnlock(inodeBlock(inodeLock(r, Reg.FILE, PR)), Reg.FILE, PR);
        findExtents(inodeBlock(inodeLock(r, Reg.FILE, EX))).step(VfsStep.READ_PARTIAL)
                .step(VfsStep.COUNT_PAGES);
        r.choose(VfsCondition.NEEDS_BLOCKS, append, 0, 0,
                y -> allocate(y).step(HostStep.CPU_TIMES, Cost.BLOCK_WORK.ordinal(), Reg.WORK2)
                        .step(HostStep.CPU_TIMES, Cost.BLOCK_WORK.ordinal(), Reg.WORK2),
                n -> transaction(n, Ocfs2Step.DIRTY_INODE).step(HostStep.CPU_TIMES, Cost.BLOCK_WORK.ordinal(), Reg.WORK2));
        r.step(VfsStep.DIRTY_DATA, append).step(HostStep.CPU_TIMES, Cost.COPY_PAGE.ordinal(), Reg.WORK);
        unlock(inodeUnlock(r, Reg.FILE, EX), LockKind.RW, Reg.FILE, EX).step(WritebackStep.THROTTLE);
    }

    /** Clusters for a write, from the node's window. */
    static Recipe allocate(Recipe r) {
        r.when(Ocfs2Condition.WINDOW_EMPTY, slide -> {
            // localalloc.c:ocfs2_local_alloc_slide_window
            inodeLock(system(slide, SystemInode.GLOBAL_BITMAP), Reg.OTHER, EX).step(Ocfs2Step.READ_ALLOCATOR);
            inodeUnlock(transaction(slide, Ocfs2Step.DIRTY_WINDOW), Reg.OTHER, EX);
        });
        return transaction(work(r.step(Ocfs2Step.READ_EXTENTS, Ocfs2.LAST_EXTENT)), Ocfs2Step.DIRTY_ALLOCATION);
    }

    private static void locks(RecipeBook book, ClusterStack stack) {
        onFile(book, "flock", r -> {
            call(r).step(GlueStep.HANDLE, LockKind.FLOCK.ordinal(), Reg.FILE, EX).call("ocfs2/file lock");
            call(r).step(GlueStep.HANDLE, LockKind.FLOCK.ordinal(), Reg.FILE, EX).call("ocfs2/file unlock");
        });
        // locks.c:ocfs2_lock; o2cb has no cluster-wide POSIX locks (kernel reference 1.4; lab README)
        onFile(book, "fcntl", r -> r.call(stack.recipe(Request.POSIX_LOCK)).call(stack.recipe(Request.POSIX_UNLOCK)));
        // a PHP session: open, flock, read, truncate and rewrite, close
        onFile(book, "session", r -> {
            call(r).step(GlueStep.HANDLE, LockKind.FLOCK.ordinal(), Reg.FILE, EX).call("ocfs2/file lock");
            call(r).call("ocfs2/read");
            call(r).call("ocfs2/truncate");
            call(r).call("ocfs2/write");
            r.step(GlueStep.HANDLE, LockKind.FLOCK.ordinal(), Reg.FILE, EX).call("ocfs2/file unlock");
        });
        // file.c:ocfs2_setattr, alloc.c:ocfs2_commit_truncate
        book.recipe("ocfs2/truncate", r -> {
            lock(r, LockKind.RW, Reg.FILE, EX);
            inodeLock(r, Reg.FILE, EX).step(VfsStep.READ_INODE, Reg.FILE);
            r.choose(Ocfs2Condition.HAD_CLUSTERS, Ocfs2Recipes::freeExtents,
                    n -> transaction(n, Ocfs2Step.DIRTY_INODE));
            unlock(inodeUnlock(r.step(VfsStep.TRUNCATE), Reg.FILE, EX), LockKind.RW, Reg.FILE, EX);
        });
    }

    private static void services(RecipeBook book) {
        book.recipe("sync", r -> r.step(WritebackStep.WRITE_DUE, 1).step(Jbd2Step.COMMIT_ALL).step(Jbd2Step.WRITE_BACK_METADATA));
        // inode.c:ocfs2_evict_inode for every inode that nobody uses
        book.recipe("drop caches", r -> r.call("sync")
                .step(HostStep.SET, Reg.WORK2, 0)
                .step(Ocfs2Step.NEXT_UNUSED)
                .repeatWhile(HostCondition.IS, Reg.RESULT, 1, 0, e -> e
                        .step(VfsStep.OPEN)
                        .step(DownconvertStep.CHECKPOINT)
                        .call("ocfs2/drop inode")
                        .step(Ocfs2Step.NEXT_UNUSED)));
    }
}
