// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import org.quorate.cli.text.Style;
import picocli.CommandLine.Option;

/** Options of every command. */
final class CommonOptions {

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = {"-q", "--quiet"}, description = "No progress and no remarks on standard error, only errors.")
    private boolean quiet;

    @Option(names = {"-v", "--verbose"}, description = "Tell where an internal error came from.")
    private boolean verbose;

    @Option(names = "--no-color", description = "No colours; the variable NO_COLOR does the same.")
    private boolean noColor;

    boolean quiet() {
        return quiet;
    }

    /** Tells the user something that is no result. */
    void remark(Console console, String text) {
        if (!quiet) {
            console.remark(text);
        }
    }

    /** Emphasis for standard output. */
    Style style(Console console, boolean toTerminal) {
        return new Style(toTerminal && console.outTerminal() && !noColor && !console.noColor());
    }
}
