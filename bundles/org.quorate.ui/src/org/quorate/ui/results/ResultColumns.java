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
                words(Messages.Results_name, 230, result -> result.pinned() ? Messages.bind(Messages.Results_pinned, result.name()) : result.name()),
                words(Messages.Results_scenario, 170, ResultColumns::scenario),
                words(Messages.Results_study, 110, result -> study(result.study())),
                new Column(TableColumnModel.<KeptResult>words(Messages.Results_date, result -> dates.format(result.when()))
                        .sortedBy(KeptResult::dateMillis), 170),
                new Column(TableColumnModel.numbers(Messages.Results_seed_column, KeptResult::seed, result -> String.valueOf(result.seed())), 70),
                words(Messages.Results_verdict, 330, KeptResult::verdict),
                new Column(TableColumnModel.numbers(Messages.Results_took, result -> result.tookMillis() / MILLIS, result -> took(result.took())), 80));
    }

    /** As the menu calls it; one that a later version has keeps its word. */
    private static String study(String word) {
        return switch (word) {
            case "compare" -> Messages.Results_comparison;
            case "advise" -> Messages.Results_advice;
            case "simulate" -> Messages.Simulate_title;
            case "sweep" -> Messages.Sweep_title;
            case "map" -> Messages.Map_title;
            case "search" -> Messages.Search_title;
            case "sensitivity" -> Messages.Sensitivity_title;
            case "fail" -> Messages.Fail_title;
            case "unsafe" -> Messages.Unsafe_title;
            case "claims" -> Messages.Claims_title;
            case "accuracy" -> Messages.Accuracy_title;
            case "fit" -> Messages.Fit_title;
            case "estimate" -> Messages.Estimate_study;
            case "watch" -> Messages.Watch_title;
            case "observe" -> Messages.Observe_title;
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
