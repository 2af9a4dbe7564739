// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How a step on a node ended, as far as it is known. Immutable.
 *
 * @param kind what is known
 * @param code of its script; only of {@link Kind#CODE}
 * @param why  without a code: why there is none; safe to print
 */
record StepEnd(Kind kind, OptionalInt code, String why) {

    enum Kind {
        /** It ended. */
        CODE,
        /** It has not begun, and will not. */
        NEVER,
        /** It has begun and is not at work any more; nobody will ever know how far it came. */
        GONE,
        /** Nobody knows; it may be at work. */
        LOST
    }

    static StepEnd with(int code) {
        return new StepEnd(Kind.CODE, OptionalInt.of(code), "");
    }

    static StepEnd without(Kind kind, String why) {
        return new StepEnd(kind, OptionalInt.empty(), why);
    }

    /**
     * What came of a step that ended so.
     *
     * @param seconds that were waited for its end
     * @param lines   that it said
     */
    StepOutcome outcome(FormerRun.Begun begun, double seconds, Lines lines) {
        List<String> words = new ArrayList<>(lines.last());
        boolean foundDone = !words.isEmpty() && words.get(words.size() - 1).strip().equals("already done");
        if (!why.isEmpty()) {
            words.add(why);
        }
        return new StepOutcome(begun.step(), begun.node(), state(begun.verb(), foundDone), code, seconds,
                words.subList(Math.max(0, words.size() - StepOutcome.MOST_LINES), words.size()));
    }

    /** How the step stands after it. */
    private StepState state(Verb verb, boolean foundDone) {
        return switch (kind) {
            case CODE -> StepState.of(verb, code.getAsInt(), foundDone);
            case NEVER -> StepState.WAITING;
            case GONE, LOST -> verb == Verb.PLAN ? StepState.FAILED : StepState.UNKNOWN;
        };
    }
}
