// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Verdict.Standing;

/** How results are written as CSV (RFC 4180 with bare line feeds). Pure functions, thread-safe. */
public final class CsvForm {

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private CsvForm() {
    }

    /**
     * Words from outside as a cell, such as names in a scenario or what a node says: what a spreadsheet would take for a formula gets an
     * apostrophe in front ("CSV injection", OWASP). Not for figures.
     */
    public static String words(String words) {
        boolean formula = !words.isEmpty() && FORMULA.indexOf(words.charAt(0)) >= 0;
        return formula ? "'" + words : words;
    }

    /** Adds a row, quoting what needs it. */
    public static void row(StringBuilder out, List<String> cells) {
        out.append(String.join(",", cells.stream().map(CsvForm::quoted).toList())).append('\n');
    }

    /** All digits, and the same ones on every JDK. */
    public static String number(double value) {
        return NumberOutput.toString(value, true);
    }

    /** Adds the mean of a figure and its half width; both empty if it is not known. */
    static void interval(List<String> cells, Optional<Interval> figure) {
        cells.add(figure.map(known -> number(known.mean())).orElse(""));
        cells.add(figure.map(known -> number(known.halfWidth())).orElse(""));
    }

    /** The name of a value in small letters. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** How something stands to a target. */
    static String standing(Standing standing) {
        return standing == Standing.NEITHER ? "undecided" : word(standing);
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
