// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.List;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.RecipeBook;

/** How glocks are asked for: struct lm_lockops (fs/gfs2/glock.h). Not thread-safe. */
interface LockProtocol {

    /** Recipe that takes a POSIX lock on FILE. */
    String POSIX_LOCK = "gfs2/posix lock";
    /** Recipe that gives it up. */
    String POSIX_UNLOCK = "gfs2/posix unlock";

    /** Mechanisms besides the glocks' own. */
    List<Mechanism> mechanisms();

    /** Writes the recipes of its threads, {@link #POSIX_LOCK} and {@link #POSIX_UNLOCK}. */
    void write(RecipeBook book);

    /** Starts its threads; the recipes are loaded. */
    void start();

    /** lm_lock: asks for a state of a glock; the answer comes to the {@link GlockMachine}. */
    void request(int glock, int state);

    /** lm_put_lock: gives the lock of a dead glock up; {@link GlockMachine#unlocked} follows. */
    void put(int glock);

    /** lm_cancel: takes a request back that still waits. */
    void cancel(int glock);

    /** So many glocks will be held. */
    default void expect(int glocks) {
        // a matter of speed only
    }

    /** The glock was granted long ago. */
    void hold(int glock, int state);

    /**
     * Checks that incompatible locks are nowhere granted.
     *
     * @throws IllegalStateException naming the resource where they are
     */
    void verify();
}
