// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import java.util.Arrays;
import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;

/** Files that workload threads keep open from one operation to the next. Not thread-safe. */
public final class OpenFiles implements Mechanism {

    private static final Step[] STEPS = OpenFileStep.values();
    private static final Condition[] CONDITIONS = OpenFileCondition.values();
    private static final int NONE = -1;

    private final Frames frames;
    private boolean[] keeps = new boolean[64];
    private int[][] held = new int[64][];
    private int[] heldCount = new int[64];

    OpenFiles(Frames frames) {
        this.frames = frames;
    }

    /** The thread's present operation keeps its file open. */
    public void keeps(int frame, boolean keep) {
        if (frame >= keeps.length) {
            int size = Math.max(frame + 1, keeps.length * 2);
            keeps = Arrays.copyOf(keeps, size);
            held = Arrays.copyOf(held, size);
            heldCount = Arrays.copyOf(heldCount, size);
        }
        keeps[frame] = keep;
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
        switch ((OpenFileStep) STEPS[step]) {
            case KEEP -> keep(frame, frames.get(frame, Reg.FILE));
            case TAKE_KEPT -> {
                int file = heldCount[frame] == 0 ? NONE : held[frame][--heldCount[frame]];
                frames.set(frame, Reg.RESULT, file == NONE ? 0 : 1);
                frames.set(frame, Reg.FILE, file);
            }
        }
        return Outcome.NEXT;
    }

    private void keep(int frame, int file) {
        if (held[frame] == null) {
            held[frame] = new int[4];
        } else if (heldCount[frame] == held[frame].length) {
            held[frame] = Arrays.copyOf(held[frame], heldCount[frame] * 2);
        }
        held[frame][heldCount[frame]++] = file;
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        return switch ((OpenFileCondition) CONDITIONS[condition]) {
            case KEEPS_OPEN -> frame < keeps.length && keeps[frame];
            case IS_OPEN -> frame < held.length && isHeld(frame, frames.get(frame, Reg.FILE));
        };
    }

    private boolean isHeld(int frame, int file) {
        for (int i = heldCount[frame] - 1; i >= 0; i--) {
            if (held[frame][i] == file) {
                return true;
            }
        }
        return false;
    }
}
