// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.quorate.app.AtomicFile;
import org.quorate.report.ReportContext;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.html.HtmlReport;

/** What the reports that the workbench shows have in common: their date, what draws their charts, and how they are written. Thread-safe. */
public final class Reports {

    private final Clock clock;
    private ChartPainter painter;

    public Reports(Clock clock) {
        this.clock = clock;
    }

    /** What a report says of where it comes from, and a first look at the fonts: call it in the background. */
    public ReportContext context(List<String> command) {
        painter();
        return new ReportContext(LocalDate.now(clock), command);
    }

    /**
     * Writes a report as one page in HTML; whatever happens meanwhile, there is either the old file or the new one.
     *
     * @throws IOException if it cannot be written
     */
    public void writeHtml(ReportDocument report, Path file) throws IOException {
        String page = new HtmlReport(painter()).render(report);
        new AtomicFile().write(file, page.getBytes(StandardCharsets.UTF_8), true);
    }

    /** There is one: it holds the fonts. */
    public synchronized ChartPainter painter() {
        if (painter == null) {
            painter = new ChartPainter();
        }
        return painter;
    }
}
