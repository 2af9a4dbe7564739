// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.DiskCounts;
import org.quorate.cluster.result.LatencySeries;
import org.quorate.cluster.result.NodeCensus;
import org.quorate.cluster.result.OperationResult;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Operation;
import org.quorate.sim.LatencyRecorder;
import org.quorate.sim.RandomStream;
import org.quorate.sim.RandomStreams;
import org.quorate.study.io.ComparisonCsv;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.WarmUpFigures;

class WarmUpAnalysisTest {

    private static final long SECOND = 1_000_000_000L;
    private static final DiskCounts NOTHING = new DiskCounts(0, 0, 0, 0, 0);

    /**
     * A phase of ten seconds of which the first is left out: ten operations in each of its bins, of about 1 ms times what a function of
     * the seconds says.
     */
    private record Decaying(DoubleUnaryOperator level, boolean saturated) implements RunEngine {

        @Override
        public RunResult run(RunRequest request, BooleanSupplier cancelled) {
            RandomStream random = new RandomStreams(1).replication(request.replication()).named("latencies");
            LatencyRecorder recorder = new LatencyRecorder();
            long[] counts = new long[LatencySeries.BINS];
            long[] sums = new long[LatencySeries.BINS];
            for (int bin = 0; bin < counts.length; bin++) {
                double seconds = 10.0 * bin / counts.length;
                for (int i = 0; i < 10; i++) {
                    long latency = (long) (1e6 * level.applyAsDouble(seconds) * (0.5 + random.nextDouble()));
                    counts[bin]++;
                    sums[bin] += latency;
                    if (seconds >= 1) {
                        recorder.record(latency);
                    }
                }
            }
            PhaseResult phase = new PhaseResult("steady", true, SECOND, 10 * SECOND,
                    List.of(new OperationResult(Operation.CREATE, recorder, new long[TimePart.values().length])), 8000, List.of(), NOTHING,
                    NOTHING, List.of(new NodeCensus("node1", Map.of(), 0, 0, Map.of())), List.of(),
                    new LatencySeries(SECOND, 10 * SECOND / LatencySeries.BINS, counts, sums), 0, saturated);
            return new RunResult(request.contender().label(), request.replication(), List.of(phase), List.of(), 1);
        }
    }

    private static Comparison run(DoubleUnaryOperator level, boolean saturated) {
        return new ComparisonStudy(new Decaying(level, saturated), TestScenarios.KERNELS, 2, "1", () -> 0).simulate(
                TestScenarios.of(List.of(), TestScenarios.OCFS2), "ocfs2", (done, total, message) -> { }, () -> false);
    }

    private static Optional<WarmUpFigures> warmUp(Comparison comparison) {
        return comparison.contenders().get(0).phases().get(0).warmUp();
    }

    private static List<String> warnings(Comparison comparison) {
        List<String> warnings = new ArrayList<>(comparison.notes());
        warnings.removeIf(note -> !note.contains("MSER-5"));
        return warnings;
    }

    @Test
    void aSteadyPhaseIsSteady() {
        Comparison comparison = run(seconds -> 1, false);
        WarmUpFigures warmUp = warmUp(comparison).orElseThrow();
        assertEquals(SECOND, warmUp.leftOutNanos());
        assertTrue(warmUp.steady() && !warmUp.tooShort(), warmUp.toString());
        assertEquals(List.of(), warnings(comparison));
    }

    /** Three seconds are three times as slow: the mean after one second is 2 * 2 / 9 too high. */
    @Test
    void aWarmUpThatIsTooShortIsTold() {
        Comparison comparison = run(seconds -> seconds < 3 ? 3 : 1, false);
        WarmUpFigures warmUp = warmUp(comparison).orElseThrow();
        assertTrue(warmUp.steady() && warmUp.tooShort(), warmUp.toString());
        assertEquals(3.0, warmUp.mser5Nanos() / 1e9, 0.5);
        assertEquals(4.0 / 9, warmUp.shift(), 0.02);
        assertEquals(1, warnings(comparison).size());
        assertTrue(warnings(comparison).get(0).matches("The warm-up of phase steady, 1(\\.00?)? s, is too short for ocfs2: MSER-5 says "
                + "3\\.\\d+ s\\. The mean latency is 4[3-6] % higher because of it\\."), warnings(comparison).toString());
        String csv = new ComparisonCsv().write(comparison);
        assertTrue(csv.contains("ocfs2,steady,,warm_up,ns,1.0E9,\n") && csv.contains("ocfs2,steady,,warm_up_too_short,,1,\n"), csv);
    }

    @Test
    void aPhaseThatNeverBecomesSteadyIsTold() {
        Comparison comparison = run(seconds -> 1 + seconds, false);
        WarmUpFigures warmUp = warmUp(comparison).orElseThrow();
        assertFalse(warmUp.steady());
        assertTrue(warmUp.tooShort());
        assertEquals(1, warnings(comparison).size());
        assertTrue(warnings(comparison).get(0).startsWith("Phase steady is too short for ocfs2 to become steady"), warnings(comparison).toString());
    }

    @Test
    void aSaturatedPhaseHasNone() {
        assertEquals(Optional.empty(), warmUp(run(seconds -> 1 + seconds, true)));
    }

    @Test
    void binsAreMadeLongerUntilEachHasOperations() {
        LatencySeries series = new LatencySeries(0, 10, new long[] {1, 0, 1, 1, 1}, new long[] {10, 0, 20, 40, 7});
        assertTrue(series.hasGaps());
        LatencySeries halved = series.halved();
        assertFalse(halved.hasGaps());
        assertEquals(20, halved.binNanos());
        assertEquals(10, halved.means()[0]);
        assertEquals(30, halved.means()[1]);
        assertEquals(30, halved.meanFrom(11));
        assertEquals(0, halved.meanFrom(41));
    }
}
