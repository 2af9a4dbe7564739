// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quorate.cluster.result.DiskCounts;
import org.quorate.cluster.result.LatencySeries;
import org.quorate.cluster.result.MessageCount;
import org.quorate.cluster.result.NodeCensus;
import org.quorate.cluster.result.OperationResult;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.Operation;
import org.quorate.model.SlabCache;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.sim.LatencyRecorder;

class RunComparisonTest {

    private static final DiskCounts NOTHING = new DiskCounts(0, 0, 0, 0, 0);
    private static final DiskCounts SOME = new DiskCounts(10, 20, 5, 80, 160);
    private static final List<MessageCount> MESSAGES = List.of(new MessageCount("AST", "META", 60, 6000, false),
            new MessageCount("STATUS(AST)", "META", 60, 1440, false), new MessageCount("ACK", "-", 50, 800, true));

    private static PhaseResult phase(String name, DiskCounts disk, List<MessageCount> messages, long... latencies) {
        LatencyRecorder latency = new LatencyRecorder();
        for (long nanos : latencies) {
            latency.record(nanos);
        }
        NodeCensus census = new NodeCensus("n1", Map.of(SlabCache.O2DLM_LOCKRES, 110L, SlabCache.OCFS2_INODE, 7L), 0, 0, Map.of());
        return new PhaseResult(name, true, 0, 1, List.of(new OperationResult(Operation.STAT, latency, new long[0])), 100, messages,
                disk, NOTHING, List.of(census, census), List.of(), LatencySeries.NONE, 0, false);
    }

    private static SimulatedRun simulated(PhaseResult... phases) {
        return simulated(Set.of(), phases);
    }

    private static SimulatedRun simulated(Set<String> timed, PhaseResult... phases) {
        return new SimulatedRun(List.of(new RunResult("ocfs2", 0, List.of(phases), List.of(), 0)),
                KernelProfiles.named(KernelProfiles.LAB_UML), 0, true, timed);
    }

    private static LabRun lab(String fileSystem, LabRun.Phase... phases) {
        return new LabRun("uml-x-2-r1", fileSystem, 2, List.of(0.01, 0.01), List.of(phases),
                List.of(new LabRun.Objects("c_stat_cold", 1, "o2dlm_lockres", 100, 248),
                        new LabRun.Objects("c_stat_cold", 1, "ocfs2_inode_cache", 9, 1792),
                        new LabRun.Objects("c_stat_cold", 1, "kmalloc-512", 9, 512)),
                List.of(), LabOrigin.ofTables("uml-x-2-r1"));
    }

    private static LabRun.Phase measured(String name) {
        return new LabRun.Phase(name, 10, 12, 700, 1, 2, 0, List.of(new LabRun.Call(1, "stat", 100, 900)));
    }

    private static String text(AccuracyRow row) {
        return row.figure() + " " + row.measured() + " " + row.simulated() + " " + row.outcome();
    }

    @Test
    void totalsAreDividedByTheLabsOperationsAndPartsOfAPhaseAdded() {
        SimulatedRun simulated = simulated(phase("c_stat_cold-make", SOME, MESSAGES), phase("c_stat_cold", SOME, List.of()));
        List<String> rows = new RunComparison(lab("ocfs2", measured("c_stat_cold")), simulated).rows().stream()
                .map(RunComparisonTest::text).toList();
        assertEquals(List.of("segments 12.0 12.0 WITHIN", "payload 700.0 824.0 INFORMATION", "reads 1.0 2.0 MISSES",
                "writes 2.0 4.0 MISSES", "flushes 0.0 1.0 MISSES", "n1 o2dlm_lockres 100.0 110.0 WITHIN",
                "n1 ocfs2_inode_cache 9.0 7.0 INFORMATION"), rows.subList(0, 7));
        assertTrue(rows.get(7).startsWith("n1 lock bytes 24800.0 "), rows.get(7));
        assertEquals(8, rows.size());
    }

    /** In a minute the lab did 10 operations and the simulator 100. */
    @Test
    void whereTheNumberOfOperationsIsFreeEachIsDividedByItsOwn() {
        List<AccuracyRow> rows = new RunComparison(lab("ocfs2", measured("c_stat_cold")),
                simulated(Set.of("c_stat_cold"), phase("c_stat_cold", SOME, MESSAGES))).rows();
        assertEquals(List.of("segments 12.0 1.2 MISSES", "payload 700.0 82.4 INFORMATION", "reads 1.0 0.1 MISSES"),
                rows.stream().map(RunComparisonTest::text).toList().subList(0, 3));
        assertTrue(rows.stream().filter(row -> row.figureClass() == FigureClass.LOCK_OBJECTS || row.figureClass() == FigureClass.LOCK_BYTES)
                .noneMatch(row -> row.outcome().judged()));
    }

    @Test
    void ofGfs2BytesAreJudged() {
        List<AccuracyRow> rows = new RunComparison(lab("gfs2", measured("c_stat_cold")),
                simulated(phase("c_stat_cold", SOME, MESSAGES))).rows();
        assertEquals(Outcome.INFORMATION, rows.get(0).outcome());
        assertEquals(Outcome.MISSES, rows.get(1).outcome());
    }

    @Test
    void sequentialRequestsAreJudgedByTheMebibyte() {
        List<AccuracyRow> rows = new RunComparison(lab("ocfs2", measured("f_seqwrite"), measured("f_seqread_other")),
                simulated(phase("f_seqwrite", SOME, List.of()), phase("f_seqread_other", SOME, List.of()))).rows();
        assertEquals(List.of("DISK reads", "SEQUENTIAL writes", "DISK flushes", "SEQUENTIAL reads", "DISK writes", "DISK flushes"),
                rows.stream().filter(row -> row.figureClass() != FigureClass.LOCK_TRAFFIC)
                        .map(row -> row.figureClass() + " " + row.figure()).toList());
    }

    /** Whoever measures in the box calls a run and its phases what he likes; those after dropCaches drop_ (CONTRIBUTING.md). */
    @Test
    void otherNamesMeanNothingInTheBox() {
        LabOrigin box = new LabOrigin("2026-11-29", "Linux 6.1", LabOrigin.Kind.BOX);
        LabRun run = new LabRun("uml-x-2-r1", "ocfs2", 2, List.of(0.01, 0.01), List.of(measured("drop_off"), measured("f_seqwrite")),
                List.of(new LabRun.Objects("drop_off", 1, "o2dlm_lockres", 100, 248)), List.of(), box);
        SimulatedRun simulated = simulated(phase("drop_off", SOME, MESSAGES, 100_000), phase("f_seqwrite", SOME, MESSAGES));
        List<AccuracyRow> rows = new ArrayList<>(new RunComparison(run, simulated).rows());
        assertTrue(rows.stream().filter(row -> row.figureClass() == FigureClass.LOCK_OBJECTS).noneMatch(row -> row.outcome().judged()));
        assertTrue(rows.stream().noneMatch(row -> row.figureClass() == FigureClass.SEQUENTIAL));
        List<AccuracyRow> times = new LatencyComparison(List.of(run)).rows(run, simulated);
        assertTrue(!times.isEmpty() && times.stream().noneMatch(row -> row.outcome().judged()), times.toString());
        LabRun capture = new LabRun("capture-x", "ocfs2", 2, List.of(), run.phases(), List.of(), List.of(), box);
        assertEquals(List.of("drop_off", "f_seqwrite"), capture.phaseNames());
    }

    @Test
    void everyTypeOfMessageIsComparedAndNoneMayBeInvented() {
        LabRun capture = new LabRun("capture-x", "ocfs2", 2, List.of(), List.of(), List.of(),
                List.of(new LabRun.Captured("c_stat_cold", 20, Map.of("PROXY_AST", 60L, "STATUS(PROXY_AST)", 50L, "CREATE_LOCK", 2L)),
                        new LabRun.Captured("c_stat_warm", 20, Map.of())), LabOrigin.ofTables("capture-x"));
        List<MessageCount> few = List.of(new MessageCount("AST", "META", 1, 100, false),
                new MessageCount("LOOKUP", "META", 1, 100, false));
        List<String> rows = new RunComparison(capture,
                simulated(phase("c_stat_cold", SOME, MESSAGES), phase("c_stat_warm", SOME, few))).rows().stream()
                .map(row -> row.figure() + " " + row.outcome()).toList();
        assertEquals(List.of("ACK MISSES", "CREATE_LOCK UNDER_FLOOR", "PROXY_AST WITHIN", "STATUS(PROXY_AST) MISSES",
                "LOOKUP MISSES", "PROXY_AST MISSES"), rows);
    }

    @Test
    void latencyMayBeOffByAFactorOfTwoOrLieAmongTheRepetitions() {
        LabRun slow = new LabRun("uml-x-2-r2", "ocfs2", 2, List.of(0.1, 0.1), List.of(new LabRun.Phase("c_stat_cold", 10, 0, 0, 0, 0, 0,
                List.of(new LabRun.Call(1, "stat", 500, 900)))), List.of(), List.of(), LabOrigin.ofTables("uml-x-2-r2"));
        LabRun quiet = lab("ocfs2", measured("c_stat_cold"));
        LatencyComparison latency = new LatencyComparison(List.of(quiet, slow));
        List<Outcome> outcomes = new ArrayList<>();
        for (long micros : List.of(45, 51, 190, 300, 490, 510)) {
            outcomes.add(latency.rows(quiet, simulated(phase("c_stat_cold", SOME, List.of(), micros * 1000))).get(0).outcome());
        }
        assertEquals(List.of(Outcome.MISSES, Outcome.WITHIN, Outcome.WITHIN, Outcome.WITHIN, Outcome.WITHIN, Outcome.MISSES), outcomes);
        assertEquals(Outcome.INFORMATION,
                latency.rows(slow, simulated(phase("c_stat_cold", SOME, List.of(), 500_000))).get(0).outcome());
    }

    @Test
    void theOrderIsJudgedWhereAllRepetitionsAgree() {
        assertEquals(List.of(Outcome.WITHIN), order(300, 100, 200, 100));
        assertEquals(List.of(Outcome.MISSES), order(300, 100, 100, 200));
        assertEquals(List.of(Outcome.INFORMATION), order(100, 100, 100, 200));
    }

    private static List<Outcome> order(int ocfs2, int gfs2, int simulatedOcfs2, int simulatedGfs2) {
        LabRun first = run("uml-ocfs2-2-r1", "ocfs2", ocfs2);
        LabRun second = run("uml-gfs2-2-r1", "gfs2", gfs2);
        return new OrderComparison(new LatencyComparison(List.of(first, second)), Map.of(
                first.name(), simulated(phase("c_stat_cold", SOME, List.of(), simulatedOcfs2)),
                second.name(), simulated(phase("c_stat_cold", SOME, List.of(), simulatedGfs2)))).rows().stream()
                .map(AccuracyRow::outcome).toList();
    }

    private static LabRun run(String name, String fileSystem, int micros) {
        return new LabRun(name, fileSystem, 2, List.of(0.1, 0.1), List.of(new LabRun.Phase("c_stat_cold", 10, 0, 0, 0, 0, 0,
                List.of(new LabRun.Call(1, "stat", micros, micros)))), List.of(), List.of(), LabOrigin.ofTables(name));
    }

    @Test
    void everyPhaseOfTheLabHasAnOperationToTime() {
        for (LabRun run : LabTables.ofProduct()) {
            for (LabRun.Phase phase : run.phases()) {
                for (MainOperation operation : MainOperation.of(phase.name())) {
                    assertTrue(phase.micros(operation.calls(), LabRun.Call::p50Micros).isPresent(), run.name() + " " + phase.name()
                            + " " + operation);
                }
                assertTrue(!MainOperation.of(phase.name()).isEmpty(), phase.name());
            }
        }
    }
}
