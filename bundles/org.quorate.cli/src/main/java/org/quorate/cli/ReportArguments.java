// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of a report with charts. */
final class ReportArguments extends Reporting {

    @Option(names = "--report", paramLabel = "DIR",
            description = "Also write a report with charts into this directory: one page, index.html.")
    void report(Path directory) {
        into(directory);
    }
}
