// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.DiskCounts;
import org.quorate.cluster.result.LatencySeries;
import org.quorate.cluster.result.NodeCensus;
import org.quorate.cluster.result.OperationResult;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.cluster.result.StationUse;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Operation;
import org.quorate.model.StudySettings;
import org.quorate.sim.LatencyRecorder;
import org.quorate.sim.RandomStream;
import org.quorate.sim.RandomStreams;
import org.quorate.sim.Sampler;
import org.quorate.sim.Station;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.PhaseFigures;
import org.quorate.study.result.Verdict.Outcome;

/** Tells a load that cannot be carried from one that can, in runs that are far too short for any queue to be full. */
class SaturationTest {

    private static final DiskCounts NOTHING = new DiskCounts(0, 0, 0, 0, 0);
    private static final long SECOND = 1_000_000_000L;
    private static final double GAP_NANOS = 10e6;
    private static final int STUDIES = 300;

    /** An M/M/1 queue with 100 arrivals a second, empty at the start, and measured from some time to the tenth second. */
    private record Queue(double load, long warmUp) implements RunEngine {

        @Override
        public RunResult run(RunRequest request, BooleanSupplier cancelled) {
            RandomStreams streams = new RandomStreams(request.scenario().study().seed()).replication(request.replication());
            RandomStream arrivals = streams.named("arrivals");
            RandomStream services = streams.named("services");
            Sampler gaps = Sampler.exponential(GAP_NANOS);
            Station server = new Station(1);
            LatencyRecorder latency = new LatencyRecorder();
            long growth = 0;
            for (long now = gaps.sample(arrivals); now < 10 * SECOND; now += gaps.sample(arrivals)) {
                long left = server.admit(now, (long) (load * GAP_NANOS * services.nextExponential()));
                if (now >= warmUp) {
                    latency.record(left - now);
                    growth++;
                }
                growth -= left >= warmUp && left <= 10 * SECOND ? 1 : 0;
            }
            long[] parts = new long[TimePart.values().length];
            parts[TimePart.LUN_QUEUE.ordinal()] = 100;
            PhaseResult phase = new PhaseResult("steady", true, warmUp, 10 * SECOND,
                    List.of(new OperationResult(Operation.CREATE, latency, parts)), latency.count(), List.of(), NOTHING, NOTHING,
                    List.of(new NodeCensus("node1", Map.of(), 0, 0, Map.of())), List.of(new StationUse("LUN", 0.99)), LatencySeries.NONE,
                    growth, false);
            return new RunResult(request.contender().label(), request.replication(), List.of(phase), List.of(), 1);
        }
    }

    private static Comparison run(double load, int seed) {
        return run(new Queue(load, SECOND), seed, 5);
    }

    private static Comparison run(Queue queue, int seed, int replications) {
        return new ComparisonStudy(queue, TestScenarios.KERNELS, 1, "1", () -> 0).simulate(TestScenarios.of(List.of(),
                new StudySettings(seed, replications, 0.95), List.of(TestScenarios.steady()), TestScenarios.OCFS2), "ocfs2", (d, t, m) -> { }, () -> false);
    }

    private static int saturated(double load) {
        int saturated = 0;
        for (int seed = 0; seed < STUDIES; seed++) {
            saturated += run(load, seed).contenders().get(0).phases().get(0).saturated() ? 1 : 0;
        }
        return saturated;
    }

    @Test
    void aLoadThatIsCarriedIsNotCalledSaturated() {
        assertEquals(0, saturated(0.9));
        assertTrue(saturated(0.95) <= STUDIES / 50, "at 95 %");
    }

    /** Nine operations are there in the end and none at the start: not chance, but not too much either, however often it is seen. */
    @Test
    void manyReplicationsOfAQueueThatFillsAreNotCalledSaturated() {
        assertFalse(run(new Queue(0.9, 0), 1, 1000).contenders().get(0).phases().get(0).saturated(), "at 90 %");
        assertTrue(run(new Queue(1.1, 0), 1, 1000).contenders().get(0).phases().get(0).saturated(), "at 110 %");
    }

    /** A tenth more than can be carried: 450 of 4500 operations are left over, in five replications. */
    @Test
    void aLoadThatCannotBeCarriedIsSaturatedWithItsBindingResource() {
        assertTrue(saturated(1.1) >= STUDIES * 0.99, "at 110 %");
        Comparison comparison = run(1.25, 1);
        PhaseFigures phase = comparison.contenders().get(0).phases().get(0);
        assertTrue(phase.saturated());
        assertTrue(phase.operations().get(0).latency().isEmpty() && phase.operations().get(0).distribution().isEmpty());
        assertTrue(comparison.contenders().get(0).total().mixLatencyNanos().isEmpty());
        assertEquals(List.of("ocfs2 cannot carry the load of phase steady: LUN queue is 100 % of the time of its operations; LUN is busy 99 % "
                + "of the time. No latency is given."), comparison.notes().stream().filter(note -> note.contains("carry")).toList());
        // What was done, not what arrived: 100 a second arrive, 80 can be done.
        assertEquals(80, phase.throughput().mean(), 4);
        assertEquals(80, phase.operations().get(0).throughput().mean(), 4);
        assertEquals(Outcome.NOTHING_TO_COMPARE, comparison.verdict().outcome());
    }
}
