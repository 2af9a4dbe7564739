// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.results.KeptResult;
import org.quorate.app.results.KeptStudies;
import org.quorate.app.results.ResultContent;
import org.quorate.app.results.ResultStore;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Notice;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.advice.KnownAdvice;
import org.quorate.ui.form.FieldTitles;
import org.quorate.ui.report.Reports;
import org.quorate.ui.runs.Found;
import org.quorate.ui.runs.Study;
import org.quorate.ui.runs.StudyRequest;
import org.quorate.ui.study.Studies;
import org.quorate.ui.study.StudyTools;

/** Results are kept, shown again, made again and compared, without a display. */
class ResultsPresenterTest {

    private static final Progress QUIET = new Progress() {
        @Override
        public void report(int done, int total, String message) {
            assertTrue(done <= total);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    @TempDir
    private Path folder;
    private ResultStore store;
    private Studies studies;
    private ResultsPresenter presenter;
    private long second;

    @BeforeEach
    void create() {
        Reports reports = new Reports(Clock.systemUTC());
        store = new ResultStore(folder.resolve("results"), () -> 9);
        studies = new Studies(new StudyTools(new QuorateApp(2), reports, new FieldTitles(Locale.ENGLISH), Optional.empty()), new KnownAdvice(),
                new KeptStudies(store, () -> "test"));
        presenter = new ResultsPresenter(store, studies, reports);
    }

    private static ScenarioDocument document(String text) {
        return ScenarioReader.read("small.yaml", text).document().orElseThrow();
    }

    /** As the desktop does, but in this thread; each a second after the last. */
    private KeptResult keep(Study study, StudyRequest request) throws IOException {
        Found found = study.work().run(QUIET);
        ResultKeeper keeper = new ResultKeeper(store, Clock.fixed(Instant.ofEpochSecond(++second), ZoneOffset.UTC), "test", () -> "test", e -> {
            throw new AssertionError(e);
        });
        keeper.keep(org.quorate.ui.runs.TestRuns.done(study, request, found));
        presenter.load();
        return presenter.rows().get(0);
    }

    private KeptResult comparison(String scenario, Optional<Path> source) throws IOException {
        return keep(studies.plain("compare", document(scenario)), new StudyRequest("compare", source));
    }

    private ResultContent content(KeptResult result) throws IOException {
        return store.content(result.id());
    }

    @Test
    void aComparisonIsShownAgainAndGivesTheSameNumbersAgain() throws IOException {
        KeptResult first = comparison(TestScenarios.SMALL, Optional.empty());
        assertEquals(List.of("small: comparison", "small", "compare"), List.of(first.name(), first.scenario(), first.study()));
        assertTrue(first.comparable());
        assertFalse(first.verdict().isEmpty());
        Found shown = presenter.opened(first).work().run(QUIET);
        assertEquals(content(first).report(), shown.report());
        assertEquals(List.of("csv", "json", "timeline.csv"), shown.data().stream().map(form -> form.extension()).toList());
        assertEquals(TestScenarios.SMALL, presenter.scenario(first));
        KeptResult second = keep(presenter.again(first), presenter.request(first));
        assertEquals("small: comparison (again)", second.name());
        assertEquals(content(first).comparison(), content(second).comparison());
        assertTrue(notices(presenter.beside(List.of(second, first))).get(0).startsWith("small: comparison (again) against small: comparison: the same numbers"));
    }

    private static List<String> notices(Study study) throws IOException {
        return notices(study.work().run(QUIET).report());
    }

    private static List<String> notices(ReportDocument report) {
        return report.blocks().stream().filter(Notice.class::isInstance).map(block -> ((Notice) block).title()).toList();
    }

    @Test
    void anotherSeedGivesOtherNumbersAndIsToldAsTheOneChange() throws IOException {
        KeptResult first = comparison(TestScenarios.SMALL, Optional.empty());
        KeptResult other = keep(presenter.again(first, 77), presenter.requestWithoutSeed(first));
        assertEquals(77, other.seed());
        assertEquals("small: comparison (seed 77)", other.name());
        assertFalse(content(first).comparison().contenders().equals(content(other).comparison().contenders()));
        ReportDocument report = presenter.beside(List.of(first, other)).work().run(QUIET).report();
        Table changes = report.blocks().stream().filter(Table.class::isInstance).map(Table.class::cast)
                .filter(table -> table.title().equals("Values that differ")).findFirst().orElseThrow();
        assertEquals(List.of("study.seed", "1", "77"), ((Table.CellRow) changes.rows().get(0)).cells().stream().map(cell -> cell.plain()).toList());
        assertEquals(1, changes.rows().size());
        assertTrue(report.blocks().stream().anyMatch(block -> block instanceof Heading heading && heading.id().equals("latency")));
    }

    /** Its answers are kept with it, so that they need not be given again. */
    @Test
    void aSweepIsMadeAgainFromItsAnswers() throws IOException {
        Map<String, String> answers = Map.of("field", "nodes", "values", "2, 3", "secondField", "", "secondValues", "", "replications", "2", "seed", "5");
        StudyRequest request = new StudyRequest("sweep", answers, Optional.empty());
        KeptResult first = keep(studies.again("a sweep", request, Optional.of(document(TestScenarios.SMALL))), request);
        assertEquals(5, first.seed());
        assertFalse(first.comparable());
        KeptResult again = keep(presenter.again(first), presenter.request(first));
        assertEquals(content(first).data(), content(again).data());
        assertEquals(2, content(first).points().size());
        KeptResult other = keep(presenter.again(first, 6), presenter.requestWithoutSeed(first));
        assertEquals(6, other.seed());
        assertFalse(content(first).data().equals(content(other).data()));
        assertFalse(presenter.canStandBeside(List.of(first, again)), "only comparisons have figures of the same kinds");
    }

    @Test
    void theScenarioIsHeldAgainstItsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("small.yaml"), TestScenarios.SMALL);
        KeptResult result = comparison(TestScenarios.SMALL, Optional.of(file));
        assertEquals(List.of("No value differs"), notices(presenter.changes(result)));
        Files.writeString(file, TestScenarios.SMALL.replace("200 ms", "300 ms"));
        assertEquals(List.of("One value differs"), notices(presenter.changes(result)));
        Files.writeString(file, "nonsense");
        assertThrows(IllegalArgumentException.class, () -> notices(presenter.changes(result)));
        Files.delete(file);
        assertThrows(IOException.class, () -> notices(presenter.changes(result)));
        assertFalse(presenter.hasFile(comparison(TestScenarios.SMALL, Optional.empty())));
    }

    @Test
    void resultsAreNamedPinnedDeletedAndBroughtBack() throws IOException {
        KeptResult first = comparison(TestScenarios.SMALL, Optional.empty());
        KeptResult second = comparison(TestScenarios.SMALL, Optional.empty());
        presenter.rename(first, "with 2 nodes");
        presenter.pin(List.of(second));
        assertEquals(List.of("small: comparison", "with 2 nodes"), presenter.rows().stream().map(KeptResult::name).toList());
        assertTrue(presenter.rows().get(0).pinned());
        assertEquals("1 of 2 results", presenter.summary(1));
        presenter.delete(presenter.rows());
        assertEquals(List.of(), presenter.rows());
        assertTrue(presenter.canUndelete());
        presenter.undelete();
        assertEquals(2, presenter.rows().size());
        assertEquals("2 results", presenter.summary(2));
        assertFalse(presenter.canUndelete());
        assertTrue(ResultsPresenter.wrongName(" ").isPresent());
        Files.writeString(folder.resolve("results").resolve(first.id()).resolve("result.json"), "{");
        ResultsPresenter next = new ResultsPresenter(new ResultStore(folder.resolve("results"), () -> 9), studies, new Reports(Clock.systemUTC()));
        next.load();
        assertEquals(1, next.rows().size());
        assertTrue(next.summary(1).startsWith("1 result 1 cannot be read"), next.summary(1));
    }
}
