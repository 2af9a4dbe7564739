// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.io.IOException;

import org.quorate.app.Progress;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.document.ReportDocument;

/**
 * A question about a scenario whose answer takes a while. Immutable.
 *
 * @param title    for people: {@code web-sessions: sweep}
 * @param document the scenario as it was when the study was asked for
 * @param work     finds the answer
 */
public record Study(String title, ScenarioDocument document, Work work) {

    /** Finds the answer, in a background thread. */
    @FunctionalInterface
    public interface Work {

        /**
         * @throws IOException                                if something cannot be kept
         * @throws java.util.concurrent.CancellationException if cancelled
         */
        ReportDocument run(Progress progress) throws IOException;
    }
}
