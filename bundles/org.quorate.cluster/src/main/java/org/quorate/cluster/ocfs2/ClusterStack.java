// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import java.util.List;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.host.Cost;
import org.quorate.cluster.host.HostStep;

/**
 * What stands behind dlmglue: the lock manager that a mount uses (struct ocfs2_stack_operations, fs/ocfs2/stackglue.h). Its recipes
 * take the handle in LOCK and the mode in MODE; the answer to a request comes to {@link Glue} as an AST. Not thread-safe.
 */
interface ClusterStack {

    /** What dlmglue asks of it, and fcntl, which goes past dlmglue. */
    enum Request {
        /** Asks for a lock that does not exist yet. */
        LOCK,
        /** Asks for another mode of a lock. */
        CONVERT,
        /** Takes a conversion back that still waits. */
        CANCEL,
        /** Gives the lock up; ends when it exists no more. */
        UNLOCK,
        /** Takes a POSIX lock on FILE. */
        POSIX_LOCK,
        /** Gives a POSIX lock on FILE up. */
        POSIX_UNLOCK
    }

    /** Name of the recipe for a request. */
    String recipe(Request request);

    /** Mechanisms that execute its recipes. */
    List<Mechanism> mechanisms();

    /** Writes its recipes and those of its threads. */
    void write(RecipeBook book);

    /** POSIX locks that only this node knows (fs/locks.c): a stack without cluster-wide ones (ocfs2_stack_supports_plocks). */
    default void writeLocalPosixLocks(RecipeBook book) {
        for (Request request : List.of(Request.POSIX_LOCK, Request.POSIX_UNLOCK)) {
            book.recipe(recipe(request), r -> r.step(HostStep.CPU, Cost.SYSTEM_CALL.ordinal()));
        }
    }

    /** Starts its threads; the recipes are loaded. */
    void start();

    /** So many locks will be established. */
    default void expect(int locks) {
        // a matter of speed only
    }

    /** The lock of a handle was granted long ago in a mode that is compatible with all others. */
    void establish(int node, int handle, int mode);

    /** There are other nodes, or may be: locks are given up for them (ocfs2dc, ocfs2cmt). False: mounted local. */
    boolean isClustered();

    /** Nodes tell by writing to the disk that they live (o2hb). */
    boolean hasDiskHeartbeat();

    /**
     * Checks that incompatible locks are nowhere granted.
     *
     * @throws IllegalStateException naming the resource where they are
     */
    void verify();
}
