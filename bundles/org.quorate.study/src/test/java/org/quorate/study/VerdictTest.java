// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.model.AccessTimes;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.LocalSpec;
import org.quorate.model.Operation;
import org.quorate.model.Scenario;
import org.quorate.model.Target;
import org.quorate.study.TableEngine.Row;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.Verdict;
import org.quorate.study.result.Verdict.Outcome;
import org.quorate.study.result.Verdict.Standing;

class VerdictTest {

    private static final long MS = 1_000_000;
    private static final Target CREATE_UNDER_20_MS = new Target(Target.Figure.LATENCY, Optional.of(Operation.CREATE), 99,
            20);

    private static Verdict judge(List<Target> targets, Row ocfs2, Row gfs2) {
        return judge(TestScenarios.of(targets, TestScenarios.OCFS2, TestScenarios.GFS2),
                Map.of("ocfs2", ocfs2, "gfs2", gfs2));
    }

    private static Verdict judge(Scenario scenario, Map<String, Row> rows) {
        Comparison comparison = new ComparisonStudy(new TableEngine(rows), TestScenarios.KERNELS, 2,
                "test", () -> 0).compare(scenario, (d, t, m) -> { }, () -> false);
        return comparison.verdict();
    }

    private static String swapped(String text) {
        return text.replace("ocfs2", "\0").replace("gfs2", "ocfs2").replace("\0", "gfs2");
    }

    @ParameterizedTest
    @CsvSource({
        "3, 2, 2000, 1000, WINNER",
        "2, 3, 1000, 2000, WINNER",
        "3, 2, 1000, 2000, TRADE_OFF"})
    void wordsTurnWithTheNumbers(long oneMs, long otherMs, long oneObjects, long otherObjects, Outcome expected) {
        Row one = Row.of(oneMs * MS, oneObjects);
        Row other = Row.of(otherMs * MS, otherObjects);
        Verdict verdict = judge(List.of(), one, other);
        Verdict turned = judge(List.of(), other, one);
        assertEquals(expected, verdict.outcome());
        assertEquals(expected, turned.outcome());
        assertEquals(swapped(verdict.reason()), turned.reason());
        assertEquals(swapped(verdict.headline()), turned.headline());
        assertFalse(verdict.reason().equals(turned.reason()));
    }

    @Test
    void theWinnerIsTheOneWithTheLowerFigures() {
        Verdict verdict = judge(List.of(), Row.of(3 * MS, 2000), Row.of(2 * MS, 1000));
        assertEquals(List.of("gfs2"), verdict.favoured());
        assertEquals("gfs2", verdict.headline());
        assertEquals("gfs2 has the lower latency and needs less lock memory. Mean latency over the operation mix is"
                + " 1.75 ms for gfs2 and 2.63 ms for ocfs2: ocfs2 is higher by 876.8 µs ± 1.7 µs (50 %). Lock memory"
                + " of the fullest node is 9.77 KiB for gfs2 and 19.5 KiB for ocfs2: ocfs2 needs more by 9.77 KiB (100 %).",
                verdict.reason());
    }

    @Test
    void aLargeDifferenceIsToldInTimes() {
        Verdict verdict = judge(List.of(), Row.of(20 * MS, 1000), Row.of(2 * MS, 1000));
        assertTrue(verdict.reason().contains(" (10.0 times)."), verdict.reason());
    }

    @Test
    void oneFigureDecidesWhereTheOtherIsTheSame() {
        Verdict latency = judge(List.of(), Row.of(3 * MS, 1000), Row.of(2 * MS, 1000));
        assertEquals(List.of("gfs2"), latency.favoured());
        assertTrue(latency.reason().startsWith("gfs2 has the lower latency, and no other needs significantly less"));
        assertTrue(latency.reason().endsWith("is 9.77 KiB for each of ocfs2 and gfs2."), latency.reason());
        Verdict memory = judge(List.of(), Row.of(3 * MS, 1000), Row.of(3 * MS, 2000));
        assertEquals(List.of("ocfs2"), memory.favoured());
        assertTrue(memory.reason().startsWith("ocfs2 needs less lock memory, and no other has a significantly lower"));
    }

    @Test
    void aTieIsNamedAsATie() {
        Verdict verdict = judge(List.of(), new Row(2 * MS, 1000, false, 0.2), Row.of(2 * MS, 1000));
        assertEquals(Outcome.TIE, verdict.outcome());
        assertEquals(2, verdict.favoured().size());
        assertTrue(verdict.reason().startsWith("There is no significant difference between "), verdict.reason());
        assertTrue(verdict.reason().contains("more replications may show one"), verdict.reason());
    }

    @Test
    void pairingFindsADifferenceThatIsSmallAgainstTheNoiseThatBothSee() {
        Verdict verdict = judge(List.of(), Row.of(2_010_000, 1000), Row.of(2_000_000, 1000));
        assertEquals(List.of("gfs2"), verdict.favoured());
    }

    @Test
    void neitherWinsWhereNoneCarriesTheLoad() {
        Row row = new Row(3 * MS, 1000, true, 0);
        Verdict verdict = judge(List.of(), row, row);
        assertEquals(Outcome.NEITHER, verdict.outcome());
        assertEquals("neither", verdict.headline());
        assertTrue(verdict.reason().startsWith("Neither ocfs2 nor gfs2 can carry the load."), verdict.reason());
        assertTrue(verdict.reason().contains("LUN is busy 90 % of the time"), verdict.reason());
    }

    @Test
    void aSaturatedContenderLosesHoweverLittleMemoryItNeeds() {
        Row saturated = new Row(1 * MS, 10, true, 0);
        Verdict verdict = judge(List.of(), saturated, Row.of(30 * MS, 1000));
        assertEquals(List.of("gfs2"), verdict.favoured());
        assertTrue(verdict.reason().startsWith("Only gfs2 can carry the load."), verdict.reason());
        assertEquals(List.of("ocfs2"), judge(List.of(), Row.of(30 * MS, 1000), saturated).favoured());
    }

    @ParameterizedTest
    @CsvSource({"25, 10, WINNER, gfs2", "10, 25, WINNER, ocfs2", "25, 30, NEITHER, ''", "10, 11, WINNER, ocfs2",
        "11, 10, WINNER, gfs2"})
    void targetsDecideFirst(long ocfs2Ms, long gfs2Ms, Outcome expected, String favoured) {
        Verdict verdict = judge(List.of(CREATE_UNDER_20_MS), Row.of(ocfs2Ms * MS, 1000), Row.of(gfs2Ms * MS, 1000));
        assertEquals(expected, verdict.outcome());
        assertEquals(favoured, String.join(" ", verdict.favoured()));
        assertEquals(2, verdict.targets().size());
        assertEquals(ocfs2Ms < 20 ? Standing.MEETS : Standing.MISSES, verdict.targets().get(0).standing());
        assertEquals(ocfs2Ms > 20, verdict.reason().contains("ocfs2 misses p99 create ≤ 20 ms: " + ocfs2Ms));
        assertEquals(gfs2Ms > 20, verdict.reason().contains("gfs2 misses p99 create ≤ 20 ms: " + gfs2Ms));
    }

    @Test
    void onlyTheOneThatMeetsWinsEvenIfItIsSlowerElsewhere() {
        Target memory = new Target(Target.Figure.LOCK_MEMORY, Optional.empty(), 0, 15_000);
        Verdict verdict = judge(List.of(memory), Row.of(5 * MS, 1000), Row.of(2 * MS, 2000));
        assertEquals(List.of("ocfs2"), verdict.favoured());
        assertTrue(verdict.reason().startsWith("Only ocfs2 meets every target. gfs2 misses lock memory ≤ 14.6 KiB a"
                + " node: 19.5 KiB."), verdict.reason());
    }

    @Test
    void aLimitInsideTheIntervalIsNeitherMetNorMissed() {
        Row unsteady = new Row(20 * MS, 1000, false, 0.2);
        Verdict verdict = judge(List.of(CREATE_UNDER_20_MS), unsteady, unsteady);
        assertEquals(Outcome.UNDECIDED, verdict.outcome());
        assertEquals(Standing.NEITHER, verdict.targets().get(0).standing());
        assertTrue(verdict.reason().startsWith("No candidate is sure to meet every target."), verdict.reason());
    }

    @Test
    void throughputIsALowerLimit() {
        // 2000 creates in 10 s.
        Target enough = new Target(Target.Figure.THROUGHPUT, Optional.of(Operation.CREATE), 0, 200);
        Target tooMuch = new Target(Target.Figure.THROUGHPUT, Optional.of(Operation.CREATE), 0, 201);
        assertEquals(Standing.MEETS, judge(List.of(enough), Row.of(MS, 1), Row.of(MS, 1)).targets().get(0).standing());
        assertEquals(Standing.MISSES, judge(List.of(tooMuch), Row.of(MS, 1), Row.of(MS, 1)).targets().get(0).standing());
    }

    @Test
    void aSaturatedContenderMissesEveryLatencyTarget() {
        Verdict verdict = judge(List.of(CREATE_UNDER_20_MS), new Row(MS, 1, true, 0), Row.of(MS, 1));
        assertEquals(Standing.MISSES, verdict.targets().get(0).standing());
        assertTrue(verdict.targets().get(0).value().isEmpty());
        assertEquals(List.of("gfs2"), verdict.favoured());
        assertTrue(verdict.reason().contains("ocfs2 misses p99 create ≤ 20 ms: saturated in phase steady."),
                verdict.reason());
    }

    @Test
    void aLocalFileSystemIsNoCandidate() {
        FileSystemSpec local = new LocalSpec("xfs", LocalSpec.Kind.XFS, true, AccessTimes.NOATIME, false, true,
                java.time.Duration.ofSeconds(5));
        Verdict verdict = judge(TestScenarios.of(List.of(), TestScenarios.OCFS2, local),
                Map.of("ocfs2", Row.of(MS, 1000)));
        assertEquals(Outcome.NOTHING_TO_COMPARE, verdict.outcome());
        assertEquals(List.of("ocfs2"), verdict.candidates());
    }

    @Test
    void ofThreeTheReasonSpeaksOfThoseThatTie() {
        // b is surely above a; c is as likely above as below a.
        Verdict verdict = judge(
                TestScenarios.of(List.of(), TestScenarios.ocfs2("a"), TestScenarios.ocfs2("b"), TestScenarios.ocfs2("c")),
                Map.of("a", Row.of(2 * MS, 1000), "b", Row.of(2_010_000, 1000), "c", new Row(2 * MS, 1000, false, 0.3)));
        assertEquals(List.of("a", "c"), verdict.favoured());
        assertTrue(verdict.reason().contains(" between a and c is not significant"), verdict.reason());
    }

    @Test
    void anUnsafeDesignIsMarked() {
        Scenario scenario = TestScenarios.withoutFencing(TestScenarios.OCFS2, TestScenarios.GFS2);
        Comparison comparison = new ComparisonStudy(
                new TableEngine(Map.of("ocfs2", Row.of(2 * MS, 10), "gfs2", Row.of(MS, 10))), TestScenarios.KERNELS, 2,
                "test", () -> 0).compare(scenario, (d, t, m) -> { }, () -> false);
        assertEquals(List.of("gfs2"), comparison.verdict().favoured());
        assertTrue(comparison.verdict().reason().contains(" gfs2 is unsafe as described: GFS2 without fencing: a node"),
                comparison.verdict().reason());
        assertEquals(1, comparison.contender("gfs2").unsafe().size());
        assertEquals(List.of(), comparison.contender("ocfs2").unsafe());
        assertTrue(comparison.notes().get(0).startsWith("gfs2 is unsafe as described: "));
    }
}
