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

/** How inodes are found, kept and deleted (fs/gfs2/inode.c, dentry.c, super.c, glock.c:delete_work_func, quota.c:gfs2_quotad). */
final class InodeRecipes {

    private static final int INODE = GlockKind.INODE;
    private static final int IOPEN = GlockKind.IOPEN;
    private static final int RGRP = GlockKind.RGRP;

    private InodeRecipes() {
    }

    static void write(RecipeBook book) {
        lookup(book);
        eviction(book);
        deletion(book);
        deleteWork(book);
        services(book);
    }

    /** selinux/hooks.c:inode_doinit_with_dentry of the inode in a register, whose glock is held: inode.c:gfs2_lookup, d_splice_alias. */
    private static Recipe readLabel(Recipe r, int register) {
        return r.when(InodeCondition.LABEL_DUE, register, 0, 0,
                d -> d.step(InodeStep.READ_LABEL, register).step(HostStep.CPU, Cost.BLOCK_WORK.ordinal()));
    }

    /**
     * selinux/hooks.c:inode_security, before anything is done with the inode: after its glock was lost the label is read again
     * (xattr.c:gfs2_xattr_get), under the glock for reading even if what follows writes.
     */
    static Recipe label(Recipe r, int register) {
        return r.when(InodeCondition.LABEL_DUE, register, 0, 0,
                d -> release(readLabel(hold(d, INODE, register, Hold.SH | Hold.ANY), register), INODE, register));
    }

    private static void lookup(RecipeBook book) {
        // inode.c:gfs2_inode_lookup of OTHER, whose type is known from its directory entry
        book.recipe("inode/get", r -> r
                .step(InodeStep.GET)
                .when(HostCondition.IS, Reg.RESULT, 1, 0, n -> hold(n
                        .step(GlockStep.FIND, INODE, Reg.OTHER)
                        .step(InodeStep.REFER)
                        .step(InodeStep.CANCEL_DELETE_WORK), IOPEN, Reg.OTHER, Hold.SH | Hold.EXACT)
                        .step(InodeStep.ATTACH)));
        // The directory itself may be new to the node.
        book.recipe("vfs/directory", r -> r
                .unless(InodeCondition.HAS_DENTRY, Reg.DIRECTORY, 0, 0, u -> release(readLabel(hold(u
                        .step(HostStep.COPY, Reg.OTHER, Reg.DIRECTORY)
                        .call("inode/get"), INODE, Reg.DIRECTORY, Hold.SH | Hold.ANY), Reg.DIRECTORY), INODE, Reg.DIRECTORY)
                        .step(InodeStep.ADD_DENTRY, Reg.DIRECTORY)
                        .step(InodeStep.UNUSE, Reg.DIRECTORY)));
        // inode.c:gfs2_permission of the directory
        book.recipe("vfs/permission", r -> label(release(hold(r.call("vfs/directory"), INODE, Reg.DIRECTORY, Hold.SH | Hold.ANY),
                INODE, Reg.DIRECTORY), Reg.DIRECTORY));
        // Path walk to FILE in DIRECTORY: RESULT = 1 and one more user, or RESULT = 0: no such name
        book.recipe("vfs/walk", r -> r
                .call("vfs/permission")
                .choose(InodeCondition.HAS_DENTRY, Reg.FILE, 0, 0,
                        c -> c.call("vfs/revalidate"),
                        l -> l.call("vfs/lookup")));
        // dentry.c:gfs2_drevalidate
        book.recipe("vfs/revalidate", r -> release(hold(r
                .step(InodeStep.USE, Reg.FILE), INODE, Reg.DIRECTORY, Hold.SH)
                .step(InodeStep.SEARCH)
                .step(HostStep.CPU, Cost.BLOCK_WORK.ordinal()), INODE, Reg.DIRECTORY)
                .choose(InodeCondition.NAMED,
                        y -> y.step(HostStep.SET, Reg.RESULT, 1),
                        n -> n.step(InodeStep.DROP_DENTRY).call("vfs/iput").step(HostStep.SET, Reg.RESULT, 0)));
        // inode.c:__gfs2_lookup
        book.recipe("vfs/lookup", r -> hold(r, INODE, Reg.DIRECTORY, Hold.SH)
                .step(InodeStep.SEARCH)
                .step(HostStep.CPU, Cost.BLOCK_WORK.ordinal())
                .choose(InodeCondition.NAMED,
                        y -> release(readLabel(hold(release(y
                                .step(HostStep.COPY, Reg.OTHER, Reg.FILE)
                                .call("inode/get"), INODE, Reg.DIRECTORY), INODE, Reg.FILE, Hold.SH | Hold.ANY), Reg.FILE), INODE, Reg.FILE)
                                .step(InodeStep.ADD_DENTRY, Reg.FILE)
                                .step(HostStep.SET, Reg.RESULT, 1),
                        n -> release(n, INODE, Reg.DIRECTORY).step(HostStep.SET, Reg.RESULT, 0)));
    }

    private static void eviction(RecipeBook book) {
        // super.c:gfs2_drop_inode
        book.recipe("vfs/iput", r -> r
                .step(InodeStep.UNUSE, Reg.FILE)
                .when(InodeCondition.TO_BE_EVICTED, e -> e.call("inode/evict")));
        // super.c:gfs2_evict_inode
        book.recipe("inode/evict", r -> r
                .step(InodeStep.BEGIN_EVICT)
                .when(InodeCondition.MAY_DELETE, d -> release(hold(d, INODE, Reg.FILE, Hold.EX | Hold.SKIP)
                        .call("inode/try_delete"), INODE, Reg.FILE))
                .step(InodeStep.END_EVICT));
        // super.c:evict_should_delete; the value block says whether another node has deleted it already
        book.recipe("inode/try_delete", r -> r
                .when(InodeCondition.UNLINKED, u -> u
                        .call("inode/check_block")
                        .when(InodeCondition.UNLINKED, s -> s
                                .step(GlockStep.FIND, INODE, Reg.FILE)
                                .call("glock/instantiate")
                                .call("inode/upgrade_iopen")
                                .when(HostCondition.IS, Reg.RESULT, 0, 0, y -> y.call("inode/delete").leave())))
                .step(GlockStep.FIND, INODE, Reg.FILE)
                .call("inode/evict_linked"));
        // rgrp.c:gfs2_check_blk_type
        book.recipe("inode/check_block", r -> release(hold(r, RGRP, Reg.FILE, Hold.SH), RGRP, Reg.FILE));
        // super.c:evict_linked_inode; LOCK is its glock
        book.recipe("inode/evict_linked", r -> r
                .call("journal/log_flush")
                .step(JournalStep.WRITE_METADATA)
                .step(JournalStep.AWAIT_WRITES)
                .call("journal/ail_flush"));
    }

    private static void deletion(RecipeBook book) {
        // super.c:gfs2_upgrade_iopen_glock: RESULT = 0 if this node may delete
        book.recipe("inode/upgrade_iopen", r -> r
                .step(InodeStep.DROP_IOPEN)
                .step(InodeStep.AWAIT_IOPEN_DROPPED)
                .when(InodeCondition.TRIES_FIRST, t -> hold(t, IOPEN, Reg.FILE, Hold.EX | Hold.TRY_1CB | Hold.NO_CACHE)
                        .when(HostCondition.IS, Reg.RESULT, 0, 0, ok -> ok.leave()))
                .step(GlockStep.FIND, IOPEN, Reg.FILE)
                .step(HostStep.SET, Reg.MODE, Hold.EX | Hold.NO_CACHE)
                .step(GlockStep.ENQUEUE)
                .step(InodeStep.AWAIT_UPGRADE)
                .when(HostCondition.IS, Reg.RESULT, 1, 0, no -> no
                        .step(GlockStep.GIVE_UP, IOPEN, Reg.FILE)
                        .step(HostStep.SET, Reg.RESULT, 1)));
        // super.c:evict_unlinked_inode
        book.recipe("inode/delete", r -> r
                // xattr.c:gfs2_ea_dealloc looks at each attribute first
                .when(InodeCondition.LABELLED, a -> transaction(OperationRecipes.holdGroup(a.step(InodeStep.READ_LABEL, Reg.FILE)
                        .step(InodeStep.ATTRIBUTE_GROUP)), 4, 1, t -> t.step(InodeStep.FREE_LABEL))
                        .step(GlockStep.DEQUEUE_GROUP, Space.GROUP))
                .when(InodeCondition.HAS_BLOCKS, b -> OperationRecipes.freeGroups(b, 7, InodeStep.FREE_DATA))
                .call("inode/free"));
        // super.c:gfs2_dinode_dealloc
        book.recipe("inode/free", r -> release(transaction(hold(r, RGRP, Reg.FILE, Hold.EX | Hold.NODE_SCOPE),
                3, JournalRecipes.WHOLE, t -> t.step(InodeStep.FREE_INODE)), RGRP, Reg.FILE));
    }

    private static void deleteWork(RecipeBook book) {
        // glock.c:delete_work_func
        book.recipe("inode/delete_work", r -> r
                .step(InodeStep.BEGIN_DELETE_WORK)
                .choose(InodeCondition.IOPEN_WANTED, w -> w.call("inode/try_evict"), v -> v.call("inode/verify_deleted"))
                .step(InodeStep.END_DELETE_WORK));
        // glock.c:gfs2_try_evict: let the other node delete it, verify later; or show that it is in use here
        book.recipe("inode/try_evict", r -> r
                .unless(InodeCondition.IN_MEMORY, Reg.FILE, 0, 0, n -> n.leave())
                .step(InodeStep.USE, Reg.FILE)
                .step(InodeStep.DEFER_DELETE, 1)
                .step(InodeStep.DROP_DENTRY)
                .call("vfs/iput")
                .choose(InodeCondition.IN_MEMORY, Reg.FILE, 0, 0,
                        used -> used.step(InodeStep.DEFER_DELETE, 0).call("inode/poke"),
                        gone -> gone.step(InodeStep.QUEUE_DELETE_WORK)));
        // glock.c:gfs2_glock_poke
        book.recipe("inode/poke", r -> hold(r, INODE, Reg.FILE, Hold.SH | Hold.ANY | Hold.TRY_1CB | Hold.SKIP)
                .when(HostCondition.IS, Reg.RESULT, 0, 0, y -> release(y, INODE, Reg.FILE)));
        // inode.c:gfs2_lookup_by_inum(GFS2_BLKST_UNLINKED)
        book.recipe("inode/verify_deleted", r -> r
                .step(InodeStep.GET)
                .choose(HostCondition.IS, Reg.RESULT, 1, 0, n -> n.call("inode/get_unlinked"), o -> o.call("vfs/iput")));
        book.recipe("inode/get_unlinked", r -> hold(r
                .step(GlockStep.FIND, INODE, Reg.OTHER)
                .step(InodeStep.REFER), IOPEN, Reg.OTHER, Hold.SH | Hold.EXACT | Hold.TRY)
                .choose(HostCondition.IS, Reg.RESULT, 0, 0,
                        y -> release(hold(y, INODE, Reg.OTHER, Hold.EX | Hold.SKIP).call("inode/finish_unlinked"),
                                INODE, Reg.OTHER)
                                .when(InodeCondition.IN_MEMORY, Reg.FILE, 0, 0, k -> k.call("vfs/iput")),
                        n -> n.step(InodeStep.ABANDON).step(InodeStep.QUEUE_DELETE_WORK)));
        book.recipe("inode/finish_unlinked", r -> r
                .when(InodeCondition.UNLINKED, u -> u
                        .call("inode/check_block")
                        .when(InodeCondition.UNLINKED, s -> s
                                .step(InodeStep.ATTACH)
                                .step(GlockStep.FIND, INODE, Reg.FILE)
                                .call("glock/instantiate")
                                .leave()))
                .step(GlockStep.DEQUEUE, IOPEN, Reg.OTHER)
                .step(InodeStep.ABANDON));
    }

    private static void services(RecipeBook book) {
        // sync; then mm/vmscan.c:drop_slab: dentries and inodes, then glocks by their shrinker
        book.recipe("drop caches", r -> r
                .call("sync")
                .step(InodeStep.EVICT_CLEAN)
                .step(HostStep.CPU_TIMES, Cost.BLOCK_WORK.ordinal(), Reg.WORK)
                .step(GlockStep.SHRINK));
        // quota.c:gfs2_quotad, super.c:gfs2_statfs_sync, which takes the glock whether or not there are changes; OTHER is the master
        // statfs file. With quota=off, the default, gfs2_quota_sync finds nothing to do every 60 s
        book.recipe("inode/gfs2_quotad", r -> r.forever(f -> release(hold(f
                .step(InodeStep.AWAIT_QUANTUM), INODE, Reg.OTHER, Hold.EX | Hold.NO_CACHE)
                .when(InodeCondition.STATFS_CHANGED, s -> transaction(s, 2, 0, t -> t.step(InodeStep.CHANGE_STATFS))),
                INODE, Reg.OTHER)));
    }
}
