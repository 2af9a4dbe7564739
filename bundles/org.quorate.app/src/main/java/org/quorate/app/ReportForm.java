// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.html.HtmlReport;

/** A form that a report is written in: one file that needs nothing else. */
public enum ReportForm {
    /** A page for any browser. */
    HTML("Web page", "html", (report, painter) -> new HtmlReport(painter).render(report).getBytes(StandardCharsets.UTF_8));

    private final String title;
    private final String extension;
    private final BiFunction<ReportDocument, ChartPainter, byte[]> writer;

    ReportForm(String title, String extension, BiFunction<ReportDocument, ChartPainter, byte[]> writer) {
        this.title = title;
        this.extension = extension;
        this.writer = writer;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Of its files, without a dot. */
    public String extension() {
        return extension;
    }

    /**
     * The file.
     *
     * @param painter draws the charts
     */
    public byte[] write(ReportDocument report, ChartPainter painter) {
        return writer.apply(report, painter);
    }
}
