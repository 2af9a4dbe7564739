// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import java.util.ArrayList;
import java.util.List;
import org.quorate.study.sensitivity.Answer;
import org.quorate.study.sensitivity.Sensitivity;
import org.quorate.study.sensitivity.Swing;

/**
 * What moves an answer as CSV (RFC 4180 with bare line feeds): a row for the scenario as it is, its input empty, then one for each
 * end of each input: input, its own value, the value tried, verdict, and the figure of both contenders with the half width of its
 * interval, in nanoseconds or bytes; empty where a contender has none. Thread-safe.
 */
public final class SensitivityCsv {

    /** The text, with a header line. */
    public String write(Sensitivity result) {
        StringBuilder out = new StringBuilder();
        CsvForm.row(out, List.of("input", "own_value", "value", "verdict", result.first(), result.first() + "_half_width",
                result.second(), result.second() + "_half_width"));
        row(out, "", "", "", result.base());
        for (Swing swing : result.swings()) {
            String path = swing.spread().path();
            String own = swing.spread().base();
            swing.low().ifPresent(answer -> row(out, path, own, swing.spread().low(), answer));
            swing.high().ifPresent(answer -> row(out, path, own, swing.spread().high(), answer));
        }
        return out.toString();
    }

    private static void row(StringBuilder out, String path, String own, String value, Answer answer) {
        List<String> cells = new ArrayList<>(List.of(path, own, value, answer.verdict()));
        CsvForm.interval(cells, answer.first());
        CsvForm.interval(cells, answer.second());
        CsvForm.row(out, cells);
    }
}
