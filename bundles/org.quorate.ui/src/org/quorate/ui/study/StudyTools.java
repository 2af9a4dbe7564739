// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.ScenarioOfPoint;
import org.quorate.app.StudyOptions;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.ReportContext;
import org.quorate.study.sweep.SweepField;
import org.quorate.ui.Messages;
import org.quorate.ui.form.FieldTitles;
import org.quorate.ui.report.Reports;
import org.quorate.ui.runs.Found;
import org.quorate.ui.runs.PointScenario;
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

    /** Makes the report on a study, in a background thread. */
    @FunctionalInterface
    interface Work {

        /**
         * @param context what the report says of where it comes from
         * @return in all forms
         * @throws IOException                                if something cannot be kept
         * @throws java.util.concurrent.CancellationException if cancelled
         */
        Found run(Progress progress, ReportContext context) throws IOException;
    }

    /**
     * A study that can be started.
     *
     * @param title   for people; {@code {0}} is the name of the scenario
     * @param word    the command that does the same
     * @param options of the command
     */
    Study study(ScenarioDocument document, String title, String word, List<String> options, Work work) {
        List<String> command = new ArrayList<>(List.of("quorate", word, document.scenario().name() + ".yaml"));
        command.addAll(options);
        return studyBy(document, Messages.bind(title, document.scenario().name()), word, command, work);
    }

    /**
     * A study of a scenario.
     *
     * @param title   for people
     * @param word    what is done
     * @param command that does the same, all of it
     */
    Study studyBy(ScenarioDocument document, String title, String word, List<String> command, Work work) {
        return new Study(title, document.scenario().name() + "-" + word, Optional.of(document),
                progress -> work.run(progress, reports.context(command)));
    }

    /**
     * The scenarios of the points of a study.
     *
     * @param fields  that it varies
     * @param values  of each point, one a field
     * @param options that it is made with
     */
    List<PointScenario> points(ScenarioDocument document, List<SweepField> fields, List<List<String>> values, StudyOptions options) {
        ScenarioOfPoint scenarios = app.scenarioOfPoint();
        return values.stream().map(point -> new PointScenario(scenarios.name(fields, point),
                () -> scenarios.document(document, fields, point, options).text())).toList();
    }

    /**
     * A study that is about no scenario.
     *
     * @param title   for people
     * @param word    the command that does the same
     * @param options of the command
     */
    Study study(String title, String word, List<String> options, Work work) {
        List<String> command = new ArrayList<>(List.of("quorate", word));
        command.addAll(options);
        return new Study(title, word, Optional.empty(), progress -> work.run(progress, reports.context(command)));
    }
}
