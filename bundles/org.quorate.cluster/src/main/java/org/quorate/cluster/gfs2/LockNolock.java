// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.List;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.host.Cost;
import org.quorate.cluster.host.HostStep;

/** lock_nolock, for one node: every state is granted at once, nobody is asked (glock.c:do_xmote). Not thread-safe. */
final class LockNolock implements LockProtocol {

    private final GlockMachine machine;

    LockNolock(GlockMachine machine) {
        this.machine = machine;
    }

    @Override
    public List<Mechanism> mechanisms() {
        return List.of();
    }

    @Override
    public void write(RecipeBook book) {
        // file.c:gfs2_file_fops_nolock: fs/locks.c alone
        for (String recipe : List.of(POSIX_LOCK, POSIX_UNLOCK)) {
            book.recipe(recipe, r -> r.step(HostStep.CPU, Cost.SYSTEM_CALL.ordinal()));
        }
    }

    @Override
    public void start() {
        // no threads
    }

    @Override
    public void request(int glock, int state) {
        machine.grantNow(glock);
    }

    @Override
    public void put(int glock) {
        machine.unlocked(glock);
    }

    @Override
    public void cancel(int glock) {
        // nothing ever waits
    }

    @Override
    public void hold(int glock, int state) {
        // the glock itself is all there is
    }

    @Override
    public void verify() {
        // nobody else is there
    }

    @Override
    public String toString() {
        return "";
    }
}
