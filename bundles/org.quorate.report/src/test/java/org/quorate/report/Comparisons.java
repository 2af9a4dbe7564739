// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quorate.cluster.result.NodeCensus.LockRole;
import org.quorate.cluster.result.LockName;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Operation;
import org.quorate.model.SlabCache;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Difference;
import org.quorate.study.result.DiskFigures;
import org.quorate.study.result.Figure;
import org.quorate.study.result.HotLockFigures;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.result.Interval;
import org.quorate.study.result.MemoryTimeline;
import org.quorate.study.result.MessageFigures;
import org.quorate.study.result.MessageFigures.MessageType;
import org.quorate.study.result.NodeMemory;
import org.quorate.study.result.NodeMemory.CacheUse;
import org.quorate.study.result.OperationFigures;
import org.quorate.study.result.OperationFigures.Latency;
import org.quorate.study.result.OperationFigures.PercentilePoint;
import org.quorate.study.result.Origin;
import org.quorate.study.result.PhaseFigures;
import org.quorate.study.result.StationFigure;
import org.quorate.study.result.TotalFigures;
import org.quorate.study.result.Verdict;
import org.quorate.study.result.Verdict.Basis;
import org.quorate.study.result.Verdict.FigureResult;
import org.quorate.study.result.Verdict.Outcome;

/**
 * Comparisons with made-up figures of a plausible size, for tests of what a report does with them. Everything follows
 * from the fields, nothing is random.
 *
 * @param scenario   its name
 * @param title      its title
 * @param labels     contenders: one that starts with "ext4" is the baseline, one that starts with "gfs2" GFS2
 * @param nodes      names
 * @param phases     names
 * @param operations in each phase
 * @param scale      every figure is multiplied by it
 * @param spread     half width as a share of the mean
 * @param saturated  labels that cannot carry the load
 */
public record Comparisons(String scenario, String title, List<String> labels, List<String> nodes, List<String> phases,
        List<Operation> operations, double scale, double spread, Set<String> saturated) {

    private static final double[] CURVE = {0, 1, 5, 10, 20, 30, 40, 50, 60, 70, 75, 80, 85, 90, 92.5, 95, 97.5, 98, 99,
            99.5, 99.9, 99.95, 99.99, 100};

    /** Three contenders on three nodes, as in the sample model of the same name. */
    public static Comparisons webSessions() {
        return new Comparisons("web-sessions", "PHP sessions, pages and uploads of three web servers",
                List.of("ocfs2", "gfs2", "ext4-local"), List.of("node1", "node2", "node3"), List.of("traffic"),
                List.of(Operation.READ, Operation.SESSION, Operation.CREATE), 1, 0.03, Set.of());
    }

    public Comparisons withLabels(String... newLabels) {
        return new Comparisons(scenario, title, List.of(newLabels), nodes, phases, operations, scale, spread,
                saturated);
    }

    public Comparisons withPhases(String... newPhases) {
        return new Comparisons(scenario, title, labels, nodes, List.of(newPhases), operations, scale, spread,
                saturated);
    }

    public Comparisons withNodes(List<String> newNodes) {
        return new Comparisons(scenario, title, labels, newNodes, phases, operations, scale, spread, saturated);
    }

    public Comparisons withOperations(List<Operation> newOperations) {
        return new Comparisons(scenario, title, labels, nodes, phases, newOperations, scale, spread, saturated);
    }

    public Comparisons withScale(double newScale) {
        return new Comparisons(scenario, title, labels, nodes, phases, operations, newScale, spread, saturated);
    }

    public Comparisons withSpread(double newSpread) {
        return new Comparisons(scenario, title, labels, nodes, phases, operations, scale, newSpread, saturated);
    }

    public Comparisons withSaturated(String... labelsSaturated) {
        return new Comparisons(scenario, title, labels, nodes, phases, operations, scale, spread,
                Set.of(labelsSaturated));
    }

    public Comparisons withTitle(String newScenario, String newTitle) {
        return new Comparisons(newScenario, newTitle, labels, nodes, phases, operations, scale, spread, saturated);
    }

    /** With a verdict by figures, in which the second candidate wins if the differences are significant. */
    public Comparison comparison() {
        List<String> candidates = labels.stream().filter(label -> !baseline(label)).toList();
        Outcome outcome = candidates.size() < 2 ? Outcome.NOTHING_TO_COMPARE : spread > 0.3 ? Outcome.TIE
                : Outcome.WINNER;
        List<String> favoured = outcome == Outcome.WINNER ? candidates.subList(1, 2)
                : outcome == Outcome.TIE ? candidates : List.of();
        String reason = outcome == Outcome.WINNER ? favoured.get(0) + " has the lower latency and needs less lock "
                + "memory."
                : outcome == Outcome.TIE ? "There is no significant difference in latency or in lock memory."
                : candidates.get(0) + " is the only candidate.";
        return comparison(new Verdict(Basis.FIGURES, outcome, candidates, favoured, List.of(),
                List.of(new FigureResult(Figure.MIX_LATENCY, favoured), new FigureResult(Figure.LOCK_MEMORY, favoured)),
                outcome == Outcome.WINNER ? favoured.get(0) : outcome.name().toLowerCase(java.util.Locale.ROOT),
                reason));
    }

    public Comparison comparison(Verdict verdict, String... notes) {
        List<ContenderResult> contenders = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            contenders.add(contender(labels.get(i), i));
        }
        Origin origin = new Origin(scenario, title, "0.1.0", 1, 5, 0.95, "6.1", true, nodes, Optional.empty());
        return new Comparison(Comparison.FORMAT, origin, contenders, differences(), verdict, List.of(notes));
    }

    private static boolean baseline(String label) {
        return label.startsWith("ext4");
    }

    private ContenderResult contender(String label, int index) {
        FileSystemKind kind = baseline(label) ? FileSystemKind.EXT4
                : label.startsWith("gfs2") ? FileSystemKind.GFS2 : FileSystemKind.OCFS2;
        List<PhaseFigures> figures = new ArrayList<>();
        for (int i = 0; i < phases.size(); i++) {
            figures.add(phase(label, phases.get(i), i, factor(label, index)));
        }
        boolean known = !saturated.contains(label);
        return new ContenderResult(label, kind, baseline(label), List.of(), figures,
                new TotalFigures(known ? Optional.of(about(2.4e6 * factor(label, index))) : Optional.empty(),
                        lockBytes(label, index, 0)),
                timeline(label, index), hotLocks(label, index), 4_200_000);
    }

    private static List<HotLockFigures> hotLocks(String label, int index) {
        return baseline(label) ? List.of() : List.of(
                new HotLockFigures(new LockName("directory /sessions", "META M00000000000000001234"), 0.71, 1200, 4.2e6 * factor(label, index), 580),
                new HotLockFigures(new LockName("resource group 12", "RGRP 3/c"), 0.05, 30, 2e6, 12));
    }

    /** How slow: the first contender is the slowest. */
    private static double factor(String label, int index) {
        return baseline(label) ? 0.08 : 1.0 / (1 + 0.8 * index);
    }

    private Interval about(double mean) {
        return new Interval(mean * scale, Math.abs(mean * scale * spread));
    }

    private Interval lockBytes(String label, int index, int node) {
        return baseline(label) ? Interval.exactly(0) : about(9.5e6 * (1 + 0.4 * index) * (1 - 0.1 * node));
    }

    private PhaseFigures phase(String label, String name, int number, double factor) {
        List<OperationFigures> figures = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            figures.add(operation(label, operations.get(i), factor * (1 + 1.7 * i)));
        }
        List<NodeMemory> memory = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            memory.add(memory(label, i));
        }
        return new PhaseFigures(name, saturated.contains(label), 2_000_000_000L * number, 2_000_000_000L * (number + 1),
                about(820 / Math.sqrt(factor)), figures, shares(factor), messages(label), disk(factor), memory,
                List.of(new StationFigure("LUN", new Interval(0.71, 0.02)), new StationFigure("node1 CPU",
                        new Interval(0.22, 0.01)), new StationFigure("node2 CPU", new Interval(0.21, 0.01)),
                        new StationFigure("node1 network", new Interval(0.04, 0))), Optional.empty());
    }

    private OperationFigures operation(String label, Operation operation, double factor) {
        boolean known = !saturated.contains(label);
        double mean = 8e5 * factor;
        List<PercentilePoint> curve = new ArrayList<>();
        for (double percentile : CURVE) {
            double tail = percentile == 100 ? 1e5 : 1 / (1 - percentile / 100);
            curve.add(new PercentilePoint(percentile, Math.round(mean * 0.3 * Math.pow(tail, 0.55) * scale)));
        }
        return new OperationFigures(operation, 48_000, 9_400, about(310 / Math.sqrt(factor)),
                known ? Optional.of(new Latency(about(mean), about(mean * 0.7), about(mean * 3.1), about(mean * 7.9)))
                        : Optional.empty(),
                shares(factor), curve);
    }

    private static Map<TimePart, Double> shares(double factor) {
        Map<TimePart, Double> shares = new EnumMap<>(TimePart.class);
        double sum = 0;
        for (TimePart part : TimePart.values()) {
            double weight = 1 + Math.abs(Math.sin(1.7 * part.ordinal() + 3 * factor)) * 6;
            shares.put(part, weight);
            sum += weight;
        }
        double total = sum;
        shares.replaceAll((part, weight) -> weight / total);
        return shares;
    }

    private MessageFigures messages(String label) {
        if (baseline(label)) {
            return new MessageFigures(Interval.exactly(0), Interval.exactly(0), Interval.exactly(0), List.of());
        }
        boolean gfs2 = label.startsWith("gfs2");
        return new MessageFigures(about(gfs2 ? 2.1 : 7.4), gfs2 ? about(1.3) : Interval.exactly(0), about(310),
                List.of(new MessageType(gfs2 ? "DLM_MSG_REQUEST" : "DLM_MASTER_REQUEST_MSG", "W", false, 1.2 * scale,
                        96 * scale), new MessageType(gfs2 ? "DLM_MSG_GRANT" : "DLM_CREATE_LOCK_MSG", "M", false,
                        0.9 * scale, 64 * scale)));
    }

    private DiskFigures disk(double factor) {
        return new DiskFigures(about(0.4 * factor), about(0.9 * factor), about(0.12 * factor), about(6200 * factor),
                about(9800 * factor), about(1.5));
    }

    private NodeMemory memory(String label, int node) {
        int index = labels.indexOf(label);
        Interval bytes = lockBytes(label, index, node);
        List<CacheUse> caches = baseline(label) ? List.of() : List.of(
                new CacheUse(SlabCache.DLM_LKB, "dlm_lkb", true, 8000 * scale, 8000 * scale * 328),
                new CacheUse(SlabCache.DENTRY, "dentry", false, 5000 * scale, 5000 * scale * 192));
        return new NodeMemory(nodes.get(node), bytes, about(baseline(label) ? 0 : 21_000), about(4_800),
                Optional.of(about(baseline(label) ? 0 : 1980)), Optional.of(about(baseline(label) ? 1200 : 3180)),
                caches, Map.of(LockRole.HOLDER, bytes.mean() * 0.6, LockRole.MASTER, bytes.mean() * 0.3,
                LockRole.DIRECTORY, bytes.mean() * 0.1));
    }

    private MemoryTimeline timeline(String label, int index) {
        List<MemoryTimeline.Sample> samples = new ArrayList<>();
        for (int i = 0; i <= 120; i++) {
            double full = 1 - Math.exp(-i / 30.0);
            List<Long> bytes = new ArrayList<>();
            for (int node = 0; node < nodes.size(); node++) {
                bytes.add(Math.round(lockBytes(label, index, node).mean() * full));
            }
            samples.add(new MemoryTimeline.Sample(i * 50_000_000L, bytes));
        }
        return new MemoryTimeline(nodes, samples, baseline(label) ? List.of() : nodes.stream().flatMap(node -> Stream.of(
                line(node, SlabCache.DLM_LKB, samples.size()), line(node, SlabCache.DENTRY, samples.size()))).toList());
    }

    private MemoryTimeline.CacheLine line(String node, SlabCache cache, int samples) {
        List<Long> objects = IntStream.range(0, samples).mapToObj(i -> Math.round(100 * scale * i)).toList();
        return new MemoryTimeline.CacheLine(node, cache, cache.slabName(), cache.lock(), cache.lock() ? 328 : 192, objects);
    }

    private List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            for (int j = i + 1; j < labels.size(); j++) {
                double a = 2.4e6 * factor(labels.get(i), i);
                double b = 2.4e6 * factor(labels.get(j), j);
                add(differences, Figure.MIX_LATENCY, null, null, i, j, a, b);
                add(differences, Figure.LOCK_MEMORY, null, null, i, j, lockBytes(labels.get(i), i, 0).mean(),
                        lockBytes(labels.get(j), j, 0).mean());
                for (String phase : phases) {
                    add(differences, Figure.THROUGHPUT, phase, null, i, j, 820, 790);
                    for (Operation operation : operations) {
                        add(differences, Figure.OPERATION_LATENCY, phase, operation, i, j, a, b);
                    }
                }
            }
        }
        return differences;
    }

    private void add(List<Difference> differences, Figure figure, String phase, Operation operation, int i, int j,
            double a, double b) {
        Interval absolute = new Interval(a - b, Math.max(a, b) * spread * 2);
        differences.add(new Difference(figure, Optional.ofNullable(phase), Optional.ofNullable(operation),
                labels.get(i),
                labels.get(j), absolute, b == 0 ? Optional.empty()
                : Optional.of(new Interval(absolute.mean() / b, absolute.halfWidth() / b))));
    }
}
