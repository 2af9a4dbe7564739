// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.results;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.quorate.app.results.KeptResult;
import org.quorate.ui.Messages;

/** What a list of results says of each, and how it is sorted. Pure functions. */
final class ResultColumns {

    /**
     * A column.
     *
     * @param title above it
     * @param width in pixels, to begin with
     * @param right its texts stand to the right
     * @param text  of a result
     * @param order from the smallest to the largest
     */
    record Column(String title, int width, boolean right, Function<KeptResult, String> text, Comparator<KeptResult> order) {
    }

    private ResultColumns() {
    }

    static List<Column> all(ZoneId zone) {
        DateTimeFormatter dates = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(Locale.getDefault())
                .withZone(zone);
        return List.of(
                words(Messages.Results_name, 230, result -> result.pinned() ? Messages.bind(Messages.Results_pinned, result.name()) : result.name()),
                words(Messages.Results_scenario, 170, ResultColumns::scenario),
                words(Messages.Results_study, 110, result -> study(result.study())),
                new Column(Messages.Results_date, 170, false, result -> dates.format(result.when()), Comparator.comparingLong(KeptResult::dateMillis)),
                new Column(Messages.Results_seed_column, 70, true, result -> String.valueOf(result.seed()), Comparator.comparingLong(KeptResult::seed)),
                words(Messages.Results_verdict, 330, KeptResult::verdict),
                new Column(Messages.Results_took, 80, true, result -> took(result.took()), Comparator.comparingLong(KeptResult::tookMillis)));
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
            case "observe" -> Messages.Observe_title;
            default -> word;
        };
    }

    private static Column words(String title, int width, Function<KeptResult, String> text) {
        return new Column(title, width, false, text, Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER));
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
