// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.WorkQueue;

/** The workers of glock_workqueue on all nodes: one works on a glock at a time. Not thread-safe. */
final class GlockWorkers {

    /** Workers of glock_workqueue (WQ_DFL_ACTIVE, kernel reference 3.1 rule 7). */
    private static final int WORKERS = 256;

    private final Glocks glocks;
    private final Jiffies jiffies;
    private final Interpreter interpreter;
    private final Frames frames;
    private final WorkQueue work;
    private final int workKind;

    GlockWorkers(Machine machine, Glocks glocks, Jiffies jiffies) {
        this.glocks = glocks;
        this.jiffies = jiffies;
        interpreter = machine.interpreter();
        frames = machine.frames();
        work = new WorkQueue(machine, "glock/work", WORKERS);
        workKind = interpreter.register((kind, glock) -> run(glock));
    }

    /** queue_delayed_work: nothing if it is queued already. */
    void queue(int glock, long delayJiffies) {
        if (glocks.is(glock, Glocks.WORK_QUEUED)) {
            return;
        }
        glocks.set(glock, Glocks.WORK_QUEUED);
        if (delayJiffies > 0) {
            interpreter.at(jiffies.nanos(jiffies.now() + delayJiffies), workKind, glock);
        } else {
            run(glock);
        }
    }

    private void run(int glock) {
        if (glocks.is(glock, Glocks.WORK_RUNNING)) {
            glocks.set(glock, Glocks.WORK_AGAIN);
        } else {
            glocks.set(glock, Glocks.WORK_RUNNING);
            work.queue(glocks.node[glock], glock);
        }
    }

    /** A worker begins with a glock, on behalf of the operation that waits for it, here or elsewhere. */
    void begin(int frame, int glock, int behalf) {
        glocks.clear(glock, Glocks.WORK_QUEUED);
        frames.set(frame, Reg.LOCK, glock);
        frames.set(frame, Reg.FILE, glocks.number(glock));
        frames.set(frame, Reg.BEHALF, behalf);
    }

    /** A worker is done with a glock. */
    void end(int frame, int glock, int holdTimeLeft) {
        glocks.clear(glock, Glocks.WORK_RUNNING);
        if (holdTimeLeft > 0) {
            queue(glock, glocks.kind(glock) == GlockKind.INODE ? holdTimeLeft : 0);
        }
        if (glocks.is(glock, Glocks.WORK_AGAIN)) {
            glocks.clear(glock, Glocks.WORK_AGAIN);
            run(glock);
        }
        work.done(frame);
    }
}
