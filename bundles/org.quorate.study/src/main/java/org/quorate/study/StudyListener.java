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
}
