// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

/** Hears how a study advances; called by the thread that runs the study. */
@FunctionalInterface
public interface StudyListener {

    /**
     * A run has ended.
     *
     * @param done    runs made so far; 0 at the start
     * @param total   runs to make
     * @param message what was done last
     */
    void advanced(int done, int total, String message);

    /** Some times a second: where the runs under way stand, and of a comparison its figures so far. */
    default void live(LiveFigures now) {
        // Most listeners count runs only.
    }

    /**
     * This listener for a part of the study.
     *
     * @param before runs of other parts that were made already
     * @param after  runs of other parts that are still to be made
     */
    default StudyListener part(int before, int after) {
        StudyListener whole = this;
        return new StudyListener() {
            @Override
            public void advanced(int done, int total, String message) {
                whole.advanced(before + done, before + total + after, message);
            }

            @Override
            public void live(LiveFigures now) {
                whole.live(now);
            }
        };
    }
}
