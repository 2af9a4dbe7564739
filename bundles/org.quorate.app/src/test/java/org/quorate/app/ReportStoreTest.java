// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.SeriesStyle;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.text.Unit;

class ReportStoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    @TempDir
    private Path directory;

    private final ReportStore store = new ReportStore();

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).map(path -> directory.relativize(path).toString().replace('\\', '/')).sorted().toList();
        }
    }

    private static ReportDocument report() {
        LineChart chart = new LineChart("c", "A chart", "One line.", new Axis("x", Unit.NUMBER, Scale.LINEAR, 0, 1), new Axis("y", Unit.NUMBER,
                Scale.LINEAR, 0, 1), List.of(new LineChart.Series("s", SeriesStyle.candidate(0), List.of(new LineChart.Point(0, 1)))));
        return new ReportDocument("T", "", KeyValues.of("Date", "today"), List.of(new Heading(2, "h", "A chapter"), new Paragraph("Words."),
                KeyValues.of("nodes", "3"), new Figure(chart, Figure.Width.FULL, "")));
    }

    private static ReportFiles files(String... names) {
        Map<String, byte[]> beside = new LinkedHashMap<>();
        Arrays.stream(names).forEach(name -> beside.put(name, name.getBytes(StandardCharsets.UTF_8)));
        return new ReportFiles(ReportForm.MARKDOWN, "main".getBytes(StandardCharsets.UTF_8), "r-charts", beside);
    }

    @ParameterizedTest
    @EnumSource(ReportForm.class)
    void everyFormIsWrittenAndTheSameTwice(ReportForm form) throws IOException {
        Path file = directory.resolve("my $(id) 1.2." + form.extension());
        assertEquals(Optional.of(form), ReportForm.of(file));
        store.check(file, form, false);
        store.write(file, form.write(report(), DAY, new ChartPainter(), file), false);
        List<String> expected = switch (form) {
            case MARKDOWN -> List.of("my $(id) 1.2-charts/chart-c.svg", "my $(id) 1.2.md");
            case CSV -> List.of("my $(id) 1.2-tables/01-a-chapter.csv", "my $(id) 1.2.csv");
            case HTML, PDF, DOCX, JSON -> List.of("my $(id) 1.2." + form.extension());
        };
        assertEquals(expected, left());
        byte[] first = Files.readAllBytes(file);
        assertThrows(FileAlreadyExistsException.class, () -> store.check(file, form, false));
        store.write(file, form.write(report(), DAY, new ChartPainter(), file), true);
        assertEquals(-1, Arrays.mismatch(first, Files.readAllBytes(file)));
        assertEquals(expected, left());
    }

    @Test
    void theNameSaysTheForm() {
        assertEquals(Optional.of(ReportForm.PDF), ReportForm.of(Path.of("a", "B.PDF")));
        assertEquals(Optional.empty(), ReportForm.of(Path.of("pdf")));
        assertEquals(Optional.empty(), ReportForm.of(Path.of("/")));
        assertEquals("report-charts", ReportForm.MARKDOWN.folder(Path.of("x", "report.md")));
        assertEquals("report.txt-charts", ReportForm.MARKDOWN.folder(Path.of("report.txt")));
        assertEquals("", ReportForm.HTML.folder(Path.of("report.html")));
    }

    @Test
    void aFolderIsReplacedWholeAndOnlyIfItIsAReports() throws IOException {
        Path file = directory.resolve("r.md");
        store.write(file, files("chart-a.svg", "chart-b.svg"), false);
        assertThrows(FileAlreadyExistsException.class, () -> store.write(directory.resolve("s.md"), files("chart-a.svg"), false), "the folder is there");
        store.write(file, files("chart-c.svg"), true);
        assertEquals(List.of("r-charts/chart-c.svg", "r.md"), left());
        Files.writeString(directory.resolve("r-charts").resolve("thesis.txt"), "years of work");
        FileSystemException refused = assertThrows(FileSystemException.class, () -> store.write(file, files("chart-d.svg"), true));
        assertTrue(refused.getMessage().contains("thesis.txt"), refused.getMessage());
        assertEquals(List.of("r-charts/chart-c.svg", "r-charts/thesis.txt", "r.md"), left());
    }

    /** A budget and a chart of accounts have names much like those of tables and charts. */
    @ParameterizedTest
    @CsvSource({"r.md, r-charts/chart-of-accounts.ods", "r.md, r-charts/logo.psd", "r.md, r-charts/01-nodes.csv", "r.md, r-charts/chart-.svg",
        "r.csv, r-tables/2026-budget.xlsx", "r.csv, r-tables/2026-budget.csv", "r.csv, r-tables/01-Budget.csv", "r.csv, r-tables/chart-a.svg"})
    void aFolderWithAFileOfItsUsersIsRefused(String name, String own) throws IOException {
        Path file = directory.resolve(name);
        ReportForm form = ReportForm.of(file).orElseThrow();
        ReportFiles report = form.write(report(), DAY, new ChartPainter(), file);
        store.write(file, report, false);
        store.write(file, report, true);
        Files.writeString(directory.resolve(own), "years of work");
        assertThrows(FileSystemException.class, () -> store.check(file, form, true));
        assertThrows(FileSystemException.class, () -> store.write(file, report, true));
        assertEquals("years of work", Files.readString(directory.resolve(own)));
    }

    /** Moves so many folders and no more. */
    private ReportStore moving(int most) {
        return new ReportStore(new ReportFolders() {
            private int left = most;

            @Override
            void move(Path from, Path to) throws IOException {
                if (left-- <= 0) {
                    throw new IOException("the disk is gone");
                }
                super.move(from, to);
            }
        });
    }

    @Test
    void whatWasThereIsNeverDeletedThoughItCannotBeMovedBack() throws IOException {
        Path file = directory.resolve("r.md");
        store.write(file, files("chart-a.svg"), false);
        assertThrows(IOException.class, () -> moving(0).write(file, files("chart-b.svg"), true));
        assertEquals(List.of("r-charts/chart-a.svg", "r.md"), left());
        IOException told = assertThrows(IOException.class, () -> moving(1).write(file, files("chart-b.svg"), true));
        assertEquals("the disk is gone", told.getSuppressed()[0].getMessage());
        assertEquals(2, left().size(), left().toString());
        Path before = Path.of(told.getMessage().replaceFirst(".* is now in ", ""));
        assertEquals("chart-a.svg", Files.readString(before.resolve("chart-a.svg")));
    }

    @Test
    void aReportIsWrittenThoughWhatWasThereBeforeCannotBeDeleted() throws IOException {
        Path file = directory.resolve("r.md");
        store.write(file, files("chart-a.svg"), false);
        new ReportStore(new ReportFolders() {
            @Override
            void delete(Path folder) throws IOException {
                throw new IOException("another program reads it");
            }
        }).write(file, files("chart-b.svg"), true);
        assertEquals("chart-b.svg", Files.readString(directory.resolve("r-charts").resolve("chart-b.svg")));
    }

    @Test
    void whatWasThereComesBackIfSomethingFails() throws IOException {
        Path file = directory.resolve("r.md");
        store.write(file, files("chart-a.svg"), false);
        assertThrows(IOException.class, () -> store.write(file, files("chart-b.svg", "none/chart-c.svg"), true), "there is no such folder");
        assertEquals(List.of("r-charts/chart-a.svg", "r.md"), left());
        assertThrows(IOException.class, () -> store.write(Files.createDirectory(directory.resolve("d.md")), files("chart-b.svg"), true));
        assertEquals(List.of("r-charts/chart-a.svg", "r.md"), left());
    }
}
