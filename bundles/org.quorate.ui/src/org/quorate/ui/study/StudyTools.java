// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.ReportContext;
import org.quorate.report.document.ReportDocument;
import org.quorate.ui.Messages;
import org.quorate.ui.form.FieldTitles;
import org.quorate.ui.report.Reports;
import org.quorate.ui.runs.Study;

/**
 * What all studies are made with. Immutable, thread-safe.
 *
 * @param app     its use cases
 * @param reports what reports have in common
 * @param titles  of fields
 * @param points  directory in which finished points are kept, so that a study that was cancelled goes on where it was; absent:
 *                nothing is kept
 */
public record StudyTools(QuorateApp app, Reports reports, FieldTitles titles, Optional<Path> points) {

    /** For planning, which tells nothing. */
    static Progress silent(BooleanSupplier cancelled) {
        return new Progress() {
            @Override
            public void report(int done, int total, String message) {
                // Planning takes a moment.
            }

            @Override
            public boolean isCancelled() {
                return cancelled.getAsBoolean();
            }
        };
    }

    /** Makes the report on a study, in a background thread. */
    @FunctionalInterface
    interface Work {

        /**
         * @param context what the report says of where it comes from
         * @throws IOException                                if something cannot be kept
         * @throws java.util.concurrent.CancellationException if cancelled
         */
        ReportDocument run(Progress progress, ReportContext context) throws IOException;
    }

    /**
     * A study that can be started.
     *
     * @param title   for people; {@code {0}} is the name of the scenario
     * @param word    the command that does the same
     * @param options of the command
     */
    Study study(ScenarioDocument document, String title, String word, List<String> options, Work work) {
        String name = document.scenario().name();
        List<String> command = new ArrayList<>(List.of("quorate", word, name + ".yaml"));
        command.addAll(options);
        return new Study(Messages.bind(title, name), document, progress -> work.run(progress, reports.context(command)));
    }
}
