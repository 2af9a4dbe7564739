// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.cluster.result.NodeCensus.LockRole;
import org.quorate.cluster.result.LockName;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Operation;
import org.quorate.model.SlabCache;
import org.quorate.model.Target;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Difference;
import org.quorate.study.result.DiskFigures;
import org.quorate.study.result.Figure;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.result.HotLockFigures;
import org.quorate.study.result.Interval;
import org.quorate.study.result.MemoryTimeline;
import org.quorate.study.result.MessageFigures;
import org.quorate.study.result.MessageFigures.MessageType;
import org.quorate.study.result.NodeMemory;
import org.quorate.study.result.OperationFigures;
import org.quorate.study.result.OperationFigures.Latency;
import org.quorate.study.result.Origin;
import org.quorate.study.result.PhaseFigures;
import org.quorate.study.result.StationFigure;
import org.quorate.study.result.TotalFigures;
import org.quorate.study.result.Verdict;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.result.Verdict.TargetResult;

/** Comparisons made by hand: OCFS2 and GFS2 with a local baseline, as many contenders as wanted. */
final class SampleComparison {

    private SampleComparison() {
    }

    static Comparison threeContenders() {
        return of("PHP sessions on a shared volume", List.of(
                contender("ocfs2", FileSystemKind.OCFS2, 4.0, SlabCache.O2DLM_LOCK, false, List.of()),
                contender("gfs2", FileSystemKind.GFS2, 2.5, SlabCache.GFS2_GLOCK, false,
                        List.of("GFS2 without fencing: a node that is cut off goes on writing")),
                contender("local-ext4", FileSystemKind.EXT4, 0.8, SlabCache.DENTRY, false, List.of())));
    }

    static Comparison saturated() {
        return of("Too much", List.of(contender("ocfs2", FileSystemKind.OCFS2, 4.0, SlabCache.O2DLM_LOCK, true, List.of()),
                contender("gfs2", FileSystemKind.GFS2, 2.5, SlabCache.GFS2_GLOCK, false, List.of())));
    }

    static Comparison manyContenders() {
        List<ContenderResult> contenders = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            contenders.add(contender("gfs2-with-a-long-label-" + i, FileSystemKind.GFS2, i, SlabCache.GFS2_GLOCK, false,
                    List.of()));
        }
        return of("\u001b[31mred\u202e title\nof two lines", contenders);
    }

    private static Comparison of(String title, List<ContenderResult> contenders) {
        Origin origin = new Origin("web-sessions", title, "1.2.3", 42, 5, 0.95, "5.15", false,
                List.of("node1", "node2", "node3"), Optional.empty());
        List<Difference> differences = new ArrayList<>();
        for (ContenderResult second : contenders.subList(1, contenders.size())) {
            differences.add(difference(Figure.MIX_LATENCY, Optional.empty(), Optional.empty(), contenders.get(0), second));
            differences.add(difference(Figure.OPERATION_LATENCY, Optional.of("steady"), Optional.of(Operation.CREATE),
                    contenders.get(0), second));
        }
        Verdict verdict = new Verdict(Verdict.Basis.TARGETS, Verdict.Outcome.WINNER, List.of("ocfs2", "gfs2"),
                List.of("gfs2"),
                List.of(new TargetResult("p99 create ≤ 20 ms", Target.Figure.LATENCY, "ocfs2", Optional.of("steady"), Standing.MISSES,
                        Optional.of(new Interval(25.1, 2.3)), 20),
                        new TargetResult("p99 create ≤ 20 ms", Target.Figure.LATENCY, "gfs2", Optional.of("steady"), Standing.MEETS,
                                Optional.of(new Interval(12.34, 0.51)), 20)),
                List.of(), "gfs2", "Only gfs2 meets every target. ocfs2 misses p99 create ≤ 20 ms: 25.1 ms ± 2.3 ms in phase"
                        + " steady. Mean latency over the operation mix is 2.50 ms for gfs2 and 4.00 ms for ocfs2.");
        return new Comparison(Comparison.FORMAT, origin, contenders, differences, verdict,
                List.of("Object sizes of kernel 5.15 are interpolated between measured versions."));
    }

    private static Difference difference(Figure figure, Optional<String> phase, Optional<Operation> operation,
            ContenderResult first, ContenderResult second) {
        if (first.total().mixLatencyNanos().isEmpty() || second.total().mixLatencyNanos().isEmpty()) {
            return new Difference(Figure.LOCK_MEMORY, Optional.empty(), Optional.empty(), first.label(), second.label(),
                    Interval.exactly(1), Optional.empty());
        }
        double difference = first.total().mixLatencyNanos().get().mean() - second.total().mixLatencyNanos().get().mean();
        return new Difference(figure, phase, operation, first.label(), second.label(),
                new Interval(difference, 2e6), Optional.empty());
    }

    private static ContenderResult contender(String label, FileSystemKind kind, double millis, SlabCache cache,
            boolean saturated, List<String> unsafe) {
        boolean local = kind == FileSystemKind.EXT4;
        Optional<Interval> mix = saturated ? Optional.empty() : Optional.of(new Interval(millis * 1e6, 51234));
        double bytes = local ? 0 : millis * 1e6;
        return new ContenderResult(label, kind, local, unsafe, List.of(phase(millis, cache, saturated, bytes)),
                new TotalFigures(mix, Interval.exactly(bytes)), timeline(cache, bytes), local ? List.of() : List.of(new HotLockFigures(
                new LockName("directory /sessions", kind == FileSystemKind.GFS2 ? "INODE 2/1a" : "META M0000001a"), 0.713, 1234, millis * 4e6, 567),
                new HotLockFigures(new LockName("resource group 12", "RGRP 3/c"), 0.021, 3, 5e5, 2)), 1000);
    }

    /** Half of it after a second; nothing at the end. */
    private static MemoryTimeline timeline(SlabCache cache, double bytes) {
        long objects = Math.round(bytes / 200);
        List<MemoryTimeline.Sample> samples = List.of(new MemoryTimeline.Sample(0, List.of(0L)),
                new MemoryTimeline.Sample(1_000_000_000, List.of(objects * 200)), new MemoryTimeline.Sample(2_500_000_000L, List.of(0L)));
        return new MemoryTimeline(List.of("node1"), samples, objects == 0 ? List.of() : List.of(
                new MemoryTimeline.CacheLine("node1", cache, cache.slabName(), cache.lock(), 200, List.of(0L, objects, 0L))));
    }

    private static PhaseFigures phase(double millis, SlabCache cache, boolean saturated, double bytes) {
        boolean local = bytes == 0;
        NodeMemory memory = new NodeMemory("node1", Interval.exactly(bytes), Interval.exactly(bytes / 200),
                new Interval(3000, 12), local ? Optional.empty() : Optional.of(new Interval(bytes / 3000, 3.2)),
                Optional.of(new Interval(bytes / 3000 + 1000, 3.2)),
                List.of(new NodeMemory.CacheUse(cache, cache.slabName(), cache.lock(), bytes / 200, bytes)),
                Map.of(LockRole.HOLDER, bytes));
        return new PhaseFigures("steady", saturated, 0, 10, new Interval(1234.5, 12.3),
                List.of(operation(Operation.CREATE, millis, saturated), operation(Operation.STAT, millis / 3, saturated)),
                Map.of(TimePart.NETWORK, 0.385, TimePart.LUN_SERVICE, 0.6, TimePart.HOLD_TIME, 0.015),
                messages(local, millis), disk(local), List.of(memory),
                List.of(new StationFigure("LUN", new Interval(0.834, 0.01))), Optional.empty());
    }

    private static OperationFigures operation(Operation operation, double millis, boolean saturated) {
        Latency latency = new Latency(new Interval(millis * 1e6, 51_234), new Interval(millis * 0.9e6, 34_000),
                new Interval(millis * 3e6, 210_000), new Interval(millis * 5e6, 1_234_567));
        return new OperationFigures(operation, 6000, 1200, new Interval(617.2, 9.8),
                saturated ? Optional.empty() : Optional.of(latency), Map.of(TimePart.LUN_SERVICE, 0.62, TimePart.NETWORK, 0.38),
                List.of());
    }

    private static MessageFigures messages(boolean local, double millis) {
        if (local) {
            return new MessageFigures(Interval.exactly(0), Interval.exactly(0), Interval.exactly(0), List.of());
        }
        return new MessageFigures(new Interval(millis * 6, 0.043), new Interval(1.5, 0.01), new Interval(2345, 21),
                List.of(new MessageType("MASTER_REQUEST", "META", false, 4, 100),
                        new MessageType("STATUS(MASTER_REQUEST)", "META", false, 4, 100),
                        new MessageType("ASSERT_MASTER", "OPEN", false, 2.25, 100),
                        new MessageType("ACK", "-", true, 1.5, 16)));
    }

    private static DiskFigures disk(boolean local) {
        return new DiskFigures(new Interval(0.0051, 0.0004), new Interval(2.092, 0.051), Interval.exactly(0.5),
                new Interval(4096, 12), new Interval(12800, 120),
                local ? Interval.exactly(0) : Interval.exactly(1.5));
    }
}
