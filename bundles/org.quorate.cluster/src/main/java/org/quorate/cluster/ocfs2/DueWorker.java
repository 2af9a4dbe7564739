// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.Mechanism.Outcome;
import org.quorate.cluster.host.Machine;

/** A kernel thread of each node that runs a recipe for ever, once each time that its work has become due. Not thread-safe. */
final class DueWorker {

    private final Machine machine;
    private final String recipe;
    private final int[] worker;
    private final boolean[] due;
    private final boolean[] idle;

    /** Makes it; the recipe begins with a step that calls {@link #await}. */
    DueWorker(Machine machine, String recipe) {
        this.machine = machine;
        this.recipe = recipe;
        worker = new int[machine.nodes()];
        due = new boolean[machine.nodes()];
        idle = new boolean[machine.nodes()];
    }

    /** Starts the threads; the recipes are loaded. */
    void start() {
        for (int node = 0; node < worker.length; node++) {
            worker[node] = machine.frames().create(node);
            machine.interpreter().start(worker[node], machine.interpreter().entry(recipe), 0);
        }
    }

    /** The work of a node is due: its thread is woken, or does it when it is done with the last. */
    void wake(int node) {
        due[node] = true;
        if (idle[node]) {
            idle[node] = false;
            machine.hosts().wakeWorker(worker[node]);
        }
    }

    /** The thread sleeps until there is work. */
    Outcome await(int node) {
        if (!due[node]) {
            idle[node] = true;
            return Outcome.AGAIN;
        }
        due[node] = false;
        return Outcome.NEXT;
    }
}
