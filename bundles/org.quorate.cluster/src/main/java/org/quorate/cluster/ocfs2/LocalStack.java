// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import java.util.List;
import java.util.Locale;
import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.host.Machine;

/**
 * A mount by one node alone, of a volume made with {@code mkfs.ocfs2 -M local} (ocfs2_mount_local in dlmglue.c and journal.c): no lock
 * manager, nobody to give anything up for, hence no threads for that and no checkpoints. Not thread-safe.
 */
final class LocalStack implements ClusterStack, Mechanism {

    private static final Step[] STEPS = LocalStackStep.values();
    private static final Condition[] CONDITIONS = {};
    private static final int NONE = -1;
    /** Any number: no lock manager knows the lock. */
    private static final int OWN = 0;

    private final Frames frames;
    private final Glue glue;

    LocalStack(Machine machine, Glue glue) {
        if (machine.nodes() > 1) {
            throw new IllegalArgumentException(machine.contender().label() + ": OCFS2 with stack local is mounted by one node,"
                    + " not by " + machine.nodes() + "; use stack o2cb or pcmk");
        }
        this.glue = glue;
        frames = machine.frames();
    }

    @Override
    public String recipe(Request request) {
        return "local stack/" + request.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Mechanism> mechanisms() {
        return List.of(this);
    }

    @Override
    public void write(RecipeBook book) {
        book.recipe(recipe(Request.LOCK), r -> r.step(LocalStackStep.GRANT));
        book.recipe(recipe(Request.CONVERT), r -> r.step(LocalStackStep.GRANT));
        writeLocalPosixLocks(book);
        book.recipe(recipe(Request.CANCEL), r -> { });
        book.recipe(recipe(Request.UNLOCK), r -> r.step(LocalStackStep.FORGET));
    }

    @Override
    public void start() {
        // nothing runs
    }

    @Override
    public void establish(int node, int handle, int mode) {
        glue.lock(handle, OWN);
    }

    @Override
    public boolean isClustered() {
        return false;
    }

    @Override
    public boolean hasDiskHeartbeat() {
        return false;
    }

    @Override
    public String toString() {
        return "";
    }

    @Override
    public void verify() {
        // nobody else is there
    }

    @Override
    public Step[] steps() {
        return STEPS;
    }

    @Override
    public Condition[] conditions() {
        return CONDITIONS;
    }

    @Override
    public Outcome step(int step, int frame, int a, int b, int c) {
        int handle = frames.get(frame, Reg.LOCK);
        if (STEPS[step] == LocalStackStep.GRANT) {
            glue.lock(handle, OWN);
            glue.granted(handle, frames.get(frame, Reg.MODE));
        } else {
            glue.lock(handle, NONE);
        }
        return Outcome.NEXT;
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        throw new IllegalStateException("a local mount has no conditions");
    }
}
