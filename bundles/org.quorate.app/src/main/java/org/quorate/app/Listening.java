// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import org.quorate.study.LiveFigures;
import org.quorate.study.StudyListener;

/**
 * Hands what a study tells on.
 *
 * @param progress to whom
 */
record Listening(Progress progress) implements StudyListener {

    @Override
    public void advanced(int done, int total, String message) {
        progress.report(done, total, message);
    }

    @Override
    public void live(LiveFigures now) {
        progress.live(now);
    }
}
