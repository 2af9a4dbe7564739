// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Reasons for rows that are known to miss. They explain a row; they never take it out. Immutable, thread-safe.
 *
 * @param entries the first that fits is the reason
 */
record KnownDeviations(List<Entry> entries) {

    KnownDeviations {
        entries = List.copyOf(entries);
    }

    /**
     * One reason. In the patterns, {@code *} stands for any text.
     *
     * @param runs    pattern of names of runs
     * @param phases  pattern of phases
     * @param figures pattern of figures
     */
    record Entry(Pattern runs, Pattern phases, Pattern figures, String reason) {

        boolean fits(AccuracyRow row) {
            return runs.matcher(row.run()).matches() && phases.matcher(row.phase()).matches()
                    && figures.matcher(row.figure()).matches();
        }
    }

    /** Those that come with the program. */
    static KnownDeviations ofProduct() {
        return of(CsvTable.ofProduct("known-deviations.csv"));
    }

    static KnownDeviations of(CsvTable table) {
        return new KnownDeviations(table.rows().stream().map(row -> new Entry(pattern(row.text("runs")),
                pattern(row.text("phases")), pattern(row.text("figures")), row.text("reason"))).toList());
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(Pattern.quote(text).replace("*", "\\E.*\\Q"));
    }

    /** The row with its reason, if it misses and the reason is known. */
    AccuracyRow explain(AccuracyRow row) {
        if (row.outcome() != Outcome.MISSES) {
            return row;
        }
        return entries.stream().filter(entry -> entry.fits(row)).findFirst().map(entry -> row.because(entry.reason())).orElse(row);
    }
}
