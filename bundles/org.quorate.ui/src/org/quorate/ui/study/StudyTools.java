// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.StudyOptions;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.ui.form.FieldTitles;
import org.quorate.ui.report.Reports;

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

    /** A whole number of replications, that of the scenario, or nothing to take what it says. */
    static StudyOptions options(ScenarioDocument document, String replications) {
        String text = replications.strip();
        if (text.isEmpty() || text.equals(String.valueOf(document.scenario().study().replications()))) {
            return StudyOptions.NONE;
        }
        // Longer numbers are refused like all that are too large.
        int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (number < 0) {
            throw new IllegalArgumentException("replications are a whole number from " + StudyOptions.LEAST_REPLICATIONS + " to "
                    + StudyOptions.MOST_REPLICATIONS);
        }
        return new StudyOptions(OptionalLong.empty(), OptionalInt.of(number));
    }

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

    /** What a command would be given for the scenario. */
    static String file(ScenarioDocument document) {
        return document.scenario().name() + ".yaml";
    }
}
