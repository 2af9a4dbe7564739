// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.app.ImportedFile;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.results.KeptStudies;
import org.quorate.app.results.ResultStore;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.document.Code;
import org.quorate.report.document.Figure;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.study.io.EstimateJson;
import org.quorate.study.io.WatchJson;
import org.quorate.study.text.Titles;
import org.quorate.study.watch.OperationTrace;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.advice.KnownAdvice;
import org.quorate.ui.document.ScenarioSession;
import org.quorate.ui.form.FieldTitles;
import org.quorate.ui.report.Reports;
import org.quorate.ui.runs.DataForm;
import org.quorate.ui.runs.Found;
import org.quorate.ui.runs.PointScenario;
import org.quorate.ui.runs.Study;

class QuestionsTest {

    private final StudyTools tools = new StudyTools(new QuorateApp(1), new Reports(Clock.systemUTC()), new FieldTitles(Locale.ENGLISH),
            Optional.empty());
    private final Studies studies = new Studies(tools, new KnownAdvice(),
            new KeptStudies(new ResultStore(Path.of("nowhere"), () -> 1), () -> "test"));

    private static ScenarioDocument document(String text) {
        return new ScenarioSession("small.yaml", text).document().orElseThrow();
    }

    private StudyForm form(String word) {
        StudyForm form = new StudyForm(studies.asked(word, document(TestScenarios.SMALL)).orElseThrow());
        Forms.check(form);
        return form;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sweep", "map", "search", "sensitivity", "fail", "unsafe", "simulate", "watch"})
    void whatIsProposedCanBeStartedAsItIs(String word) throws IOException {
        Reply reply = Forms.check(form(word));
        assertEquals(Map.of(), reply.problems());
        assertFalse(reply.summary().isEmpty());
        if (!word.equals("search")) {
            // A search takes too long for a test: any that the use case plans is one that it makes.
            Found found = reply.study().orElseThrow().work().run(Progress.silent(() -> false));
            ReportDocument report = found.report();
            assertTrue(report.blocks().stream().anyMatch(Figure.class::isInstance), "a chart");
            assertEquals(List.of("csv", "json"), found.data().stream().map(DataForm::extension).limit(2).toList());
            assertTrue(found.data().get(1).text().get().startsWith("{"), "the form of the command line");
        }
    }

    @Test
    void anOperationIsWatchedByPercentileOrByNumber() throws IOException {
        StudyForm form = form("watch");
        List<String> operations = Forms.question(form, WatchQuestions.OPERATION).choices();
        assertFalse(operations.isEmpty());
        for (String wrong : List.of("", "p0", "p101", "99%", "-1", "the slowest", "1000000000", "p1e9")) {
            form.enter(WatchQuestions.WHICH, wrong);
            assertTrue(Forms.check(form).problems().containsKey(WatchQuestions.WHICH), wrong);
        }
        form.enter(WatchQuestions.WHICH, " 3 ");
        form.enter(WatchQuestions.NODE, Forms.question(form, WatchQuestions.NODE).choices().get(1));
        Found found = Forms.check(form).study().orElseThrow().work().run(Progress.silent(() -> false));
        OperationTrace trace = new WatchJson().read(found.data().get(1).text().get());
        assertEquals(3, trace.index());
        assertEquals(Forms.question(form, WatchQuestions.NODE).value(), trace.node());
        assertEquals(operations.get(0), Titles.of(trace.operation()));
        assertTrue(found.report().blocks().stream().filter(Table.class::isInstance).map(Table.class::cast)
                .anyMatch(table -> table.title().equals("Steps")));
        form.enter(WatchQuestions.WHICH, "999999999");
        Study none = Forms.check(form).study().orElseThrow();
        assertThrows(IllegalArgumentException.class, () -> none.work().run(Progress.silent(() -> false)), "there are not so many");
    }

    @Test
    void everyPointOfAMapIsAScenarioOfItsOwn() throws IOException {
        StudyForm form = form("map");
        form.enter(MapQuestions.ACROSS_VALUES, "1, 2");
        form.enter(MapQuestions.UPWARDS_VALUES, "2, 3");
        form.enter(FieldQuestions.SEED, "9223372036854775807");
        Found found = Forms.check(form).study().orElseThrow().work().run(Progress.silent(() -> false));
        assertEquals(List.of("threads = 1, nodes = 2", "threads = 2, nodes = 2", "threads = 1, nodes = 3", "threads = 2, nodes = 3"),
                found.points().stream().map(PointScenario::name).toList());
        ScenarioDocument last = document(found.points().get(3).text().get());
        assertEquals(3, last.scenario().cluster().nodes().size());
        assertEquals("2", last.value("workload.phases[0].closed.threads").orElseThrow());
        assertEquals(Long.MAX_VALUE, last.scenario().study().seed());
        assertEquals("A small scenario (threads = 2, nodes = 3)", last.scenario().title());
        assertTrue(last.text().contains("# the second"), "comments stay");
        Table points = found.report().blocks().stream().filter(Table.class::isInstance).map(Table.class::cast)
                .filter(table -> table.title().equals("Every point")).findFirst().orElseThrow();
        assertEquals(List.of(0, 1, 2, 3), points.rows().stream().map(row -> ((Table.CellRow) row).point().orElseThrow()).toList());
    }

    @Test
    void aSeedIsWhatTheModelAllows() {
        StudyForm form = form("sweep");
        form.enter(FieldQuestions.SEED, "-1");
        assertEquals("seed is a whole number from 0 to 9223372036854775807, not -1", Forms.check(form).problems().get(FieldQuestions.SEED));
        form.enter(FieldQuestions.SEED, "9223372036854775808");
        assertTrue(Forms.check(form).problems().containsKey(FieldQuestions.SEED));
        form.enter(FieldQuestions.SEED, "9223372036854775807");
        assertEquals(Map.of(), Forms.check(form).problems());
    }

    @Test
    void studiesWithoutAScenarioAreAskedFor() {
        StudyForm claims = new StudyForm(studies.general("claims").orElseThrow());
        assertEquals("Tests 6 claims. All of them take some minutes.".replace("6", String.valueOf(tools.app().testClaims().claims().size())),
                Forms.check(claims).summary());
        claims.enter(ClaimsQuestions.CLAIMS, "nothing");
        assertTrue(Forms.check(claims).problems().get(ClaimsQuestions.CLAIMS).startsWith("no claim nothing (allowed: "));
        StudyForm accuracy = new StudyForm(studies.general("accuracy").orElseThrow());
        accuracy.enter(AccuracyQuestions.RUNS, "nothing");
        assertTrue(Forms.check(accuracy).problems().get(AccuracyQuestions.RUNS).startsWith("there is no run nothing of the lab"));
    }

    @Test
    void theAccuracyOfARunIsShown() throws IOException {
        StudyForm form = new StudyForm(studies.general("accuracy").orElseThrow());
        form.enter(AccuracyQuestions.RUNS, tools.app().checkAccuracy().runs().get(0));
        Found found = Forms.check(form).study().orElseThrow().work().run(Progress.silent(() -> false));
        assertTrue(found.report().blocks().stream().anyMatch(Figure.class::isInstance));
        assertEquals(List.of("csv", "json", "summary.csv"), found.data().stream().map(DataForm::extension).toList());
    }

    @Test
    void anEstimateIsMadeWithoutQuestions() throws IOException {
        assertEquals(Optional.empty(), studies.asked("estimate", document(TestScenarios.SMALL)));
        Found found = studies.plain("estimate", document(TestScenarios.SMALL)).work().run(Progress.silent(() -> false));
        assertTrue(found.report().blocks().stream().anyMatch(block -> block instanceof Table table && table.title().startsWith("Operations of ")));
        assertEquals(List.of("csv", "json"), found.data().stream().map(DataForm::extension).toList());
        assertEquals(new EstimateJson().write(tools.app().estimateScenario().estimate(document(TestScenarios.SMALL).scenario())),
                found.data().get(1).text().get());
    }

    @Test
    void whatIsFittedToIsChecked() {
        StudyForm form = new StudyForm(studies.general("fit").orElseThrow());
        assertTrue(Forms.check(form).study().isPresent(), "with the defaults");
        form.enter(FitQuestions.RUNS, "nothing");
        form.enter(FitQuestions.EVALUATIONS, "1");
        Map<String, String> problems = Forms.check(form).problems();
        assertTrue(problems.get(FitQuestions.RUNS).startsWith("there is no run nothing of the lab"));
        assertEquals("is a whole number, " + tools.app().fitParameters().leastEvaluations() + " or more", problems.get(FitQuestions.EVALUATIONS));
    }

    @Test
    void aNodeIsObserved(@TempDir Path folder) throws IOException {
        Path glocks = Files.writeString(folder.resolve("glocks"), """
                G:  s:SH n:5/90061 f:Iqob t:SH d:EX/0 a:0 v:0 r:3 m:50 p:0
                what
                """);
        StudyForm form = form("observe");
        assertEquals("At least one file is needed.", Forms.check(form).summary());
        assertTrue(Forms.check(form).study().isEmpty());
        assertFalse(Forms.question(form, "glocks").enabled(), "OCFS2 has none");
        form.enter(ObserveQuestions.FILE_SYSTEM, "gfs2");
        form.enter("glocks", folder.resolve("none").toString());
        assertTrue(Forms.check(form).problems().get("glocks").endsWith("is no file that can be read"));
        form.enter("glocks", glocks.toString());
        Found found = Forms.check(form).study().orElseThrow().work().run(Progress.silent(() -> false));
        List<Table> tables = found.report().blocks().stream().filter(Table.class::isInstance).map(Table.class::cast).toList();
        assertEquals(List.of("Locks in memory", "Lines of the files"), tables.stream().map(Table::title).toList());
        assertTrue(found.data().get(0).text().get().contains("predicted"));
    }

    @Test
    void aListingIsImportedIntoTheScenario(@TempDir Path folder) throws IOException {
        Path listing = Files.writeString(folder.resolve("listing"), "4096 /srv/a/one\n8192 /srv/a/two\nwhat\n");
        List<ImportedFile> imported = new ArrayList<>();
        StudyForm form = new StudyForm(studies.imports(document(TestScenarios.SMALL), (name, file) -> imported.add(file)));
        assertEquals(Map.of(), Forms.check(form).problems(), "nothing is chosen yet");
        assertTrue(Forms.check(form).study().isEmpty());
        form.enter(ImportQuestions.FILE, listing.toString());
        Found found = Forms.check(form).study().orElseThrow().work().run(Progress.silent(() -> false));
        assertTrue(found.report().blocks().stream().anyMatch(block -> block instanceof Table table && table.rows().size() == 1), "a line that is no file");
        ScenarioSession session = new ScenarioSession("small.yaml", TestScenarios.SMALL);
        assertEquals(List.of(), session.edit("import", imported.get(0)::into));
        assertEquals(2, session.scenario().orElseThrow().workload().fileSets().size());
        session.undo();
        assertEquals(TestScenarios.SMALL, session.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"web-sessions", "maildir", "vm-images", "backup-scan", "log-append"})
    void whatIsProposedFitsTheSamples(String name) {
        ScenarioDocument sample = document(tools.app().samples().scenario(name));
        for (String word : List.of("sweep", "map", "search", "sensitivity", "fail", "unsafe")) {
            StudyForm form = new StudyForm(studies.asked(word, sample).orElseThrow());
            assertEquals(Map.of(), Forms.check(form).problems(), word + " " + form.answers());
        }
    }

    @Test
    void everyNumericFieldOfTheScenarioIsOfferedWithAllowedValues() {
        NumericFields fields = new NumericFields(document(TestScenarios.SMALL), tools.titles());
        Set<String> paths = Set.copyOf(fields.paths());
        assertTrue(paths.containsAll(List.of("nodes", "workload.phases[stats].closed.threads", "workload.phases[stats].mix[stat].weight",
                "workload.fileSets[files].files", "lun.size", "fileSystems[gfs2].journals", "cluster.nodes[].memory",
                "cluster.interconnect.roundTrip")), paths.toString());
        assertFalse(paths.stream().anyMatch(path -> path.startsWith("targets") || path.startsWith("study")), paths.toString());
        fields.paths().forEach(path -> fields.propose(path, () -> false));
        assertEquals("1, 2, 4", fields.values("workload.phases[stats].closed.threads"));
        assertEquals("100 ms, 200 ms, 400 ms, 800 ms", fields.values("workload.phases[stats].duration"));
        assertEquals(List.of("", ""), fields.ends("no.such.field"));
        List<String> refused = fields.paths().stream().filter(path -> !fields.values(path).isEmpty()).filter(path -> {
            try {
                fields.plan(path + "=" + fields.values(path), () -> false);
                return false;
            } catch (IllegalArgumentException e) {
                return true;
            }
        }).collect(Collectors.toList());
        assertEquals(List.of(), refused);
    }

    @Test
    void anotherFieldBringsItsOwnValues() {
        StudyForm form = form("sweep");
        form.enter(SweepQuestions.VALUES, "3, 5");
        assertEquals("3, 5", Forms.question(form, SweepQuestions.VALUES).value());
        form.enter(SweepQuestions.FIELD, "nodes");
        assertEquals("", Forms.question(form, SweepQuestions.VALUES).value(), "nothing is planned in the thread of the user interface");
        Forms.check(form);
        assertEquals("2, 4, 8", Forms.question(form, SweepQuestions.VALUES).value());
        assertEquals("Number of nodes, now 2", Forms.question(form, SweepQuestions.FIELD).hint());
        assertFalse(Forms.question(form, SweepQuestions.SECOND_VALUES).enabled());
        form.enter(SweepQuestions.SECOND_FIELD, "lun.size");
        assertTrue(Forms.question(form, SweepQuestions.SECOND_VALUES).enabled());
        assertTrue(Forms.check(form).summary().startsWith("12 points (3 × 4)"), Forms.check(form).summary());
    }

    @Test
    void theUseCasesMessageStandsBesideTheAnswerThatItIsAbout() {
        StudyForm sweep = form("sweep");
        sweep.enter(SweepQuestions.VALUES, "1, many");
        sweep.enter(FieldQuestions.REPLICATIONS, "1");
        Map<String, String> problems = Forms.check(sweep).problems();
        assertEquals(Set.of(SweepQuestions.VALUES, FieldQuestions.REPLICATIONS), problems.keySet());
        assertTrue(problems.get(SweepQuestions.VALUES).contains("many"), problems.toString());
        assertTrue(problems.get(FieldQuestions.REPLICATIONS).contains("2 to 1000"), problems.toString());
        StudyForm map = form("map");
        map.enter(ContenderQuestions.FIGURE, "beauty");
        map.enter(MapQuestions.UPWARDS, "no.such.field");
        assertEquals(Set.of(ContenderQuestions.FIGURE, MapQuestions.UPWARDS_VALUES), Forms.check(map).problems().keySet());
        StudyForm search = form("search");
        search.enter(SearchQuestions.TARGET, "p99 write < 1 ms");
        assertEquals(Set.of(SearchQuestions.TARGET), Forms.check(search).problems().keySet());
        search.enter(SearchQuestions.LOW, "9999999");
        assertTrue(Forms.check(search).problems().containsKey(SearchQuestions.LOW));
        StudyForm unsafe = form("unsafe");
        unsafe.enter(UnsafeQuestions.DURATION, "2 h");
        assertEquals(Map.of(UnsafeQuestions.DURATION, "the duration is 1 s to 30 min"), Forms.check(unsafe).problems());
    }

    @Test
    void inputsAndFactorOfASensitivityAreChecked() {
        StudyForm form = form("sensitivity");
        form.enter(SensitivityQuestions.INPUTS, "lun.service.read=50 us..2 ms, workload.phases[stats].closed.thinkTime");
        assertEquals("5 points: the scenario as it is, and 2 inputs at their ends; 2 file systems, 2 replications each.",
                Forms.check(form).summary().split("\n")[0]);
        form.enter(SensitivityQuestions.INPUTS, "no.such.field");
        assertEquals(Set.of(SensitivityQuestions.INPUTS), Forms.check(form).problems().keySet());
        form.enter(SensitivityQuestions.FACTOR, "1");
        assertTrue(Forms.check(form).problems().get(SensitivityQuestions.FACTOR).contains("more than 1"), Forms.check(form).problems().toString());
        form.enter(SensitivityQuestions.FACTOR, "twice");
        assertTrue(Forms.check(form).problems().get(SensitivityQuestions.FACTOR).contains("no number"), Forms.check(form).problems().toString());
    }

    @Test
    void theSeedThatWasEnteredIsTakenAndTheCommandSaysIt() throws IOException {
        StudyForm form = form("sensitivity");
        form.enter(SensitivityQuestions.INPUTS, "lun.service.read=50 us..2 ms");
        form.enter(FieldQuestions.SEED, "7");
        form.enter(FieldQuestions.REPLICATIONS, "");
        String command = command(form);
        assertTrue(command.contains("--input 'lun.service.read=50 us..2 ms'") && command.contains("--seed 7 --replications 2"), command);
        form.enter(FieldQuestions.SEED, "-1");
        assertTrue(Forms.check(form).problems().get(FieldQuestions.SEED).contains("whole number from 0"), Forms.check(form).problems().toString());
    }

    private static String command(StudyForm form) throws IOException {
        ReportDocument report = Forms.check(form).study().orElseThrow().work().run(Progress.silent(() -> false)).report();
        return report.blocks().stream().filter(Code.class::isInstance).map(block -> ((Code) block).text()).findFirst().orElseThrow();
    }

    @Test
    void tickedInputsComeBehindThoseThatWereTyped() {
        List<String> choices = List.of("a", "b", "c");
        assertEquals("b=1..2, x, c", ListText.ticked("a, b=1..2, x", choices, List.of("b", "c")));
        assertEquals("", ListText.ticked(" a ,, ", choices, List.of()));
        assertEquals(List.of("b=1..2", "x"), ListText.entries(" b=1..2 ,x,"));
        assertEquals("b", ListText.name("b = 1..2"));
    }

    /** A local file system is there for reference, and the use case refuses it. */
    @Test
    void onlyFileSystemsThatAreSharedAreComparedInPairs() {
        ScenarioDocument sample = document(tools.app().samples().scenario("web-sessions"));
        assertTrue(sample.scenario().fileSystems().size() > 2, "the sample has a baseline");
        StudyForm form = new StudyForm(studies.asked("map", sample).orElseThrow());
        assertEquals(List.of("ocfs2 and gfs2"), Forms.question(form, ContenderQuestions.BETWEEN).choices());
    }

    @Test
    void bothFieldsTheSameAreRefused() {
        StudyForm sweep = form("sweep");
        sweep.enter(SweepQuestions.SECOND_FIELD, Forms.question(sweep, SweepQuestions.FIELD).value());
        assertTrue(Forms.check(sweep).problems().get(SweepQuestions.SECOND_VALUES).contains("varied twice"));
    }

    @Test
    void whatFailsDecidesWhatElseIsAsked() {
        StudyForm fail = form("fail");
        assertEquals("node2", Forms.question(fail, FailQuestions.NODE).value());
        assertFalse(Forms.question(fail, FailQuestions.DURATION).enabled(), "power that is gone does not come back");
        fail.enter(FailQuestions.WHAT, "The LUN stalls");
        assertFalse(Forms.question(fail, FailQuestions.NODE).enabled());
        fail.enter(FailQuestions.DURATION, "90 s");
        assertEquals(Map.of(), Forms.check(fail).problems());
        fail.enter(FailQuestions.DURATION, "soon");
        assertEquals(Set.of(FailQuestions.DURATION), Forms.check(fail).problems().keySet());
    }
}
