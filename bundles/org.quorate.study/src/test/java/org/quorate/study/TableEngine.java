// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.DiskCounts;
import org.quorate.cluster.result.LatencySeries;
import org.quorate.cluster.result.MemoryPoint;
import org.quorate.cluster.result.MessageCount;
import org.quorate.cluster.result.NodeCensus;
import org.quorate.cluster.result.NodeCensus.LockRole;
import org.quorate.cluster.result.OperationResult;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.cluster.result.StationUse;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.LocalSpec;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.SlabCache;
import org.quorate.sim.LatencyRecorder;

/**
 * Runs whose outcome is given: for each contender the latency of each replication's operations and its lock objects.
 * Replication r of every contender is {@code r} per mille slower than replication 0: noise that pairing removes.
 */
public final class TableEngine implements RunEngine {

    /**
     * What a contender does.
     *
     * @param latencyNanos of every operation but stat, which takes half as long
     * @param objects      lock objects of node1; node2 has half of them, further nodes none
     * @param saturated    cannot carry the load
     * @param jitter       share by which replications differ, in turn above and below
     */
    public record Row(long latencyNanos, long objects, boolean saturated, double jitter) {
        public static Row of(long latencyNanos, long objects) {
            return new Row(latencyNanos, objects, false, 0);
        }
    }

    private static final Row LOCAL = Row.of(100_000, 0);
    private static final int OPERATIONS = 2000;

    private final Map<String, Row> rows;

    public TableEngine(Map<String, Row> rows) {
        this.rows = rows;
    }

    @Override
    public RunResult run(RunRequest request, BooleanSupplier cancelled) {
        Row row = request.contender() instanceof LocalSpec ? LOCAL : rows.get(request.contender().label());
        int nodes = Math.max(2, request.scenario().cluster().nodes().size());
        List<PhaseResult> phases = new ArrayList<>();
        for (Phase phase : request.scenario().workload().phases()) {
            phases.add(phase(phase, row, request.replication()));
        }
        return new RunResult(request.contender().label(), request.replication(), phases,
                List.of(new MemoryPoint(0, new long[nodes], new long[nodes * SlabCache.values().length]),
                        new MemoryPoint(1_000_000_000L, bytes(row, nodes), objects(row, nodes))), 1000);
    }

    private static long[] bytes(Row row, int nodes) {
        long[] bytes = new long[nodes];
        bytes[0] = row.objects() * 10;
        bytes[1] = row.objects() * 5;
        return bytes;
    }

    private static long[] objects(Row row, int nodes) {
        long[] objects = new long[nodes * SlabCache.values().length];
        objects[SlabCache.DLM_LKB.ordinal()] = row.objects();
        objects[SlabCache.values().length + SlabCache.DLM_LKB.ordinal()] = row.objects() / 2;
        return objects;
    }

    private static PhaseResult phase(Phase phase, Row row, int replication) {
        List<OperationResult> operations = new ArrayList<>();
        for (OperationShare share : phase.mix()) {
            operations.add(operation(share.operation(), row, replication));
        }
        long total = (long) OPERATIONS * operations.size();
        return new PhaseResult(phase.name(), phase.measured(), 1_000_000_000L, 11_000_000_000L, operations, total,
                List.of(new MessageCount("LOOKUP", "INODE", total * 2, total * 128, false),
                        new MessageCount("CONVERT", "RGRP", total * 3, total * 192, false),
                        new MessageCount("ACK", "-", total, total * 16, true)),
                new DiskCounts(total, total * 2, total / 2, total * 8, total * 16), new DiskCounts(20, 10, 0, 20, 10),
                List.of(census("node1", row.objects()), census("node2", row.objects() / 2)),
                List.of(new StationUse("node1 CPU", 0.2), new StationUse("LUN", 0.9)), LatencySeries.NONE, 0, row.saturated());
    }

    private static OperationResult operation(Operation operation, Row row, int replication) {
        double jitter = 1 + (replication % 2 == 0 ? row.jitter() : -row.jitter()) + replication / 1000.0;
        long latency = (long) (row.latencyNanos() * jitter * (operation == Operation.STAT ? 0.5 : 1));
        LatencyRecorder recorder = new LatencyRecorder();
        for (int i = 0; i < OPERATIONS; i++) {
            recorder.record(latency);
        }
        long[] parts = new long[TimePart.values().length];
        parts[TimePart.NETWORK.ordinal()] = latency * OPERATIONS / 4;
        parts[TimePart.LUN_SERVICE.ordinal()] = latency * OPERATIONS - latency * OPERATIONS / 4;
        return new OperationResult(operation, recorder, parts);
    }

    private static NodeCensus census(String node, long objects) {
        return new NodeCensus(node, Map.of(SlabCache.DLM_LKB, objects, SlabCache.GFS2_INODE, 4L), objects * 10, 4,
                Map.of(LockRole.HOLDER, objects * 10));
    }
}
