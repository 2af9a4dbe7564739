// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.quorate.app.WriteReport;
import org.quorate.report.ReportContext;
import org.quorate.report.document.ReportDocument;

/** Whether and where a report is written beside the result. What such a report shows is said by the option of a subclass. */
abstract class Reporting {

    private Path directory;

    /** To write one into that directory. */
    final void into(Path wanted) {
        directory = wanted;
    }

    /** Refuses at once what would be refused after minutes of work. */
    final void check(WriteReport reports, boolean force) throws IOException {
        if (directory != null) {
            reports.check(directory, force);
        }
    }

    /** The option as it is given to have the report again; without a report, nothing. */
    final List<String> again() {
        return directory == null ? List.of() : List.of("--report", directory.toString());
    }

    /**
     * Writes the report, if one is wanted.
     *
     * @param document makes it
     * @param command  that gives it again, one element an argument
     * @param remarks  are told what was written
     */
    final void write(WriteReport reports, Function<ReportContext, ReportDocument> document, List<String> command, boolean force,
            Consumer<String> remarks) throws IOException {
        if (directory != null) {
            reports.write(document, command, directory, force);
            remarks.accept("wrote " + reports.page(directory));
        }
    }
}
