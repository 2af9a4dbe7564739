// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.quorate.report.ReportContext;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;

/** Writes reports: one page each that needs nothing else. Thread-safe. */
public final class WriteReport {

    private static final String PAGE = "index.html";

    private final Clock clock;
    private final ReportStore store = new ReportStore();

    WriteReport(Clock clock) {
        this.clock = clock;
    }

    /** The page that a report in that directory consists of. */
    public Path page(Path directory) {
        return directory.resolve(PAGE);
    }

    /**
     * Says early what {@link #write} would refuse; the directory need not exist.
     *
     * @throws IOException if the page exists and must not be replaced, or the directory is something else
     */
    public void check(Path directory, boolean replace) throws IOException {
        if (Files.exists(directory)) {
            store.check(page(directory), ReportForm.HTML, replace);
        }
    }

    /**
     * Writes the page, whole or not at all; makes the directory if needed.
     *
     * @param report  makes the report from the day and the command: those of org.quorate.report have such methods
     * @param command that makes this report again, one element an argument
     * @param replace false: an existing page is kept
     * @throws IOException if the page exists and must not be replaced, or cannot be written
     */
    public void write(Function<ReportContext, ReportDocument> report, List<String> command, Path directory, boolean replace)
            throws IOException {
        LocalDate today = LocalDate.now(clock);
        ReportDocument document = report.apply(new ReportContext(today, command));
        ReportFiles page = ReportForm.HTML.write(document, today, new ChartPainter(), page(directory));
        Files.createDirectories(directory);
        store.write(page(directory), page, replace);
    }
}
