// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import java.util.Arrays;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.IntQueue;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Reg;

/**
 * A work queue of the kernel, one on every node: a worker wakes up for an item and runs a recipe for it; up to a number of
 * workers at once, further items wait in order. Frames are made as needed and used again. Not thread-safe.
 */
public final class WorkQueue {

    private final Interpreter interpreter;
    private final Frames frames;
    private final Hosts hosts;
    private final int most;
    private final String recipe;
    private final IntQueue[] idle;
    private final IntQueue[] waiting;
    private final int[] active;
    private int entry = -1;

    /**
     * Makes the queue.
     *
     * @param recipe runs for each item, which is in register WORK at its start; its last step calls {@link #done}
     * @param most   workers of a node at the same time, 1 or more (WQ_DFL_ACTIVE is 256)
     */
    public WorkQueue(Machine machine, String recipe, int most) {
        this.interpreter = machine.interpreter();
        this.frames = machine.frames();
        this.hosts = machine.hosts();
        this.recipe = recipe;
        this.most = most;
        idle = new IntQueue[machine.nodes()];
        waiting = new IntQueue[machine.nodes()];
        active = new int[machine.nodes()];
        Arrays.setAll(idle, node -> new IntQueue());
        Arrays.setAll(waiting, node -> new IntQueue());
    }

    /** Queues an item on a node. The recipes are loaded. */
    public void queue(int node, int item) {
        if (active[node] == most) {
            waiting[node].add(item);
            return;
        }
        active[node]++;
        int frame = idle[node].isEmpty() ? frames.create(node) : idle[node].poll();
        begin(frame, item, hosts.workerWakeUpNanos(node));
    }

    /** The worker's recipe is at its end. */
    public void done(int frame) {
        int node = frames.node(frame);
        if (waiting[node].isEmpty()) {
            active[node]--;
            idle[node].add(frame);
        } else {
            begin(frame, waiting[node].poll(), 0);
        }
    }

    private void begin(int frame, int item, long delayNanos) {
        if (entry < 0) {
            entry = interpreter.entry(recipe);
        }
        frames.set(frame, Reg.WORK, item);
        frames.set(frame, Reg.BEHALF, -1);
        interpreter.start(frame, entry, delayNanos);
    }
}
