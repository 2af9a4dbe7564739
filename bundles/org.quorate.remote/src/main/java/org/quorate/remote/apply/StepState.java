// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

/** How a step stands on a node. */
public enum StepState {
    /** It has not begun. */
    WAITING("not begun"),
    /** It was found done, or taken back by a former run: nothing was changed. */
    FOUND_DONE("already done"),
    /** It would change something; only of a dry run. */
    WOULD_CHANGE("would change"),
    /** It was done now; of an undo: taken back. */
    DONE("done"),
    /** It waits for a confirmation that was not given; nothing was changed. */
    UNCONFIRMED("not confirmed"),
    /** It would not be safe; of an apply, it may have been refused after a part of the change. */
    REFUSED("refused"),
    /** It failed. */
    FAILED("failed"),
    /** It has begun, and nobody knows yet how it ended. */
    UNKNOWN("unknown");

    private final String words;

    StepState(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** The work may go on after it. */
    public boolean isFine() {
        return this == FOUND_DONE || this == WOULD_CHANGE || this == DONE;
    }

    /**
     * What an exit code of the scripts means (lib.sh).
     *
     * @param code  0 to 255
     * @param found the script has said that there was nothing to do
     */
    static StepState of(Verb verb, int code, boolean found) {
        return switch (code) {
            case 0 -> found || verb == Verb.PLAN ? FOUND_DONE : DONE;
            case 2 -> REFUSED;
            case 3 -> verb == Verb.PLAN ? WOULD_CHANGE : FAILED;
            case 4 -> UNCONFIRMED;
            default -> FAILED;
        };
    }
}
