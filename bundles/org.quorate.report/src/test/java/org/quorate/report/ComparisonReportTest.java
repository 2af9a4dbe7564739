// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quorate.model.Scenario;
import org.quorate.model.Target;
import org.quorate.report.document.Block;
import org.quorate.report.document.Code;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Notice;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.study.accuracy.LabSpan;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Origin;
import org.quorate.study.result.Verdict;
import org.quorate.study.result.Verdict.Basis;
import org.quorate.study.result.Verdict.Outcome;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.result.Verdict.TargetResult;

class ComparisonReportTest {

    private static List<Notice> notices(ReportDocument document, Notice.Kind kind) {
        return document.blocks().stream().filter(Notice.class::isInstance).map(Notice.class::cast)
                .filter(notice -> notice.kind() == kind).toList();
    }

    private static Comparison with(Comparison comparison, Verdict verdict) {
        return new Comparison(comparison.format(), comparison.origin(), comparison.contenders(),
                comparison.differences(), verdict, comparison.notes());
    }

    @Test
    void beginsWithTheVerdictAndItsReason() throws Exception {
        List<Block> blocks = Reports.document(Cases.all().get("usual")).blocks();
        assertEquals(new Heading(2, "verdict", "Verdict"), blocks.get(0));
        assertEquals(new Notice(Notice.Kind.VERDICT, "In favour of gfs2",
                "gfs2 has the lower latency and needs less lock memory."), blocks.get(1));
    }

    @Test
    void theHeadlineFollowsTheOutcome() throws Exception {
        Comparison usual = Cases.all().get("usual");
        Verdict verdict = usual.verdict();
        Verdict tie = new Verdict(verdict.basis(), Outcome.TIE, verdict.candidates(), verdict.candidates(), List.of(),
                List.of(), "tie: ocfs2 and gfs2", "There is no significant difference.");
        assertEquals("Tie: ocfs2 and gfs2",
                notices(Reports.document(with(usual, tie)), Notice.Kind.VERDICT).get(0).title());
        Comparison turned = Comparisons.webSessions().withLabels("gfs2", "ocfs2", "ext4-local").comparison();
        assertEquals("In favour of ocfs2", notices(Reports.document(turned), Notice.Kind.VERDICT).get(0).title());
    }

    @Test
    void hasEveryChapter() throws Exception {
        List<String> ids = Reports.document(Cases.all().get("usual")).blocks().stream()
                .filter(Heading.class::isInstance).map(block -> ((Heading) block).id()).toList();
        assertEquals(List.of("verdict", "advice", "glance", "latency", "time", "locks", "throughput", "traffic", "memory", "load",
                "scenario", "cluster", "lun", "contenders", "workload", "limits", "accuracy", "hardware", "definitions",
                "reproduction"), ids);
    }

    @Test
    void advisesByTheGravityOfFindingsWithTheLinesToChange() throws Exception {
        ReportDocument document = Reports.document(Cases.all().get("usual"));
        List<Notice> sessions = notices(document, Notice.Kind.NOTE).stream().filter(notice -> notice.title().startsWith("Sessions")).toList();
        assertEquals(1, sessions.size());
        assertTrue(sessions.get(0).text().contains(" Evidence: phase traffic: node1, node2 and node3 may each get the session."),
                sessions.get(0).text());
        assertTrue(document.blocks().contains(new Code("In the scenario: route each visitor to one node (sticky), as a what-if",
                "# without workload.phases[0].routing\nworkload.phases[0].mix[1].access: own")));
    }

    @Test
    void describesTheScenarioWithValuesAndUnits() throws Exception {
        List<String> texts = Reports.texts(Reports.document(Cases.all().get("usual")));
        assertTrue(texts.containsAll(List.of("webcluster", "192.168.1.101", "100 µs on average, variation 30 %",
                "1 Gbit/s a node", "100 GiB", "iqn.2024-01.net.example:webdata", "hybrid-array",
                "user webcluster, secret kept in the environment variable CHAP_SECRET", "256 MiB a node",
                "not sent (barriers off)", "closed: 8 threads a node, think time 25 ms on average, exponential",
                "all, skewed (Zipf 0.9)", "60 %", "30 directories that all nodes use")), texts.toString());
    }

    /** Every run counts whose figures stand in the table of accuracy. */
    @Test
    void tellsWhenAndOnWhatTheKernelsWereMeasured() throws Exception {
        LabSpan span = LabSpan.ofProduct();
        String measured = Reports.texts(Reports.document(Cases.all().get("usual"))).stream()
                .filter(text -> text.startsWith("The same operations were measured")).findFirst().orElseThrow();
        String when = " between 2026-11-23 and " + span.last() + " on one and two nodes with Linux 6.1 (user-mode;";
        assertTrue(measured.contains(when), measured);
        assertTrue(span.kernels().stream().allMatch(measured::contains), measured);
    }

    @Test
    void saysHowToReproduceIt() throws Exception {
        ReportDocument document = Reports.document(Cases.all().get("usual"));
        Code command = (Code) document.blocks().stream().filter(Code.class::isInstance).reduce((one, next) -> next).orElseThrow();
        assertEquals("quorate compare 'my $(id) '\\''scenario'\\''.yaml' --seed 1 --report out", command.text());
        assertTrue(Reports.texts(document).containsAll(List.of("Quorate 0.1.0", "5 of each contender", "95 %",
                "12,600,000", "2026-01-31")));
    }

    @Test
    void theDateIsTheOneThatIsGiven() throws Exception {
        Scenario scenario = Scenarios.sample("web-sessions");
        Comparison comparison = Cases.all().get("usual");
        ReportDocument early = ComparisonReport.document(comparison, scenario,
                new ReportContext(LocalDate.of(1999, 12, 31), List.of("quorate")));
        assertEquals("1999-12-31", early.about().entries().get(1).value());
        assertEquals(early, ComparisonReport.document(comparison, scenario,
                new ReportContext(LocalDate.of(1999, 12, 31), List.of("quorate"))));
    }

    @Test
    void unsafeDesignsStandOutOnce() throws Exception {
        Comparison usual = Cases.all().get("usual");
        List<ContenderResult> contenders = new ArrayList<>(usual.contenders());
        ContenderResult gfs2 = contenders.get(1);
        contenders.set(1, new ContenderResult(gfs2.label(), gfs2.kind(), false, List.of("no fencing is described"),
                gfs2.phases(), gfs2.total(), gfs2.memory(), gfs2.events()));
        ReportDocument document = Reports.document(new Comparison(usual.format(), usual.origin(), contenders, List.of(),
                usual.verdict(), List.of("gfs2 is unsafe as described: no fencing is described.",
                "The p99 rests on fewer than 1000 operations a replication in: traffic/create.")));
        assertEquals(List.of(new Notice(Notice.Kind.DANGER, "gfs2 is unsafe as described",
                "no fencing is described. Scripts for such a design are not written.")),
                notices(document, Notice.Kind.DANGER));
        assertEquals(List.of("The p99 rests on fewer than 1000 operations a replication in: traffic/create."),
                notices(document, Notice.Kind.WARNING).stream().map(Notice::title).toList());
    }

    @Test
    void anInterpolatedKernelIsAWarning() throws Exception {
        Comparison usual = Cases.all().get("usual");
        Origin origin = usual.origin();
        Comparison interpolated = new Comparison(usual.format(), new Origin(origin.scenario(), origin.title(),
                origin.quorateVersion(), 7, 5, 0.99, "5.15", false, origin.nodes(), origin.stopping()), usual.contenders(), List.of(),
                usual.verdict(), List.of());
        ReportDocument document = Reports.document(interpolated);
        assertTrue(notices(document, Notice.Kind.WARNING).stream().anyMatch(
                notice -> notice.title().equals("Kernel profile 5.15 is interpolated")));
        assertTrue(Reports.texts(document).stream().anyMatch(text -> text.contains("99 % confidence interval")));
        assertTrue(notices(Reports.document(usual), Notice.Kind.WARNING).isEmpty());
    }

    private static TargetResult result(String target, Target.Figure figure, String label, Standing standing,
            Optional<Interval> value, double limit) {
        return new TargetResult(target, figure, label, figure == Target.Figure.LOCK_MEMORY ? Optional.empty()
                : Optional.of("traffic"), standing, value, limit);
    }

    @Test
    void targetsAreHeldAgainstTheirFigures() throws Exception {
        Comparison usual = Cases.all().get("usual");
        List<TargetResult> results = new ArrayList<>();
        for (String label : List.of("ocfs2", "gfs2")) {
            results.add(result("p95 session ≤ 50 ms", Target.Figure.LATENCY, label, Standing.MEETS,
                    Optional.of(new Interval(31.5, 1.2)), 50));
            results.add(result("p95 read ≤ 10 ms", Target.Figure.LATENCY, label, Standing.MISSES, Optional.empty(),
                    10));
            results.add(result("lock memory ≤ 64 MiB a node", Target.Figure.LOCK_MEMORY, label, Standing.NEITHER,
                    Optional.of(new Interval(67_000_000, 3_000_000)), 67_108_864));
        }
        ReportDocument document = Reports.document(with(usual, new Verdict(Basis.TARGETS, Outcome.NEITHER,
                List.of("ocfs2", "gfs2"), List.of(), results, List.of(), "neither", "Neither meets every target.")));
        Table table = (Table) document.blocks().stream().filter(block -> block instanceof Table t
                && t.title().equals("Targets")).findFirst().orElseThrow();
        List<List<String>> rows = table.rows().stream().map(row -> ((Table.CellRow) row).cells().stream()
                .map(cell -> cell.plain()).toList()).toList();
        assertEquals(List.of("p95 session ≤ 50 ms", "ocfs2", "traffic", "31.5 ± 1.2 ms", "50 ms", "meets"),
                rows.get(0));
        assertEquals(List.of("p95 read ≤ 10 ms", "gfs2", "traffic", "saturated", "10 ms", "misses"), rows.get(4));
        assertEquals(List.of("lock memory ≤ 64 MiB a node", "gfs2", "all phases", "63.9 ± 2.9 MiB", "64 MiB",
                "not certain"), rows.get(5));
    }

    @Test
    void aDerivedBaselineIsExplained() throws Exception {
        Comparison derived = Comparisons.webSessions().withLabels("ocfs2", "gfs2", "ext4-derived").comparison();
        assertTrue(Reports.texts(Reports.document(derived)).stream().anyMatch(text -> text.startsWith(
                "ext4-derived is not part of the scenario")));
        assertFalse(Reports.texts(Reports.document(Cases.all().get("usual"))).stream().anyMatch(
                text -> text.contains("is not part of the scenario")));
    }

    @Test
    void refusesTheWrongScenario() throws Exception {
        Scenario other = Scenarios.sample("maildir");
        assertThrows(IllegalArgumentException.class,
                () -> ComparisonReport.document(Cases.all().get("usual"), other, Reports.context()));
    }

    @Test
    void everySampleModelCanBeDescribed() throws Exception {
        for (String name : List.of("web-sessions", "web-uploads", "maildir", "vm-images", "log-append",
                "video-sequential")) {
            Scenario scenario = Scenarios.sample(name);
            Comparison comparison = Comparisons.webSessions().withTitle(scenario.name(), scenario.title()).comparison();
            assertFalse(ComparisonReport.document(comparison, scenario, Reports.context()).blocks().isEmpty());
        }
    }
}
