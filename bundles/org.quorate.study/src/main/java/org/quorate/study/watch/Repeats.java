// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds what repeats itself in a row of stages. Pure functions. */
final class Repeats {

    private static final int LEAST = 3;
    /** Stages of one turn at most: a call of another node takes seven or eight. */
    private static final int LONGEST = 12;

    private Repeats() {
    }

    /** The repeats, in order: each begins where the one before has ended, or later, and saves as many stages as any there. */
    static List<Repeat> of(List<Stage> stages) {
        List<Repeat> found = new ArrayList<>();
        int at = 0;
        while (at < stages.size()) {
            Repeat best = null;
            for (int length = 1; length <= LONGEST; length++) {
                int times = times(stages, at, length);
                if (times >= LEAST && (best == null || length * (times - 1) > best.length() * (best.times() - 1))) {
                    best = new Repeat(at, length, times);
                }
            }
            if (best != null) {
                found.add(best);
            }
            at = best == null ? at + 1 : best.end();
        }
        return found;
    }

    private static int times(List<Stage> stages, int first, int length) {
        int times = 1;
        while (first + (times + 1) * length <= stages.size() && isTurn(stages, first, first + times * length, length)) {
            times++;
        }
        return times;
    }

    private static boolean isTurn(List<Stage> stages, int first, int other, int length) {
        for (int i = 0; i < length; i++) {
            Stage a = stages.get(first + i);
            Stage b = stages.get(other + i);
            if (a.lifeline() != b.lifeline() || a.part() != b.part() || a.handsOver() != b.handsOver() || !a.recipe().equals(b.recipe())
                    || !a.what().equals(b.what()) || !Objects.equals(a.lock(), b.lock())) {
                return false;
            }
        }
        return true;
    }
}
