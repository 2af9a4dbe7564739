// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import java.util.List;
import org.quorate.study.accuracy.Accuracy;
import org.quorate.study.accuracy.AccuracyRow;

/**
 * The comparison with the lab as CSV (RFC 4180 with bare line feeds), one figure a row: run, file system, phase, kind of
 * figure, figure, unit, measured, simulated, error (0.1 for 10 % too much; empty if nothing was measured), outcome, reason.
 * Thread-safe.
 */
public final class AccuracyCsv {

    private static final List<String> HEADER = List.of("run", "file_system", "phase", "class", "figure", "unit", "measured",
            "simulated", "error", "outcome", "reason");

    /** The text, with a header line. */
    public String write(Accuracy accuracy) {
        StringBuilder out = new StringBuilder();
        CsvForm.row(out, HEADER);
        for (AccuracyRow row : accuracy.rows()) {
            CsvForm.row(out, List.of(row.run(), row.fileSystem(), row.phase(), row.figureClass().title(), row.figure(), row.unit(),
                    CsvForm.number(row.measured()), CsvForm.number(row.simulated()),
                    row.error().isPresent() ? CsvForm.number(row.error().getAsDouble()) : "", row.outcome().words(), row.reason()));
        }
        return out.toString();
    }
}
