// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.SlabCache;
import org.quorate.sim.LatencyRecorder;
import org.quorate.sim.RandomStream;
import org.quorate.sim.RandomStreams;
import org.quorate.sim.Sampler;
import org.quorate.sim.Station;
import org.quorate.study.RunEngine;

/** An M/M/1 queue as a cluster: Poisson arrivals of the rate of the open phase at one server with a mean service of 1 ms. */
final class OpenQueue implements RunEngine {

    private static final int OPERATIONS = 20_000;
    private static final double SERVICE = 1e6;

    @Override
    public RunResult run(RunRequest request, BooleanSupplier cancelled) {
        RandomStreams streams = new RandomStreams(request.scenario().study().seed()).replication(request.replication());
        Phase phase = request.scenario().workload().phases().get(0);
        double gap = 1e9 / ((Phase.Open) phase.load()).operationsPerSecond();
        RandomStream arrivals = streams.named("arrivals");
        RandomStream services = streams.named("services");
        Station server = new Station(1);
        LatencyRecorder latency = new LatencyRecorder();
        long now = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            now += Sampler.exponential(gap).sample(arrivals);
            latency.record(server.admit(now, (long) (SERVICE * services.nextExponential())) - now);
        }
        List<OperationResult> operations = new ArrayList<>();
        for (OperationShare share : phase.mix()) {
            operations.add(new OperationResult(share.operation(), share.operation() == Operation.CREATE ? latency : new LatencyRecorder(),
                    new long[TimePart.values().length]));
        }
        return new RunResult(request.contender().label(), request.replication(), List.of(new PhaseResult(phase.name(), true, 0, now,
                operations, OPERATIONS, List.of(new MessageCount("REQUEST", "-", 1, 1, false)), new DiskCounts(1, 0, 0, 1, 0),
                new DiskCounts(0, 0, 0, 0, 0), List.of(new NodeCensus("node1", Map.of(SlabCache.DLM_RSB, 1L), 10, 0, Map.of())),
                List.of(new StationUse("LUN", server.utilisation(0, now))), LatencySeries.NONE, 0, false)), List.of(), OPERATIONS);
    }
}
