// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.quorate.model.Scenario;
import org.quorate.report.AccuracyReport;
import org.quorate.report.ComparisonReport;
import org.quorate.report.FailureReport;
import org.quorate.report.MapReport;
import org.quorate.report.ReportContext;
import org.quorate.report.SearchReport;
import org.quorate.report.SensitivityReport;
import org.quorate.report.SweepReport;
import org.quorate.report.UnsafeReport;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.html.HtmlReport;
import org.quorate.study.accuracy.Accuracy;
import org.quorate.study.failure.Failure;
import org.quorate.study.map.CrossoverMap;
import org.quorate.study.result.Comparison;
import org.quorate.study.search.Search;
import org.quorate.study.sensitivity.Sensitivity;
import org.quorate.study.sweep.Sweep;
import org.quorate.study.unsafe.UnsafeResult;

/** Writes reports: one page each that needs nothing else. Thread-safe. */
public final class WriteReport {

    private static final String PAGE = "index.html";

    private final Clock clock;
    private final AtomicFile files = new AtomicFile();

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
            files.check(page(directory), replace);
        }
    }

    /**
     * Writes the page, whole or not at all; makes the directory if needed.
     *
     * @param scenario   that was compared
     * @param command    that makes this report again, one element an argument
     * @param replace    false: an existing page is kept
     * @throws IOException if the page exists and must not be replaced, or cannot be written
     */
    public void write(Scenario scenario, Comparison comparison, List<String> command, Path directory, boolean replace)
            throws IOException {
        ReportContext context = new ReportContext(LocalDate.now(clock), command);
        write(ComparisonReport.document(comparison, scenario, context), directory, replace);
    }

    /**
     * Writes the page on the comparison with the lab, whole or not at all; makes the directory if needed.
     *
     * @param command that makes this report again, one element an argument
     * @param replace false: an existing page is kept
     * @throws IOException if the page exists and must not be replaced, or cannot be written
     */
    public void write(Accuracy accuracy, List<String> command, Path directory, boolean replace) throws IOException {
        write(AccuracyReport.document(accuracy, new ReportContext(LocalDate.now(clock), command)), directory, replace);
    }

    /**
     * Writes the page on a sweep, whole or not at all; makes the directory if needed.
     *
     * @param command that makes this report again, one element an argument
     * @param replace false: an existing page is kept
     * @throws IOException if the page exists and must not be replaced, or cannot be written
     */
    public void write(Sweep sweep, List<String> command, Path directory, boolean replace) throws IOException {
        write(SweepReport.document(sweep, new ReportContext(LocalDate.now(clock), command)), directory, replace);
    }

    /**
     * Writes the page on a map, whole or not at all; makes the directory if needed.
     *
     * @param command that makes this report again, one element an argument
     * @param replace false: an existing page is kept
     * @throws IOException if the page exists and must not be replaced, or cannot be written
     */
    public void write(CrossoverMap map, List<String> command, Path directory, boolean replace) throws IOException {
        write(MapReport.document(map, new ReportContext(LocalDate.now(clock), command)), directory, replace);
    }

    /**
     * Writes the page on a search, whole or not at all; makes the directory if needed.
     *
     * @param command that makes this report again, one element an argument
     * @param replace false: an existing page is kept
     * @throws IOException if the page exists and must not be replaced, or cannot be written
     */
    public void write(Search search, List<String> command, Path directory, boolean replace) throws IOException {
        write(SearchReport.document(search, new ReportContext(LocalDate.now(clock), command)), directory, replace);
    }

    /**
     * Writes the page on a local file system that several nodes mounted, whole or not at all; makes the directory if needed.
     *
     * @param command that makes this report again, one element an argument
     * @param replace false: an existing page is kept
     * @throws IOException if the page exists and must not be replaced, or cannot be written
     */
    public void write(UnsafeResult result, List<String> command, Path directory, boolean replace) throws IOException {
        write(UnsafeReport.document(result, new ReportContext(LocalDate.now(clock), command)), directory, replace);
    }

    /**
     * Writes the page on a failure, whole or not at all; makes the directory if needed.
     *
     * @param command that makes this report again, one element an argument
     * @param replace false: an existing page is kept
     * @throws IOException if the page exists and must not be replaced, or cannot be written
     */
    public void write(Failure failure, List<String> command, Path directory, boolean replace) throws IOException {
        write(FailureReport.document(failure, new ReportContext(LocalDate.now(clock), command)), directory, replace);
    }

    /**
     * Writes the page on what moves an answer, whole or not at all; makes the directory if needed.
     *
     * @param command that makes this report again, one element an argument
     * @param replace false: an existing page is kept
     * @throws IOException if the page exists and must not be replaced, or cannot be written
     */
    public void write(Sensitivity sensitivity, List<String> command, Path directory, boolean replace) throws IOException {
        write(SensitivityReport.document(sensitivity, new ReportContext(LocalDate.now(clock), command)), directory, replace);
    }

    private void write(ReportDocument document, Path directory, boolean replace) throws IOException {
        String html = new HtmlReport(new ChartPainter()).render(document);
        Files.createDirectories(directory);
        files.write(page(directory), html.getBytes(StandardCharsets.UTF_8), replace);
    }
}
