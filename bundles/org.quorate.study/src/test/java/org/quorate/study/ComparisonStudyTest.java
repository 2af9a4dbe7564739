// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Operation;
import org.quorate.model.Scenario;
import org.quorate.model.StudySettings;
import org.quorate.study.TableEngine.Row;
import org.quorate.study.io.ComparisonCsv;
import org.quorate.study.io.ComparisonJson;
import org.quorate.study.io.TimelineCsv;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.Difference;
import org.quorate.study.result.Figure;
import org.quorate.study.result.Interval;
import org.quorate.study.result.NodeMemory;
import org.quorate.study.result.OperationFigures;
import org.quorate.study.result.PhaseFigures;

class ComparisonStudyTest {

    private static final Scenario SCENARIO = TestScenarios.of(List.of(), TestScenarios.OCFS2, TestScenarios.GFS2);
    private static final StudyListener SILENT = (done, total, message) -> { };

    private static ComparisonStudy study(RunEngine engine, int threads) {
        return new ComparisonStudy(engine, TestScenarios.KERNELS, threads, "1.2.3", () -> 0);
    }

    private static Comparison table() {
        return study(new TableEngine(Map.of("ocfs2", Row.of(4_000_000, 1000), "gfs2", Row.of(2_000_000, 3000))), 2)
                .compare(SCENARIO, SILENT, () -> false);
    }

    @Test
    void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() {
        String one = new ComparisonJson().write(study(new QueueEngine(), 1).compare(SCENARIO, SILENT, () -> false));
        for (int threads : new int[] {1, 2, 7}) {
            assertEquals(one, new ComparisonJson()
                    .write(study(new QueueEngine(), threads).compare(SCENARIO, SILENT, () -> false)));
        }
        Scenario other = TestScenarios.of(List.of(), new StudySettings(8, 5, 0.95), List.of(TestScenarios.steady()),
                TestScenarios.OCFS2, TestScenarios.GFS2);
        assertFalse(one.equals(new ComparisonJson().write(study(new QueueEngine(), 2).compare(other, SILENT, () -> false))));
    }

    @Test
    void aQueueWithAKnownAnswerIsEstimatedRight() {
        Scenario scenario = TestScenarios.of(List.of(), new StudySettings(3, 30, 0.99), List.of(TestScenarios.steady()),
                TestScenarios.OCFS2, TestScenarios.GFS2);
        Comparison comparison = study(new QueueEngine(), 2).compare(scenario, SILENT, () -> false);
        // M/M/1: 1 / (1/service - arrival rate) = 1 / (250/s - 100/s).
        Interval mean = comparison.contender("gfs2").total().mixLatencyNanos().orElseThrow();
        assertTrue(mean.low() < 1e9 / 150 && 1e9 / 150 < mean.high(), mean.toString());
        // Common random numbers: the difference is known better than either figure.
        Difference difference = comparison.differences().get(0);
        assertEquals(Figure.MIX_LATENCY, difference.figure());
        assertEquals("ocfs2", difference.first());
        assertTrue(difference.absolute().low() < 1e9 / 300 && 1e9 / 300 < difference.absolute().high());
        assertTrue(difference.absolute().halfWidth()
                < comparison.contender("ocfs2").total().mixLatencyNanos().orElseThrow().halfWidth());
    }

    @Test
    void aLocalBaselineIsAddedOnlyIfNoneIsListed() {
        assertEquals(List.of("ocfs2", "gfs2", "local-ext4"), labels(table()));
        assertTrue(table().contender("local-ext4").baseline());
        Scenario taken = TestScenarios.of(List.of(), TestScenarios.ocfs2("local-ext4"), TestScenarios.GFS2);
        assertEquals(List.of("local-ext4", "gfs2", "local-ext4-baseline"),
                labels(study(new QueueEngine(), 2).compare(taken, SILENT, () -> false)));
        assertEquals(List.of("gfs2"),
                labels(study(new QueueEngine(), 2).simulate(SCENARIO, "gfs2", SILENT, () -> false)));
        assertThrows(IllegalArgumentException.class,
                () -> study(new QueueEngine(), 2).simulate(SCENARIO, "btrfs", SILENT, () -> false));
    }

    private static List<String> labels(Comparison comparison) {
        return comparison.contenders().stream().map(contender -> contender.label()).toList();
    }

    @Test
    void figuresFollowTheirDefinitions() {
        PhaseFigures phase = table().contender("gfs2").phase("steady");
        // 2000 creates and 2000 stats in 10 s.
        assertEquals(Interval.exactly(400), phase.throughput());
        assertEquals(Interval.exactly(5), phase.messages().locksPerOperation());
        assertEquals(Interval.exactly(1), phase.messages().acknowledgementsPerOperation());
        assertEquals(Interval.exactly(336), phase.messages().bytesPerOperation());
        assertEquals("CONVERT", phase.messages().byType().get(0).type());
        assertEquals(Interval.exactly(1), phase.disk().readsPerOperation());
        assertEquals(Interval.exactly(2), phase.disk().writesPerOperation());
        assertEquals(Interval.exactly(0.5), phase.disk().flushesPerOperation());
        assertEquals(Interval.exactly(8 * 512), phase.disk().readBytesPerOperation());
        assertEquals(Interval.exactly(3), phase.disk().heartbeatPerSecond());
        assertEquals("LUN", phase.bindingStation().orElseThrow().station());
        OperationFigures create = phase.operations().get(0);
        assertEquals(Operation.CREATE, create.operation());
        assertEquals(10_000, create.count());
        assertEquals(2_000, create.fewest());
        assertEquals(2_003_999.6, create.latency().orElseThrow().meanNanos().mean(), 1e-3);
        assertEquals(0.25, create.timeShares().get(TimePart.NETWORK), 1e-12);
        assertEquals(1, phase.timeShares().values().stream().mapToDouble(Double::doubleValue).sum(), 1e-12);
        assertEquals(2, phase.timeShares().size());
    }

    @Test
    void memoryIsCountedByNodeAndCache() {
        Comparison comparison = table();
        NodeMemory node = comparison.contender("gfs2").phase("steady").memory().get(0);
        assertEquals(Interval.exactly(30_000), node.lockBytes());
        assertEquals(Interval.exactly(3000), node.lockObjects());
        assertEquals(Optional.of(Interval.exactly(7500)), node.bytesPerInode());
        assertEquals(Optional.of(Interval.exactly(7600)), node.bytesPerInodeWithObjects());
        assertEquals(node.lockBytes().mean(), node.caches().stream().filter(c -> c.lock())
                .mapToDouble(c -> c.bytes()).sum());
        assertEquals(Interval.exactly(30_000), comparison.contender("gfs2").total().lockBytes());
        assertEquals(List.of(30_000L, 15_000L), comparison.contender("gfs2").memory().samples().get(1).lockBytes());
    }

    @Test
    void totalLockMemoryIsThatOfTheFullestNodeAndPhase() {
        Scenario scenario = TestScenarios.of(List.of(), new StudySettings(1, 5, 0.95),
                List.of(TestScenarios.steady(), TestScenarios.phase("later", true, Map.of(Operation.MKDIR, 1.0))),
                TestScenarios.OCFS2, TestScenarios.GFS2);
        study(new QueueEngine(), 2).compare(scenario, SILENT, () -> false).contenders().forEach(contender -> {
            Interval most = contender.phases().stream().flatMap(phase -> phase.memory().stream())
                    .map(NodeMemory::lockBytes).max(Comparator.comparingDouble(Interval::mean)).orElseThrow();
            assertEquals(most, contender.total().lockBytes());
        });
    }

    @Test
    void theMixCountsByItsWeightsNotByWhatWasDone() {
        // Both operations were done equally often, but the mix asks for three creates to one stat, which takes half as long.
        double create = 2_003_999.6;
        assertEquals(create * (3 + 0.5) / 4, table().contender("gfs2").total().mixLatencyNanos().orElseThrow().mean(), 1);
    }

    @Test
    void unmeasuredPhasesAreLeftOut() {
        Scenario scenario = TestScenarios.of(List.of(), new StudySettings(1, 3, 0.9),
                List.of(TestScenarios.phase("prepare", false, Map.of(Operation.MKDIR, 1.0)), TestScenarios.steady()),
                TestScenarios.OCFS2, TestScenarios.GFS2);
        Comparison comparison = study(new QueueEngine(), 2).compare(scenario, SILENT, () -> false);
        assertEquals(List.of("steady"),
                comparison.contender("ocfs2").phases().stream().map(PhaseFigures::phase).toList());
    }

    @Test
    void jsonReadsBackAsItWas() {
        ComparisonJson json = new ComparisonJson();
        Comparison comparison = study(new QueueEngine(), 2).compare(SCENARIO, SILENT, () -> false);
        String text = json.write(comparison);
        assertEquals(comparison, json.read(text));
        assertEquals(text, json.write(json.read(text)));
        assertTrue(text.startsWith("{\n  \"format\" : \"quorate-comparison/1\",\n  \"origin\""), text.substring(0, 80));
        assertFalse(text.contains("NaN") || text.contains("\r"));
        assertThrows(IllegalArgumentException.class, () -> json.read(text.replace("quorate-comparison/1", "other/1")));
        assertThrows(IllegalArgumentException.class, () -> json.read("{"));
        assertThrows(IllegalArgumentException.class, () -> json.read(text.replace("\"origin\"", "\"orgin\"")));
    }

    @Test
    void csvHasOneFigureARow() {
        List<String> lines = new ComparisonCsv().write(table()).lines().toList();
        assertEquals("contender,phase,subject,figure,unit,estimate,half_width", lines.get(0));
        assertTrue(lines.contains("gfs2,steady,,lock_messages,1/op,5.0,0.0"), lines.toString());
        assertTrue(lines.contains("gfs2,steady,node1,lock_memory,B,30000.0,0.0"));
        assertTrue(lines.contains("gfs2,steady,create,time_share_network,,0.25,"));
        lines.forEach(line -> assertEquals(7, line.split(",", -1).length, line));
    }

    @Test
    void theTimelineHasARowForEachCacheAndSample() {
        List<String> lines = new TimelineCsv().write(table()).lines().toList();
        assertEquals("contender,node,cache,counts_as,time_ns,objects,bytes", lines.get(0));
        assertTrue(lines.contains("gfs2,node1,dlm_lkb,lock,1000000000,3000,30000"), lines.toString());
        assertTrue(lines.contains("gfs2,node2,dlm_lkb,lock,0,0,0"));
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("local-ext4")), "it has no locks");
    }

    @Test
    void listenersHearOfEveryRunInOrder() {
        List<Integer> heard = new ArrayList<>();
        study(new QueueEngine(), 2).compare(SCENARIO, (done, total, message) -> {
            assertEquals(15, total);
            heard.add(done);
        }, () -> false);
        assertEquals(java.util.stream.IntStream.rangeClosed(0, 15).boxed().toList(), heard);
    }

    @Test
    void cancelEndsTheRunsUnderWay() {
        AtomicInteger asked = new AtomicInteger();
        assertThrows(CancellationException.class,
                () -> study(new QueueEngine(), 2).compare(SCENARIO, SILENT, () -> asked.incrementAndGet() > 5000));
        assertTrue(asked.get() < 5000 + 50, "runs went on after the cancel: " + asked.get());
        assertThrows(CancellationException.class,
                () -> study(new QueueEngine(), 2).compare(SCENARIO, SILENT, () -> true));
    }

    @Test
    void aFailedRunFailsTheStudyAndIsNamed() {
        RunEngine broken = (request, cancelled) -> {
            if (request.replication() == 2) {
                throw new IllegalStateException("no such lock");
            }
            return new QueueEngine().run(request, cancelled);
        };
        StudyFailedException failure = assertThrows(StudyFailedException.class,
                () -> study(broken, 2).compare(SCENARIO, SILENT, () -> false));
        assertTrue(failure.getMessage().matches("\\S+, replication 3 of 5: .*no such lock"), failure.getMessage());
    }
}
