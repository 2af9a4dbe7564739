// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.util.List;

/**
 * What came of a run. Immutable.
 *
 * @param run    its name, unique: also the name of its folder on the nodes
 * @param ending how it ended
 * @param reason why it did not go on; empty: it did all that was asked for
 * @param audit  file of the audit log; empty: there is none of a dry run, nor where nothing was begun
 * @param steps  of every step and place that was asked for, in order, also those that have not begun
 */
public record ApplyResult(String run, Ending ending, String reason, String audit, List<StepOutcome> steps) {

    /** How a run ended. */
    public enum Ending {
        /** All that was asked for is done; of a dry run: nothing speaks against it. */
        DONE,
        /** Something failed, a node could not be reached, or what became of a step is unknown. */
        FAILED,
        /** A step refused: going on would not be safe. */
        REFUSED,
        /** A confirmation is missing. */
        UNCONFIRMED,
        /** It was interrupted; a step that had begun on a node goes on there. */
        INTERRUPTED
    }

    public ApplyResult {
        steps = List.copyOf(steps);
    }

    /** Those in that state. */
    public List<StepOutcome> in(StepState state) {
        return steps.stream().filter(step -> step.state() == state).toList();
    }
}
