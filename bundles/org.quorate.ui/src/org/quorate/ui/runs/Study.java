// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.io.IOException;
import java.util.Optional;

import org.quorate.app.Progress;
import org.quorate.model.yaml.ScenarioDocument;

/**
 * A question, mostly about a scenario, whose answer takes a while. Immutable.
 *
 * @param title    for people: {@code web-sessions: sweep}
 * @param name     of the files that it is written to, without what names their form
 * @param document the scenario as it was when the study was asked for; absent: the question is about none
 * @param work     finds the answer
 */
public record Study(String title, String name, Optional<ScenarioDocument> document, Work work) {

    /** Finds the answer, in a background thread. */
    @FunctionalInterface
    public interface Work {

        /**
         * @throws IOException                                if something cannot be kept
         * @throws java.util.concurrent.CancellationException if cancelled
         */
        Found run(Progress progress) throws IOException;
    }
}
