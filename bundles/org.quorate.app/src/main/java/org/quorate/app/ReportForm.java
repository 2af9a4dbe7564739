// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
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
    HTML("Web page", "html", (report, date, painter, folder) -> utf8(new HtmlReport(painter).render(report))),
    /** For paper. */
    PDF("PDF", "pdf", (report, date, painter, folder) -> new PdfReport(painter).render(report, date)),
    /** To be edited. */
    DOCX("Word document", "docx", (report, date, painter, folder) -> new DocxReport(painter).render(report, date)),
    /** Text for wikis and repositories, with its charts as SVG in a folder beside it. */
    MARKDOWN("Markdown", "md", (report, date, painter, folder) -> utf8(new MarkdownReport(folder).render(report)),
            new Beside("-charts", MarkdownReport::files, MarkdownReport::mayName)),
    /** The tables for spreadsheets: a list of them, and each as a file in a folder beside it. */
    CSV("CSV", "csv", (report, date, painter, folder) -> utf8(DocumentCsv.list(report, date, folder)),
            new Beside("-tables", (report, painter) -> tables(report), DocumentCsv::mayName)),
    /** The tables for programs. */
    JSON("JSON", "json", (report, date, painter, folder) -> utf8(DocumentJson.text(report, date)));

    /** Makes the main file; {@code folder} is the name of the one beside it. */
    private interface Renderer {
        byte[] render(ReportDocument report, LocalDate date, ChartPainter painter, String folder);
    }

    /**
     * The folder beside the main file.
     *
     * @param ending  what its name ends in
     * @param files   makes what it holds, by name
     * @param mayName true of the names of such files
     */
    private record Beside(String ending, BiFunction<ReportDocument, ChartPainter, Map<String, byte[]>> files, Predicate<String> mayName) {
    }

    private final String title;
    private final String extension;
    private final Renderer renderer;
    private final Optional<Beside> beside;

    ReportForm(String title, String extension, Renderer renderer) {
        this(title, extension, renderer, null);
    }

    /** @param beside null: there is no folder beside the main file */
    ReportForm(String title, String extension, Renderer renderer, Beside beside) {
        this.title = title;
        this.extension = extension;
        this.renderer = renderer;
        this.beside = Optional.ofNullable(beside);
    }

    /** The form of that extension, without a dot, large or small letters; absent: none. */
    public static Optional<ReportForm> ofExtension(String extension) {
        return Arrays.stream(values()).filter(form -> form.extension.equalsIgnoreCase(extension)).findFirst();
    }

    /** All extensions, without dots, in order. */
    public static List<String> extensions() {
        return Arrays.stream(values()).map(ReportForm::extension).toList();
    }

    /** The form that the name of a file says by its ending, large or small; absent: none. */
    public static Optional<ReportForm> of(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : ofExtension(name.substring(dot + 1));
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
        return beside.isPresent();
    }

    /**
     * The files of a report.
     *
     * @param date    of the report: the same report and date give the same bytes
     * @param painter draws the charts
     * @param file    where the main file is to be: others are named after it
     */
    public ReportFiles write(ReportDocument report, LocalDate date, ChartPainter painter, Path file) {
        String folder = folder(file);
        return new ReportFiles(this, renderer.render(report, date, painter, folder), folder,
                beside.map(own -> own.files().apply(report, painter)).orElse(Map.of()));
    }

    /** The name of the folder beside a main file of this form; empty: it has none. */
    String folder(Path file) {
        String name = file.getFileName().toString();
        int ending = name.length() - extension.length() - 1;
        String stem = ending > 0 && of(file).equals(Optional.of(this)) ? name.substring(0, ending) : name;
        return beside.map(own -> stem + own.ending()).orElse("");
    }

    /** The folder that a report of this form has beside its main file; absent: none. */
    public Optional<Path> beside(Path file) {
        return beside.map(own -> file.resolveSibling(folder(file)));
    }

    /** True of each name that a file in the folder of a report may have. */
    boolean mayName(String inFolder) {
        return beside.isPresent() && beside.get().mayName().test(inFolder);
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
