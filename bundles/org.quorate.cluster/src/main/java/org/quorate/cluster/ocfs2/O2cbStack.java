// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import java.util.List;
import java.util.Locale;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.o2dlm.O2dlm;

/** OCFS2's own stack: o2dlm with o2net, and o2hb's heartbeat on the disk (fs/ocfs2/stack_o2cb.c). Not thread-safe. */
final class O2cbStack implements ClusterStack {

    private final O2dlm dlm;

    O2cbStack(Machine machine, Glue glue) {
        dlm = new O2dlm(machine, glue);
    }

    @Override
    public String recipe(Request request) {
        return "o2dlm/" + request.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Mechanism> mechanisms() {
        return List.of(dlm);
    }

    @Override
    public void write(RecipeBook book) {
        dlm.write(book);
        writeLocalPosixLocks(book);
    }

    @Override
    public void start() {
        dlm.start();
    }

    @Override
    public void expect(int locks) {
        dlm.expect(locks);
    }

    @Override
    public void establish(int node, int handle, int mode) {
        dlm.establish(node, handle, mode);
    }

    @Override
    public boolean isClustered() {
        return true;
    }

    @Override
    public boolean hasDiskHeartbeat() {
        return true;
    }

    @Override
    public String toString() {
        return "";
    }

    @Override
    public void verify() {
        // Glue's own view is all that can go wrong: o2dlm's masters grant by the same modes
    }
}
