// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.List;

/** How results are written as CSV (RFC 4180 with bare line feeds). Pure functions, thread-safe. */
public final class CsvForm {

    private CsvForm() {
    }

    /** Adds a row, quoting what needs it. */
    public static void row(StringBuilder out, List<String> cells) {
        out.append(String.join(",", cells.stream().map(CsvForm::quoted).toList())).append('\n');
    }

    /** All digits, and the same ones on every JDK. */
    static String number(double value) {
        return NumberOutput.toString(value, true);
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
