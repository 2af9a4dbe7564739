// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.quorate.study.accuracy.Accuracy;
import org.quorate.study.accuracy.AccuracyRow;
import org.quorate.study.accuracy.AccuracySummary;
import org.quorate.study.text.Quantity;

/**
 * The comparison with the lab as CSV (RFC 4180 with bare line feeds), one figure a row: run, file system, phase, kind of
 * figure, figure, unit, measured, simulated, error (0.1 for 10 % too much; empty if nothing was measured), outcome, reason.
 * Thread-safe.
 */
public final class AccuracyCsv {

    private static final List<String> HEADER = List.of("run", "file_system", "phase", "class", "figure", "unit", "measured",
            "simulated", "error", "outcome", "reason");

    private static final List<String> SUMMARY = List.of("class", "file_system", "judged", "within", "above_floor", "median_error",
            "worst", "worst_error");
    private static final int DECIMALS = 4;

    /** Those rows, with a header line. */
    public String write(Accuracy accuracy, Predicate<AccuracyRow> rows) {
        StringBuilder out = new StringBuilder();
        CsvForm.row(out, HEADER);
        for (AccuracyRow row : accuracy.rows().stream().filter(rows).toList()) {
            CsvForm.row(out, List.of(row.run(), row.fileSystem(), row.phase(), row.figureClass().title(), row.figure(), row.unit(),
                    CsvForm.number(row.measured()), CsvForm.number(row.simulated()),
                    row.error().isPresent() ? CsvForm.number(row.error().getAsDouble()) : "", row.outcome().words(), row.reason()));
        }
        return out.toString();
    }

    /**
     * The summary, with a header line: kind of figure, file system, rows judged, of them within, above the floor, median error
     * of those, the worst row and its error. Errors have four decimals, so that the text changes only when something has.
     */
    public String summary(Accuracy accuracy) {
        StringBuilder out = new StringBuilder();
        CsvForm.row(out, SUMMARY);
        for (AccuracySummary summary : accuracy.summary()) {
            CsvForm.row(out, List.of(summary.figureClass().name(), summary.fileSystem(), Integer.toString(summary.judged()),
                    Integer.toString(summary.within()), Integer.toString(summary.aboveFloor()), rounded(summary.medianError()),
                    summary.worst(), rounded(summary.worstError())));
        }
        return out.toString();
    }

    private static String rounded(OptionalDouble error) {
        return error.isPresent() ? Quantity.number(error.getAsDouble(), DECIMALS) : "";
    }
}
