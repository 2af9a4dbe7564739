// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.util.List;
import java.util.OptionalInt;

/**
 * What came of a step on a node. Immutable.
 *
 * @param step    id of the step
 * @param node    name of the node, or {@link #HERE}
 * @param state   how it stands
 * @param code    exit code of its script, 0 to 255; empty: it has not begun, or nobody knows
 * @param seconds from its start until it had ended, as far as this run has seen it
 * @param words   the last lines of what it said, at most {@value #MOST_LINES}, or why it is unknown; safe to print
 */
public record StepOutcome(String step, String node, StepState state, OptionalInt code, double seconds, List<String> words) {

    /** In the place of a node: the machine that this program runs on. No host has this name. */
    public static final String HERE = "(here)";

    /** Enough for the reason; all of it is told to the {@link ApplyListener}. */
    public static final int MOST_LINES = 12;

    public StepOutcome {
        words = List.copyOf(words);
    }

    /** The same in another state. */
    StepOutcome as(StepState other) {
        return new StepOutcome(step, node, other, code, seconds, words);
    }

    /** A step that has not begun. */
    static StepOutcome waiting(String step, String node) {
        return new StepOutcome(step, node, StepState.WAITING, OptionalInt.empty(), 0, List.of());
    }
}
