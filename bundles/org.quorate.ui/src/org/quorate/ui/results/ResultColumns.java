// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.results;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.quorate.app.results.KeptResult;
import org.quorate.ui.Messages;
import org.quorate.ui.study.StudyMessages;
import org.quorate.ui.table.TableColumnModel;

/** What a list of results says of each, and how it is sorted. Pure functions. */
final class ResultColumns {

    /**
     * A column with its width.
     *
     * @param model what it shows
     * @param width in pixels, to begin with
     */
    record Column(TableColumnModel<KeptResult> model, int width) {
    }

    private static final double MILLIS = 1000;

    private ResultColumns() {
    }

    static List<Column> all(ZoneId zone) {
        DateTimeFormatter dates = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(Locale.getDefault())
                .withZone(zone);
        return List.of(
                words(ResultsMessages.Results_name, 230, result -> result.pinned() ? Messages.bind(ResultsMessages.Results_pinned, result.name()) : result.name()),
                words(ResultsMessages.Results_scenario, 170, ResultColumns::scenario),
                words(ResultsMessages.Results_study, 110, result -> study(result.study())),
                new Column(TableColumnModel.<KeptResult>words(ResultsMessages.Results_date, result -> dates.format(result.when()))
                        .sortedBy(KeptResult::dateMillis), 170),
                new Column(TableColumnModel.numbers(ResultsMessages.Results_seed_column, KeptResult::seed, result -> String.valueOf(result.seed())), 70),
                words(ResultsMessages.Results_verdict, 330, KeptResult::verdict),
                new Column(TableColumnModel.numbers(ResultsMessages.Results_took, result -> result.tookMillis() / MILLIS, result -> took(result.took())), 80));
    }

    /** As the menu calls it; one that a later version has keeps its word. */
    private static String study(String word) {
        return switch (word) {
            case "compare" -> ResultsMessages.Results_comparison;
            case "advise" -> ResultsMessages.Results_advice;
            case "simulate" -> StudyMessages.Simulate_title;
            case "sweep" -> StudyMessages.Sweep_title;
            case "map" -> StudyMessages.Map_title;
            case "search" -> StudyMessages.Search_title;
            case "sensitivity" -> StudyMessages.Sensitivity_title;
            case "fail" -> StudyMessages.Fail_title;
            case "unsafe" -> StudyMessages.Unsafe_title;
            case "claims" -> StudyMessages.Claims_title;
            case "accuracy" -> StudyMessages.Accuracy_title;
            case "fit" -> StudyMessages.Fit_title;
            case "estimate" -> Messages.Estimate_study;
            case "watch" -> StudyMessages.Watch_title;
            case "observe" -> StudyMessages.Observe_title;
            default -> word;
        };
    }

    private static Column words(String title, int width, Function<KeptResult, String> text) {
        return new Column(TableColumnModel.words(title, text), width);
    }

    /** Its file tells more than its name, if it has one: every scenario may be called scenario.yaml, so its folder stands before it. */
    private static String scenario(KeptResult result) {
        return result.file().map(Path::of).map(file -> file.getNameCount() < 2 ? file.toString()
                : file.subpath(file.getNameCount() - 2, file.getNameCount()).toString()).orElse(result.scenario());
    }

    private static String took(Duration duration) {
        long tenths = Math.round(duration.toMillis() / 100.0);
        return tenths < 600 ? Messages.bind(Messages.Duration_seconds, String.format(Locale.getDefault(), "%.1f", tenths / 10.0))
                : Messages.bind(Messages.Duration_minutes, duration.toMinutes(), duration.toSecondsPart());
    }
}
