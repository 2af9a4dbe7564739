// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Operation;
import org.quorate.model.SlabCache;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Difference;
import org.quorate.study.result.Figure;
import org.quorate.study.result.Interval;
import org.quorate.study.result.NodeMemory;
import org.quorate.study.result.NodeMemory.CacheUse;
import org.quorate.study.result.OperationFigures;
import org.quorate.study.result.OperationFigures.Latency;
import org.quorate.study.result.PhaseFigures;
import org.quorate.study.result.WarmUpFigures;
import org.quorate.study.text.Dimension;
import org.quorate.study.text.Quantity;
import org.quorate.study.text.Titles;
import org.quorate.study.text.Unit;

/** The figures of up to {@link Table#COLUMNS} contenders, phase by phase. */
final class FigureTable {

    private static final Unit PERCENT = new Unit("%", 0.01);

    private final Comparison comparison;
    private final List<ContenderResult> contenders;
    private final Table table;

    FigureTable(Comparison comparison, List<ContenderResult> contenders, Style style) {
        this.comparison = comparison;
        this.contenders = contenders;
        this.table = new Table(style);
    }

    String write() {
        table.header(contenders.stream().map(contender -> Plain.line(contender.label())).toList(),
                contenders.stream().map(FigureTable::kind).toList());
        for (PhaseFigures phase : contenders.get(0).phases()) {
            phase(contenders.stream().map(contender -> contender.phase(phase.phase())).toList());
        }
        if (contenders.get(0).phases().size() > 1) {
            table.section("all measured phases");
        }
        table.figures("mean latency over the mix", Dimension.TIME, "", contenders,
                contender -> contender.total().mixLatencyNanos());
        against("  against", Figure.MIX_LATENCY, Optional.empty(), Optional.empty());
        table.figures("lock memory, fullest node", Dimension.BYTES, "", contenders,
                contender -> Optional.of(contender.total().lockBytes()));
        return table.toString();
    }

    private static String kind(ContenderResult contender) {
        return contender.kind().title() + (contender.baseline() ? " baseline" : "")
                + (contender.unsafe().isEmpty() ? "" : " UNSAFE");
    }

    private void phase(List<PhaseFigures> phases) {
        table.section("phase " + Plain.line(phases.get(0).phase()));
        if (phases.stream().anyMatch(PhaseFigures::saturated)) {
            table.row("  load", "", phases.stream()
                    .map(phase -> Cell.text(phase.saturated() ? "SATURATED" : "ok")).toList());
        }
        if (phases.stream().anyMatch(phase -> phase.warmUp().isPresent())) {
            table.row("  warm-up left out (MSER-5)", "", phases.stream()
                    .map(phase -> phase.warmUp().map(warmUp -> Cell.text(warmUp(warmUp))).orElse(Cell.NONE)).toList());
        }
        figures("  throughput", Dimension.RATE, "", phases, PhaseFigures::throughput);
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        phases.forEach(phase -> phase.operations().forEach(operation -> operations.add(operation.operation())));
        operations.forEach(operation -> operation(phases, operation));
        traffic(phases);
        memory(phases);
        time(phases);
        table.line("");
    }

    /** What is left out, and in brackets what MSER-5 would leave out. */
    private static String warmUp(WarmUpFigures warmUp) {
        return time(warmUp.leftOutNanos()) + " (" + (warmUp.steady() ? "" : "> ")
                + time(warmUp.mser5Nanos()) + ")" + (warmUp.tooShort() ? "!" : "");
    }

    private static String time(long nanos) {
        return nanos == 0 ? "0 s" : Quantity.of(Dimension.TIME, nanos);
    }

    private void operation(List<PhaseFigures> phases, Operation operation) {
        List<Optional<OperationFigures>> columns = phases.stream().map(phase -> phase.operations().stream()
                .filter(figures -> figures.operation() == operation).findFirst()).toList();
        table.section("  " + Titles.of(operation));
        table.figures("    throughput", Dimension.RATE, "", columns, column -> column.map(OperationFigures::throughput));
        latency("    latency, mean", columns, Latency::meanNanos);
        against("      against", Figure.OPERATION_LATENCY, Optional.of(phases.get(0).phase()), Optional.of(operation));
        latency("    latency, p50", columns, Latency::p50Nanos);
        latency("    latency, p95", columns, Latency::p95Nanos);
        latency("    latency, p99", columns, Latency::p99Nanos);
        table.row("    most of it", "", columns.stream().map(FigureTable::mostly).toList());
    }

    private static Cell mostly(Optional<OperationFigures> operation) {
        return operation.flatMap(figures -> figures.timeShares().entrySet().stream().max(Map.Entry.comparingByValue()))
                .map(most -> Cell.text(Quantity.percent(most.getValue()) + " " + Titles.of(most.getKey())))
                .orElse(Cell.NONE);
    }

    private void latency(String label, List<Optional<OperationFigures>> columns, Function<Latency, Interval> figure) {
        table.figures(label, Dimension.TIME, "", columns,
                column -> column.flatMap(OperationFigures::latency).map(figure));
    }

    /** How far each contender is from the first of all, paired; "~" where that is not significant. */
    private void against(String label, Figure figure, Optional<String> phase, Optional<Operation> operation) {
        String first = comparison.contenders().get(0).label();
        List<Cell> cells = new ArrayList<>();
        for (ContenderResult contender : contenders) {
            cells.add(comparison.differences().stream()
                    .filter(d -> d.figure() == figure && d.phase().equals(phase) && d.operation().equals(operation)
                            && d.first().equals(first) && d.second().equals(contender.label()))
                    .findFirst().flatMap(d -> relativeToFirst(d, figure, operation)).orElse(Cell.EMPTY));
        }
        if (cells.stream().anyMatch(cell -> cell != Cell.EMPTY)) {
            table.row(label + " " + Plain.line(first), "%", cells);
        }
    }

    private Optional<Cell> relativeToFirst(Difference difference, Figure figure, Optional<Operation> operation) {
        ContenderResult first = comparison.contender(difference.first());
        Optional<Interval> base = figure == Figure.MIX_LATENCY ? first.total().mixLatencyNanos()
                : first.phase(difference.phase().orElseThrow()).operations().stream()
                        .filter(o -> o.operation() == operation.orElseThrow()).findFirst()
                        .flatMap(OperationFigures::latency).map(Latency::meanNanos);
        return base.filter(value -> value.mean() > 0).map(value -> {
            Cell cell = Cell.of(new Interval(-difference.absolute().mean() / value.mean(),
                    difference.absolute().halfWidth() / value.mean()), PERCENT);
            return new Cell((difference.significant() ? "" : "~") + cell.number(), cell.spread());
        });
    }

    private void traffic(List<PhaseFigures> phases) {
        table.section("  messages");
        figures("    of the lock manager", Dimension.NUMBER, "/op", phases, p -> p.messages().locksPerOperation());
        table.figuresUnlessZero("    acknowledgements", Dimension.NUMBER, "/op", phases,
                p -> Optional.of(p.messages().acknowledgementsPerOperation()));
        table.figuresUnlessZero("    payload", Dimension.BYTES, "/op", phases,
                p -> Optional.of(p.messages().bytesPerOperation()));
        table.section("  disk");
        figures("    reads", Dimension.NUMBER, "/op", phases, p -> p.disk().readsPerOperation());
        figures("    writes", Dimension.NUMBER, "/op", phases, p -> p.disk().writesPerOperation());
        figures("    flushes", Dimension.NUMBER, "/op", phases, p -> p.disk().flushesPerOperation());
        figures("    read", Dimension.BYTES, "/op", phases, p -> p.disk().readBytesPerOperation());
        figures("    written", Dimension.BYTES, "/op", phases, p -> p.disk().writtenBytesPerOperation());
        table.figuresUnlessZero("    heartbeat requests", Dimension.RATE, "", phases,
                p -> Optional.of(p.disk().heartbeatPerSecond()));
    }

    private void memory(List<PhaseFigures> phases) {
        List<Optional<NodeMemory>> fullest = phases.stream().map(phase -> phase.memory().stream()
                .max(Comparator.comparingDouble(node -> node.lockBytes().mean()))).toList();
        table.section("  lock memory, fullest node");
        table.row("    node", "", fullest.stream()
                .map(node -> node.map(n -> Cell.text(Plain.line(n.node()))).orElse(Cell.NONE)).toList());
        table.figures("    bytes", Dimension.BYTES, "", fullest, node -> node.map(NodeMemory::lockBytes));
        table.figures("    locks and their objects", Dimension.NUMBER, "", fullest,
                node -> node.map(NodeMemory::lockObjects));
        table.figures("    cached inodes", Dimension.NUMBER, "", fullest, node -> node.map(NodeMemory::cachedInodes));
        table.figuresUnlessZero("    a cached inode", Dimension.BYTES, "", fullest,
                node -> node.flatMap(NodeMemory::bytesPerInode));
        table.figures("    with inode and dentry", Dimension.BYTES, "", fullest,
                node -> node.flatMap(NodeMemory::bytesPerInodeWithObjects));
        Set<SlabCache> caches = new TreeSet<>();
        fullest.stream().flatMap(Optional::stream).flatMap(node -> node.caches().stream()).filter(CacheUse::lock)
                .forEach(cache -> caches.add(cache.cache()));
        for (SlabCache cache : caches) {
            table.figures("      " + cache.slabName(), Dimension.BYTES, "", fullest, node -> bytes(node, cache));
        }
    }

    private static Optional<Interval> bytes(Optional<NodeMemory> node, SlabCache cache) {
        return node.flatMap(memory -> memory.caches().stream().filter(use -> use.cache() == cache).findFirst())
                .map(use -> Interval.exactly(use.bytes()));
    }

    private void time(List<PhaseFigures> phases) {
        table.section("  where the time goes");
        for (TimePart part : TimePart.values()) {
            if (phases.stream().anyMatch(phase -> phase.timeShares().containsKey(part))) {
                table.row("    " + Titles.of(part), "%", phases.stream()
                        .map(phase -> Cell.text(Quantity.percentNumber(phase.timeShares().getOrDefault(part, 0.0))))
                        .toList());
            }
        }
        table.row("  busiest", "", phases.stream().map(phase -> phase.bindingStation()
                .map(station -> Cell.text(Quantity.percent(station.utilisation().mean()) + " "
                        + Plain.line(station.station())))
                .orElse(Cell.NONE)).toList());
    }

    private void figures(String label, Dimension dimension, String suffix, List<PhaseFigures> phases,
            Function<PhaseFigures, Interval> figure) {
        table.figures(label, dimension, suffix, phases, phase -> Optional.of(figure.apply(phase)));
    }
}
