// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.results.KeptResult;
import org.quorate.app.results.KeptStudies;
import org.quorate.app.results.ResultStore;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.report.document.Language;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.advice.KnownAdvice;
import org.quorate.ui.form.FieldTitles;
import org.quorate.ui.report.Reports;
import org.quorate.ui.results.ResultKeeper;
import org.quorate.ui.runs.Found;
import org.quorate.ui.runs.Study;
import org.quorate.ui.runs.StudyRequest;
import org.quorate.ui.runs.TestRuns;

/** A sizing report is asked for, made, kept and had again, without a display. */
class SizingQuestionsTest {

    @TempDir
    private Path folder;
    private final List<String> opened = new ArrayList<>();
    private final ScenarioDocument document = ScenarioReader.read("small.yaml", TestScenarios.SMALL).document().orElseThrow();
    private Path scenario;
    private ResultStore store;
    private Studies studies;

    private final TemplatePages pages = new TemplatePages() {
        @Override
        public void open(Path template, int line) {
            opened.add(template.getFileName() + ":" + line);
        }

        @Override
        public void begin(Path beside) {
            opened.add("new beside " + beside.getFileName());
        }
    };

    @BeforeEach
    void create() throws IOException {
        scenario = Files.writeString(folder.resolve("small.yaml"), TestScenarios.SMALL);
        store = new ResultStore(folder.resolve("results"), () -> 9);
        studies = new Studies(new StudyTools(new QuorateApp(2), new Reports(Clock.systemUTC()), new FieldTitles(Locale.ENGLISH),
                Optional.empty()), new KnownAdvice(), new KeptStudies(store, () -> "test"));
    }

    private StudyForm form() {
        StudyForm form = new StudyForm(studies.sizing(document, Optional.of(scenario), pages));
        Forms.check(form);
        return form;
    }

    private Found run(StudyForm form) throws IOException {
        Reply reply = Forms.check(form);
        assertEquals(Map.of(), reply.problems());
        return reply.study().orElseThrow().work().run(Progress.silent(() -> false));
    }

    private void keep(Study study, StudyRequest request, Found found) {
        new ResultKeeper(store, Clock.systemUTC(), "test", () -> "test", e -> {
            throw new AssertionError(e);
        }).keep(TestRuns.done(study, request, found));
    }

    @Test
    void theReportIsWrittenInTheFormThatItsNameSays() throws IOException {
        StudyForm form = form();
        assertEquals(folder.resolve("small-sizing.pdf").toString(), Forms.question(form, SizingQuestions.FILE).value());
        Found found = run(form);
        assertTrue(Files.readString(folder.resolve("small-sizing.pdf"), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
        assertEquals(Optional.of(folder.resolve("small-sizing.pdf")), found.note().orElseThrow().file());
        assertEquals("A small scenario", found.report().title());
        form.enter(SizingQuestions.FILE, "small.docx");
        run(form);
        assertTrue(Files.readString(folder.resolve("small.docx"), StandardCharsets.ISO_8859_1).startsWith("PK"));
        form.enter(SizingQuestions.FILE, "small.md");
        run(form);
        assertTrue(Files.isDirectory(folder.resolve("small-charts")), "with its charts beside it");
    }

    @Test
    void noFileIsReplacedUnlessThatIsTicked() throws IOException {
        Path file = Files.writeString(folder.resolve("small-sizing.pdf"), "mine");
        StudyForm form = form();
        assertTrue(Forms.question(form, SizingQuestions.REPLACE).enabled());
        assertEquals(StudyMessages.Sizing_file_exists, Forms.check(form).problems().get(SizingQuestions.FILE));
        form.enter(SizingQuestions.FILE, "other.pdf");
        assertFalse(Forms.question(form, SizingQuestions.REPLACE).enabled());
        form.enter(SizingQuestions.FILE, file.toString());
        form.enter(SizingQuestions.REPLACE, Question.YES);
        run(form);
        assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    }

    @Test
    void whatCannotBeWrittenIsSaidBeforeAnythingIsRun() {
        StudyForm form = form();
        form.enter(SizingQuestions.FILE, "report.txt");
        assertTrue(Forms.check(form).problems().get(SizingQuestions.FILE).contains(".docx"));
        form.enter(SizingQuestions.FILE, "nowhere/report.pdf");
        assertTrue(Forms.check(form).problems().get(SizingQuestions.FILE).endsWith("nowhere"));
    }

    @Test
    void aWrongTemplateShowsItsProblemsAndLeadsToTheFirst() throws IOException {
        Files.writeString(folder.resolve("report.yaml"), "title: Mine\ncostumer: x\nlogo: none.png\n");
        StudyForm form = form();
        assertEquals(folder.resolve("report.yaml").toString(), Forms.question(form, SizingQuestions.TEMPLATE).value());
        assertFalse(Forms.question(form, SizingQuestions.CUSTOMER).enabled(), "the template has the cover");
        String problem = Forms.check(form).problems().get(SizingQuestions.TEMPLATE);
        assertTrue(problem.startsWith("report.yaml, line 2: "), problem);
        Question.Aid aid = Forms.question(form, SizingQuestions.TEMPLATE).aids().get(0);
        assertEquals("Open report.yaml at line 2", aid.title());
        aid.work().run();
        assertEquals(List.of("report.yaml:2"), opened);
    }

    @Test
    void withoutATemplateTheCoverIsAskedForAndANewTemplateOffered() throws IOException {
        StudyForm form = form();
        Question template = Forms.question(form, SizingQuestions.TEMPLATE);
        assertEquals("", template.value());
        assertEquals(List.of(StudyMessages.Sizing_template_new), template.aids().stream().map(Question.Aid::title).toList());
        template.aids().get(0).work().run();
        assertEquals(List.of("new beside small.yaml"), opened);
        form.enter(SizingQuestions.FILE, "");
        form.enter(SizingQuestions.CUSTOMER, "Example & Sons");
        form.enter(SizingQuestions.LANGUAGE, "Deutsch");
        Found found = run(form);
        assertTrue(found.report().about().entries().stream().anyMatch(entry -> entry.value().equals("Example & Sons")));
        assertEquals(Language.GERMAN, found.report().language());
        assertEquals(Optional.empty(), found.note().orElseThrow().file());
    }

    @Test
    void aKeptComparisonAndSweepsOfThisVeryScenarioAreUsed() throws IOException {
        assertTrue(Forms.check(form()).summary().startsWith(StudyMessages.Sizing_summary_new));
        Study compare = studies.plain("compare", document);
        keep(compare, new StudyRequest("compare", Optional.of(scenario)), compare.work().run(Progress.silent(() -> false)));
        StudyForm sweep = new StudyForm(studies.asked("sweep", document).orElseThrow());
        sweep.enter("values", "1, 2");
        Forms.check(sweep);
        Study swept = Forms.check(sweep).study().orElseThrow();
        keep(swept, new StudyRequest("sweep", Optional.of(scenario)), swept.work().run(Progress.silent(() -> false)));
        StudyForm form = form();
        assertFalse(Forms.check(form).summary().startsWith(StudyMessages.Sizing_summary_new));
        assertEquals(1, Forms.question(form, SizingQuestions.SCALING).choices().size());
        form.enter(SizingQuestions.FILE, "");
        Found found = run(form);
        assertTrue(found.note().orElseThrow().text().contains(StudyMessages.Sizing_part_comparison));
        assertTrue(found.report().blocks().toString().contains("id=scaling"), "its chapter");
        form.enter(SizingQuestions.SCALING, "");
        assertFalse(run(form).report().blocks().toString().contains("id=scaling"));
    }

    @Test
    void aKeptReportIsHadAgainWithoutItsFile() throws IOException {
        StudyForm form = form();
        Reply reply = Forms.check(form);
        Found found = run(form);
        StudyRequest request = new StudyRequest(SizingQuestions.WORD, SizingQuestions.kept(form.entered()), Optional.of(scenario));
        keep(reply.study().orElseThrow(), request, found);
        KeptResult kept = store.results().get(0);
        assertEquals(found.report(), store.content(kept.id()).report());
        assertEquals(found.report().title(), studies.again("again", request, Optional.of(document)).work()
                .run(Progress.silent(() -> false)).report().title());
    }

    @Test
    void aCancelledReportLeavesNoFile() {
        Study study = Forms.check(form()).study().orElseThrow();
        Progress cancelled = Progress.silent(() -> true);
        assertThrows(CancellationException.class, () -> study.work().run(cancelled));
        assertFalse(Files.exists(folder.resolve("small-sizing.pdf")));
    }
}
