// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.o2dlm;

import static org.quorate.cluster.o2dlm.O2dlmCondition.HAS_AST;
import static org.quorate.cluster.o2dlm.O2dlmCondition.HAS_BAST;
import static org.quorate.cluster.o2dlm.O2dlmCondition.HAS_PURGE;
import static org.quorate.cluster.o2dlm.O2dlmCondition.LOCAL;
import static org.quorate.cluster.o2dlm.O2dlmCondition.MASTER_ANSWERED;
import static org.quorate.cluster.o2dlm.O2dlmCondition.MORE_NODES;
import static org.quorate.cluster.o2dlm.O2dlmCondition.OWNED_HERE;
import static org.quorate.cluster.o2dlm.O2dlmCondition.OWNER_KNOWN;
import static org.quorate.cluster.o2dlm.O2dlmCondition.OWNER_SUDDENLY_KNOWN;
import static org.quorate.cluster.o2dlm.O2dlmCondition.WE_WIN;

import org.quorate.cluster.engine.Recipe;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.Cost;
import org.quorate.cluster.host.HostCondition;
import org.quorate.cluster.host.HostStep;
import org.quorate.cluster.host.NetworkStep;
import org.quorate.cluster.host.Protocol;

/** The recipes of o2dlm, in the order in which kernel reference 2.2 tells them. */
final class O2dlmRecipes {

    private static final int FIRST = -1;
    private static final int YES = 1;

    private O2dlmRecipes() {
    }

    static void write(RecipeBook book) {
        callers(book);
        thread(book);
        worker(book);
        // cluster/tcp.c: one ordered work queue a node handles every message
        book.recipe("o2net", r -> r.forever(f -> message(f.step(NetworkStep.AWAIT_MESSAGE, Protocol.O2NET.ordinal()))
                .step(O2dlmStep.HANDLE)
                .when(HostCondition.IS, Reg.RESULT, YES, 0, w -> message(w).step(O2dlmStep.SEND_STATUS))));
    }

    private static Recipe message(Recipe r) {
        return r.step(HostStep.CPU, Cost.MESSAGE.ordinal());
    }

    private static void callers(RecipeBook book) {
        // dlmlock.c:dlmlock
        book.recipe("o2dlm/lock", r -> findMaster(r)
                .choose(OWNED_HERE, here -> here.step(O2dlmStep.LOCK_HERE), remote -> message(remote).step(O2dlmStep.SEND_CREATE))
                .step(O2dlmStep.ACCEPTED));
        // dlmconvert.c:dlmconvert_master, dlmconvert_remote
        book.recipe("o2dlm/convert", r -> r.step(O2dlmStep.RESOURCE_OF_LOCK)
                .choose(OWNED_HERE, here -> here.step(O2dlmStep.CONVERT_HERE), remote -> message(remote).step(O2dlmStep.SEND_CONVERT))
                .step(O2dlmStep.ACCEPTED));
        // dlmunlock.c:dlmunlock with LKM_CANCEL
        book.recipe("o2dlm/cancel", r -> r.step(O2dlmStep.RESOURCE_OF_LOCK)
                .choose(OWNED_HERE, here -> here.step(O2dlmStep.CANCEL_HERE), remote -> message(remote).step(O2dlmStep.SEND_CANCEL))
                .step(O2dlmStep.CANCELLED));
        // dlmunlock.c:dlmunlock
        book.recipe("o2dlm/unlock", r -> r.step(O2dlmStep.RESOURCE_OF_LOCK)
                .choose(OWNED_HERE, here -> here.step(O2dlmStep.UNLOCK_HERE),
                        remote -> message(remote).step(O2dlmStep.SEND_UNLOCK).step(O2dlmStep.FORGET_LOCK)));
    }

    /** dlmmaster.c:dlm_get_lock_resource. */
    private static Recipe findMaster(Recipe r) {
        return r.step(O2dlmStep.FIND_RESOURCE)
                .unless(OWNER_KNOWN, unknown -> unknown.choose(LOCAL,
                        local -> local.step(O2dlmStep.OWN_IT),
                        ask -> becomeOrFind(askEverybody(ask)))
                        .step(O2dlmStep.FOUND));
    }

    /** One after the other, ascending, until the master answers. */
    private static Recipe askEverybody(Recipe r) {
        return r.step(HostStep.SET, Reg.LOOP, FIRST).step(O2dlmStep.NEXT_NODE)
                .repeatWhile(MORE_NODES, ask -> message(ask)
                        .step(O2dlmStep.ASK_NODE)
                        .step(O2dlmStep.NOTE_ANSWER)
                        .choose(MASTER_ANSWERED, y -> y.step(O2dlmStep.NO_MORE_NODES), n -> n.step(O2dlmStep.NEXT_NODE)));
    }

    /** dlmmaster.c:dlm_wait_for_lock_mastery. */
    private static Recipe becomeOrFind(Recipe r) {
        return r.choose(OWNER_SUDDENLY_KNOWN,
                // the assert was faster than this task: asks again, and the owner asserts to everybody again (lab/messages.md 2)
                dup -> message(dup).step(O2dlmStep.ASK_OWNER_AGAIN),
                plain -> plain.step(O2dlmStep.DECIDE).choose(WE_WIN,
                        win -> assertMastery(win).step(O2dlmStep.OWN_IT),
                        lose -> lose.step(O2dlmStep.AWAIT_ASSERT)));
    }

    /** dlmmaster.c:dlm_do_assert_master: rounds over all other nodes, ascending, until none asks for another. */
    private static Recipe assertMastery(Recipe r) {
        return r.step(HostStep.SET, Reg.WORK, YES).repeatWhile(HostCondition.IS, Reg.WORK, YES, 0,
                again -> assertRound(again.step(HostStep.SET, Reg.WORK, 0)));
    }

    private static Recipe assertRound(Recipe r) {
        return r.step(HostStep.SET, Reg.LOOP, FIRST).step(O2dlmStep.NEXT_NODE)
                .repeatWhile(MORE_NODES, ask -> message(ask)
                        .step(O2dlmStep.ASSERT)
                        .step(O2dlmStep.NOTE_ASSERT_ANSWER)
                        .step(O2dlmStep.NEXT_NODE));
    }

    /** dlmthread.c:dlm_thread: one a domain, serial; every AST or BAST for another node is a call that it waits for. */
    private static void thread(RecipeBook book) {
        book.recipe("o2dlm/thread", r -> r.forever(f -> f
                .step(O2dlmStep.AWAIT_WORK)
                .step(O2dlmStep.SHUFFLE)
                .repeatWhile(HAS_AST, w -> deliver(w.step(O2dlmStep.TAKE_AST), 0))
                .repeatWhile(HAS_BAST, w -> deliver(w.step(O2dlmStep.TAKE_BAST), 1))
                .repeatWhile(HAS_PURGE, w -> w.step(O2dlmStep.TAKE_PURGE)
                        .when(HostCondition.IS, Reg.RESULT, YES, 0, d -> message(d).step(O2dlmStep.SEND_DEREF))
                        .step(O2dlmStep.FREE_RESOURCE))));
    }

    private static Recipe deliver(Recipe r, int bast) {
        return r.when(HostCondition.BELOW, Reg.RESULT, 2, 0, valid -> valid
                .choose(HostCondition.IS, Reg.RESULT, YES, 0,
                        remote -> message(remote).step(O2dlmStep.SEND_AST, bast),
                        here -> here.step(HostStep.CPU, Cost.LOCK_WORK.ordinal()).step(O2dlmStep.DELIVER, bast)));
    }

    /** dlmmaster.c:dlm_assert_master_worker on the domain's work queue. */
    private static void worker(RecipeBook book) {
        book.recipe("o2dlm/worker", r -> r.forever(f -> assertMastery(f.step(O2dlmStep.TAKE_ASSERT))));
    }
}
