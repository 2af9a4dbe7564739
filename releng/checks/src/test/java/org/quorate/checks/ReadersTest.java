// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.app.MakeSizingReport;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.SizingPlan;
import org.quorate.app.StudyOptions;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.ReportContext;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Language;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.docx.DocxReport;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.language.Translator;
import org.quorate.report.pdf.PdfReport;
import org.quorate.report.sizing.SizingReport;
import org.quorate.report.sizing.Template;

/**
 * Reports as programs that are not ours read them: PDF by Poppler, DOCX by LibreOffice, inside the throw-away Debian. Whatever
 * the report says is on the pages, in its order; nothing is cut off, and no page is empty.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ReadersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    /** Of the page, that no ink may be in: 10 mm at the sides. */
    private static final double MARGIN = 10.0 / 210;
    /** Share of a page's pixels that even a heading with one line of text covers. */
    private static final double LEAST_INK = 0.0015;
    /** Where the line at the foot of a page begins. */
    private static final double FOOT = 0.93;

    /** Characters from one piece of text to the next at most: contents or titles of a table that go on overleaf may lie between. */
    private static final int NEAR = 2_000;

    private final Map<String, ReportDocument> documents = new LinkedHashMap<>();
    private final Map<String, ReadPdf> read = new LinkedHashMap<>();

    @BeforeAll
    void openAll(@TempDir Path folder) throws Exception {
        ReportDocument sizing = sizing();
        documents.put("english", sizing);
        documents.put("german", Translator.of(Language.GERMAN).document(sizing));
        ChartPainter painter = new ChartPainter();
        for (Map.Entry<String, ReportDocument> each : documents.entrySet()) {
            Files.write(folder.resolve(each.getKey() + "-word.docx"), new DocxReport(painter).render(each.getValue(), DAY));
            Files.write(folder.resolve(each.getKey() + "-pdf.pdf"), new PdfReport(painter).render(each.getValue(), DAY));
        }
        try (InputStream script = ReadersTest.class.getResourceAsStream("read-reports.sh")) {
            Files.copy(script, folder.resolve("read-reports.sh"));
        }
        Program inside = Program.run(Checkout.here().root(), Map.of(), List.of("releng/debian-root/enter", "--bind", folder + ":/host", "--",
                "bash", "/host/read-reports.sh"));
        assertEquals(0, inside.code(), inside.out() + inside.err());
        for (String name : names().toList()) {
            read.put(name, ReadPdf.of(folder, name));
        }
    }

    /** Of a sample, with few runs: what is written counts here, not how sure it is. */
    private static ReportDocument sizing() throws IOException {
        QuorateApp app = new QuorateApp(2);
        ScenarioDocument scenario = app.validateScenario().read(Checkout.here().file("sample-models/web-sessions/scenario.yaml"))
                .document().orElseThrow();
        MakeSizingReport use = app.makeSizingReport();
        StudyOptions options = new StudyOptions(OptionalLong.of(1), OptionalInt.of(2));
        SizingPlan plan = use.plan(scenario, Template.standard(), new SizingPlan.Wish(options, false, false, Optional.empty(), List.of(),
                List.of(), Optional.empty()), Progress.silent(() -> false));
        return SizingReport.document(use.run(plan, Enum::name, Progress.silent(() -> false)).results(), Template.standard(), new ReportContext(DAY,
                List.of("quorate", "report", "web-sessions")));
    }

    static Stream<String> names() {
        return Stream.of("english-word", "english-pdf", "german-word", "german-pdf");
    }

    private ReportDocument document(String name) {
        return documents.get(name.substring(0, name.indexOf('-')));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everythingIsThereInItsOrder(String name) {
        String text = ReportedWords.dense(String.join("", read.get(name).pages()));
        List<String> missing = new ArrayList<>();
        int from = 0;
        for (String piece : ReportedWords.of(document(name))) {
            int at = text.indexOf(piece, from);
            if (at < 0 || at > from + NEAR) {
                missing.add(piece);
            } else {
                from = at;
            }
        }
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyFigureIsThere(String name) {
        long figures = document(name).blocks().stream().filter(Figure.class::isInstance).count();
        assertTrue(figures > 5, "a report has figures");
        assertEquals(name.endsWith("word") ? figures : 0, read.get(name).images(), "in PDF they are vectors");
    }

    @ParameterizedTest
    @MethodSource("names")
    void fontsComeAlong(String name) {
        assertTrue(read.get(name).fonts().size() >= 2, read.get(name).fonts().toString());
        for (String font : read.get(name).fonts()) {
            assertTrue(font.matches(".* yes +yes +yes +\\d+ +\\d+"), "embedded, a subset, with characters to copy: " + font);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void noPageIsEmptyAndNothingIsCutOff(String name) {
        List<ReadPdf.Shot> shots = read.get(name).shots();
        assertEquals(read.get(name).pages().size(), shots.size());
        for (int i = 0; i < shots.size(); i++) {
            ReadPdf.Shot page = shots.get(i);
            assertTrue(page.ink(0, 0, 1, FOOT) > LEAST_INK, "page " + (i + 1) + " is empty");
            assertEquals(0, page.ink(0, 0, MARGIN, 1), "ink at the left of page " + (i + 1));
            assertEquals(0, page.ink(1 - MARGIN, 0, 1, 1), "ink at the right of page " + (i + 1));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void noPageEndsWithAHeading(String name) {
        Set<String> headings = document(name).blocks().stream().filter(Heading.class::isInstance)
                .map(heading -> ReportedWords.dense(((Heading) heading).text())).collect(Collectors.toSet());
        List<String> last = read.get(name).pages().stream().map(page -> page.strip().lines().reduce("", (before, line) -> line))
                .map(ReportedWords::dense).toList();
        assertEquals(List.of(), last.stream().filter(headings::contains).toList());
    }

    @ParameterizedTest
    @MethodSource("names")
    void theFileSaysWhatItIs(String name) {
        assertTrue(read.get(name).info().stream().anyMatch(line -> line.matches("Title: +\\Q" + document(name).title() + "\\E")),
                read.get(name).info().toString());
        assertTrue(read.get(name).info().stream().anyMatch(line -> line.matches("Page size: .*\\(A4\\)")),
                read.get(name).info().toString());
    }
}
