// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.DiskCounts;
import org.quorate.cluster.result.LatencySeries;
import org.quorate.cluster.result.MessageCount;
import org.quorate.cluster.result.NodeCensus;
import org.quorate.cluster.result.OperationResult;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.cluster.result.StationUse;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.LocalSpec;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.SlabCache;
import org.quorate.sim.LatencyRecorder;
import org.quorate.sim.RandomStream;
import org.quorate.sim.RandomStreams;
import org.quorate.sim.Sampler;
import org.quorate.sim.Station;

/**
 * An M/M/1 queue as a cluster: Poisson arrivals of 100 operations a second at one server, whose mean service is 4 ms for
 * GFS2, 5 ms for OCFS2 and 2 ms for a local file system.
 */
final class QueueEngine implements RunEngine {

    private static final int OPERATIONS = 3000;

    @Override
    public RunResult run(RunRequest request, BooleanSupplier cancelled) {
        RandomStreams streams = new RandomStreams(request.scenario().study().seed()).replication(request.replication());
        List<PhaseResult> phases = new ArrayList<>();
        for (Phase phase : request.scenario().workload().phases()) {
            phases.add(phase(request, phase, streams, cancelled));
        }
        return new RunResult(request.contender().label(), request.replication(), phases, List.of(), OPERATIONS);
    }

    private static PhaseResult phase(RunRequest request, Phase phase, RandomStreams streams, BooleanSupplier cancelled) {
        double service = request.contender() instanceof LocalSpec ? 2e6
                : request.contender() instanceof Gfs2Spec ? 4e6 : 5e6;
        Station server = new Station(1);
        List<OperationResult> operations = new ArrayList<>();
        long now = 0;
        for (OperationShare share : phase.mix()) {
            RandomStream arrivals = streams.named(phase.name() + "/arrivals/" + share.operation());
            RandomStream services = streams.named(phase.name() + "/services/" + share.operation());
            LatencyRecorder latency = new LatencyRecorder();
            long[] parts = new long[TimePart.values().length];
            for (int i = 0; i < OPERATIONS; i++) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("cancelled");
                }
                now += Sampler.exponential(10e6).sample(arrivals);
                long work = (long) (service * services.nextExponential());
                long left = server.admit(now, work);
                latency.record(left - now);
                parts[TimePart.LUN_SERVICE.ordinal()] += work;
                parts[TimePart.LUN_QUEUE.ordinal()] += left - now - work;
            }
            operations.add(new OperationResult(share.operation(), latency, parts));
        }
        long total = (long) OPERATIONS * operations.size();
        return new PhaseResult(phase.name(), phase.measured(), 0, now, operations, total,
                List.of(new MessageCount("REQUEST", "-", total, total, false)), new DiskCounts(total, 0, 0, total, 0),
                new DiskCounts(0, 0, 0, 0, 0),
                List.of(new NodeCensus("node1", Map.of(SlabCache.DLM_RSB, now % 1000), now % 1000 * 10, 0, Map.of())),
                List.of(new StationUse("LUN", server.utilisation(0, now))), LatencySeries.NONE, 0, false);
    }
}
