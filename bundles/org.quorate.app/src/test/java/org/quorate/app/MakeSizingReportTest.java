// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.ReportContext;
import org.quorate.report.sizing.Chapter;
import org.quorate.report.sizing.Part;
import org.quorate.report.sizing.SizingResults;
import org.quorate.report.sizing.Template;
import org.quorate.study.failure.FailureKind;

class MakeSizingReportTest {

    private static final Path SAMPLE = Path.of("src/test/resources/org/quorate/app/small.yaml");
    private static final String TARGET = "\ntargets:\n  - {figure: lock-memory, limit: 64 MiB}\n";
    private static final ReportContext CONTEXT = new ReportContext(LocalDate.of(2026, 11, 28), List.of("quorate", "report"));

    /** Parts of which something is kept, without sensitivity. */
    private static final List<SizingPart> KEPT = List.of(SizingPart.COMPARISON, SizingPart.NODE_LESS, SizingPart.CAPACITY);

    private final QuorateApp app = new QuorateApp(2);
    private final MakeSizingReport use = app.makeSizingReport();
    private final List<String> told = new ArrayList<>();
    private boolean cancelled;
    private String cancelAt = "nothing";
    private int last;

    private final Progress progress = new Progress() {
        @Override
        public void report(int done, int total, String message) {
            assertTrue(0 <= done && done <= total && total > 0, done + " of " + total);
            last = total;
            told.add(message.replaceAll(":.*", ""));
            cancelled |= message.startsWith(cancelAt);
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    };

    @TempDir
    private Path directory;

    private ScenarioDocument scenario(String more) throws IOException {
        String text = Files.readString(SAMPLE) + more;
        return app.validateScenario().read("test", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).document().orElseThrow();
    }

    private SizingPlan.Wish wish(int replications) {
        return new SizingPlan.Wish(new StudyOptions(OptionalLong.empty(), OptionalInt.of(replications)), true, false, Optional.empty(),
                List.of(), List.of(), Optional.of(directory.resolve("kept")));
    }

    private MakeSizingReport.Made run(SizingPlan plan) throws IOException {
        return use.run(plan, part -> "part " + part, progress);
    }

    private MakeSizingReport.Made make(ScenarioDocument document, int replications) throws IOException {
        return run(use.plan(document, Template.standard(), wish(replications), progress));
    }

    private byte[] page(SizingResults results) {
        return use.write(use.document(results, Template.standard(), CONTEXT), CONTEXT.date(), ReportForm.HTML, Path.of("report.html"), progress).main();
    }

    @Test
    void whatIsMissingIsRunPartByPartAndWhatIsKeptIsNot() throws IOException {
        ScenarioDocument document = scenario(TARGET);
        MakeSizingReport.Made first = make(document, 2);
        assertEquals(KEPT, first.made());
        assertEquals(List.of("part COMPARISON", "part NODE_LESS", "part CAPACITY", "part FAILURES"), told.stream().distinct().toList());
        assertEquals(last, first.told());
        told.clear();
        MakeSizingReport.Made second = make(document, 2);
        assertEquals(List.of(), second.made());
        assertEquals(last, second.told());
        assertEquals(KEPT, second.kept());
        assertEquals(List.of("part FAILURES"), told.stream().distinct().toList());
        assertEquals(first.results(), second.results());
        assertArrayEquals(page(first.results()), page(second.results()));
    }

    @Test
    void aChangedScenarioUsesNothingThatWasKept() throws IOException {
        make(scenario(TARGET), 2);
        assertEquals(List.of(), make(scenario(TARGET), 3).kept(), "other runs");
        assertEquals(List.of(), make(scenario(TARGET.replace("64", "63")), 2).kept(), "another target");
        assertEquals(KEPT, make(scenario("# comment\n" + TARGET), 2).kept(), "only a comment");
    }

    @Test
    void whatIsDamagedIsRunAgain() throws IOException {
        make(scenario(""), 2);
        try (Stream<Path> files = Files.list(directory.resolve("kept"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, Files.readString(file).substring(0, 1000));
            }
        }
        assertEquals(List.of(SizingPart.COMPARISON, SizingPart.NODE_LESS), make(scenario(""), 2).made());
        assertEquals(List.of(SizingPart.COMPARISON, SizingPart.NODE_LESS), make(scenario(""), 2).kept());
    }

    @Test
    void whatIsLeftOutIsSaid() throws IOException {
        SizingPlan plan = use.plan(scenario(""), Template.standard(), wish(2), progress);
        assertEquals(List.of("capacity is not searched: the scenario has no targets"), plan.notes());
        assertTrue(plan.nodeLess().isPresent() && plan.capacity().isEmpty());
        assertEquals(List.of(FailureKind.NODE_DIES, FailureKind.NETWORK_LOST, FailureKind.STORAGE_LOST, FailureKind.LUN_STALLS),
                plan.failures().stream().map(failure -> failure.kind()).toList());
        assertEquals(List.of("ocfs2", "gfs2"), plan.scripts().stream().map(scripts -> scripts.label()).toList());
    }

    /** Nobody waits for what is not shown. */
    @Test
    void onlyWhatTheChaptersShowIsRun() throws IOException {
        Template brief = new Template(Template.standard().cover(), Template.standard().brand(), Template.standard().language(),
                List.of(new Part.Ours(Chapter.SUMMARY), new Part.Ours(Chapter.RESULTS)));
        SizingPlan plan = use.plan(scenario(TARGET), brief, wish(2), progress);
        assertTrue(plan.nodeLess().isEmpty() && plan.capacity().isEmpty() && plan.failures().isEmpty() && plan.scripts().isEmpty());
        assertEquals(List.of(), plan.notes());
        assertEquals(List.of(SizingPart.COMPARISON), run(plan).made());
    }

    @Test
    void aComparisonThatIsGivenIsNotRun() throws IOException {
        ScenarioDocument document = scenario("");
        SizingPlan.Wish wish = wish(2);
        SizingPlan.Wish given = new SizingPlan.Wish(wish.options(), true, false,
                Optional.of(app.compareScenario().compare(document.scenario(), wish.options(), progress)), List.of(), List.of(), Optional.empty());
        MakeSizingReport.Made made = run(use.plan(document, Template.standard(), given, progress));
        assertEquals(List.of(SizingPart.COMPARISON), made.kept());
        assertEquals(List.of(SizingPart.NODE_LESS), made.made());
        assertEquals(make(document, 2).results(), made.results());
    }

    /** Cancelled at the first word of a node less, of which there is nothing whole yet. */
    @Test
    void cancelledItKeepsOnlyWhatIsWhole() throws IOException {
        cancelAt = "part NODE_LESS";
        assertThrows(CancellationException.class, () -> make(scenario(""), 2));
        try (Stream<Path> files = Files.list(directory.resolve("kept"))) {
            assertEquals(List.of("comparison-"), files.map(file -> file.getFileName().toString().replaceAll("[0-9a-f]{64}\\.json$", "")).toList());
        }
        cancelAt = "nothing";
        cancelled = false;
        MakeSizingReport.Made made = make(scenario(""), 2);
        assertEquals(List.of(SizingPart.COMPARISON), made.kept());
        cancelled = true;
        assertThrows(CancellationException.class, () -> page(made.results()));
    }

    @Test
    void whatAnotherBuildKeptIsNotUsed() throws IOException {
        make(scenario(""), 2);
        MakeSizingReport other = new MakeSizingReport(app, "another build");
        MakeSizingReport.Made made = other.run(other.plan(scenario(""), Template.standard(), wish(2), progress), part -> "part " + part, progress);
        assertEquals(List.of(SizingPart.COMPARISON, SizingPart.NODE_LESS), made.made());
        assertEquals(List.of(), made.kept());
    }

    @Test
    void theSearchedLoadIsThatOfTheOnlyMeasuredPhase() throws IOException {
        assertEquals("workload.phases[0].closed.threads=1..16", OfferedLoad.range(scenario("").scenario()));
        ScenarioDocument open = app.validateScenario().read("test", new ByteArrayInputStream(Files.readString(SAMPLE)
                .replace("closed: {threads: 2, thinkTime: exponential 2 ms}", "open: {rate: 123.4 /s}").getBytes(StandardCharsets.UTF_8)))
                .document().orElseThrow();
        assertEquals("workload.phases[0].open.rate=15.4 /s..987 /s", OfferedLoad.range(open.scenario()));
    }
}
