// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import org.quorate.cli.text.ComparisonText;
import org.quorate.cli.text.Style;
import org.quorate.study.io.ComparisonCsv;
import org.quorate.study.io.ComparisonJson;
import org.quorate.study.result.Comparison;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** In which form a comparison is written. */
final class FormatArguments {

    /** At most one of them. */
    static final class Choice {
        @Option(names = "--json", description = "Write JSON (" + Comparison.FORMAT + ") instead of a table.")
        private boolean json;

        @Option(names = "--csv", description = "Write CSV, one figure a row, instead of a table.")
        private boolean csv;
    }

    @ArgGroup(exclusive = true)
    private Choice choice = new Choice();

    String write(Comparison comparison, Style style) {
        if (choice.json) {
            return new ComparisonJson().write(comparison);
        }
        return choice.csv ? new ComparisonCsv().write(comparison) : new ComparisonText(style).write(comparison);
    }
}
