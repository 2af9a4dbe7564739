// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.docx.DocxReport;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.html.HtmlReport;
import org.quorate.report.markdown.MarkdownReport;
import org.quorate.report.pdf.PdfReport;
import org.quorate.report.sheet.DocumentCsv;
import org.quorate.report.sheet.DocumentJson;

/** A form that a report is written in. All have the same content in the same order; CSV and JSON have its tables. */
public enum ReportForm {
    /** A page for any browser, which needs no other file. */
    HTML("Web page", "html", "", (report, date, painter, folder) -> ReportFiles.text(new HtmlReport(painter).render(report))),
    /** For paper. */
    PDF("PDF", "pdf", "", (report, date, painter, folder) -> ReportFiles.of(new PdfReport(painter).render(report, date))),
    /** To be edited. */
    DOCX("Word document", "docx", "", (report, date, painter, folder) -> ReportFiles.of(new DocxReport(painter).render(report, date))),
    /** Text for wikis and repositories, with its charts as SVG in a folder beside it. */
    MARKDOWN("Markdown", "md", "-charts", (report, date, painter, folder) -> new ReportFiles(utf8(new MarkdownReport(folder).render(report)),
            folder, MarkdownReport.files(report, painter))),
    /** The tables for spreadsheets: a list of them, and each as a file in a folder beside it. */
    CSV("CSV", "csv", "-tables", (report, date, painter, folder) -> new ReportFiles(utf8(DocumentCsv.list(report, date, folder)), folder,
            tables(report))),
    /** The tables for programs. */
    JSON("JSON", "json", "", (report, date, painter, folder) -> ReportFiles.text(DocumentJson.text(report, date)));

    /** Makes the files; {@code folder} is the name of the one beside the main file. */
    private interface Renderer {
        ReportFiles render(ReportDocument report, LocalDate date, ChartPainter painter, String folder);
    }

    private final String title;
    private final String extension;
    private final String folder;
    private final Renderer renderer;

    /** @param folder what the name of the folder beside the main file ends in; empty: there is none */
    ReportForm(String title, String extension, String folder, Renderer renderer) {
        this.title = title;
        this.extension = extension;
        this.folder = folder;
        this.renderer = renderer;
    }

    /** The form that the name of a file says by its ending, large or small; absent: none. */
    public static Optional<ReportForm> of(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(form -> name.endsWith("." + form.extension)).findFirst();
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Of its main file, without a dot. */
    public String extension() {
        return extension;
    }

    /** True if the main file is not all: there is a folder beside it. */
    public boolean hasFolder() {
        return !folder.isEmpty();
    }

    /**
     * The files of a report.
     *
     * @param date    of the report: the same report and date give the same bytes
     * @param painter draws the charts
     * @param file    where the main file is to be: others are named after it
     */
    public ReportFiles write(ReportDocument report, LocalDate date, ChartPainter painter, Path file) {
        return renderer.render(report, date, painter, folder(file));
    }

    /** The name of the folder beside a main file of this form; empty: it has none. */
    String folder(Path file) {
        String name = file.getFileName().toString();
        int ending = name.length() - extension.length() - 1;
        String stem = ending > 0 && of(file).equals(Optional.of(this)) ? name.substring(0, ending) : name;
        return folder.isEmpty() ? "" : stem + folder;
    }

    private static Map<String, byte[]> tables(ReportDocument report) {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        DocumentCsv.tables(report).forEach((name, table) -> tables.put(name, utf8(table)));
        return tables;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
