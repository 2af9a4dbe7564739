// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.quorate.model.Operation;
import org.quorate.model.Scenario;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Interval;
import org.quorate.study.result.OperationFigures;
import org.quorate.study.result.OperationFigures.Latency;
import org.quorate.study.result.PhaseFigures;

/**
 * Results beside each other: every figure of every contender in each of them, and what became of it since the first. Contenders, phases
 * and operations are the same if they have the same name. Immutable.
 *
 * @param entries the results, the first is what the others are held against
 * @param rows    figures of all phases together first, then phase by phase in the order of the results
 */
public record ResultDiff(List<Entry> entries, List<DiffRow> rows) {

    /** A table with more columns cannot be read. */
    public static final int MOST = 4;

    /**
     * A result.
     *
     * @param name       that people gave it
     * @param comparison its figures
     * @param scenario   that it is of; absent if it is not known
     */
    public record Entry(String name, Comparison comparison, Optional<Scenario> scenario) {
    }

    public ResultDiff {
        entries = List.copyOf(entries);
        rows = List.copyOf(rows);
    }

    /**
     * Sets results beside each other.
     *
     * @throws IllegalArgumentException unless there are 2 to {@link #MOST}
     */
    public static ResultDiff of(List<Entry> entries) {
        if (entries.size() < 2 || entries.size() > MOST) {
            throw new IllegalArgumentException("2 to " + MOST + " results can be set beside each other, not " + entries.size());
        }
        List<DiffRow> rows = new ArrayList<>();
        for (DiffFigure figure : DiffFigure.values()) {
            if (!figure.ofPhase()) {
                rows.addAll(rows(entries, figure, Optional.empty(), Optional.empty()));
            }
        }
        for (String phase : names(entries, contender -> contender.phases().stream().map(PhaseFigures::phase).toList())) {
            rows.addAll(phase(entries, phase));
        }
        return new ResultDiff(entries, rows);
    }

    private static List<DiffRow> phase(List<Entry> entries, String phase) {
        List<DiffRow> rows = new ArrayList<>();
        for (DiffFigure figure : DiffFigure.values()) {
            if (figure.ofPhase() && !figure.ofOperation()) {
                rows.addAll(rows(entries, figure, Optional.of(phase), Optional.empty()));
            }
        }
        for (Operation operation : names(entries, contender -> phase(contender, phase).stream()
                .flatMap(figures -> figures.operations().stream()).map(OperationFigures::operation).toList())) {
            for (DiffFigure figure : DiffFigure.values()) {
                if (figure.ofOperation()) {
                    rows.addAll(rows(entries, figure, Optional.of(phase), Optional.of(operation)));
                }
            }
        }
        return rows;
    }

    /** One a contender that has the figure in any result. */
    private static List<DiffRow> rows(List<Entry> entries, DiffFigure figure, Optional<String> phase, Optional<Operation> operation) {
        List<DiffRow> rows = new ArrayList<>();
        for (String label : names(entries, contender -> List.of(contender.label()))) {
            List<Optional<Interval>> values = entries.stream().map(entry -> contender(entry, label)
                    .flatMap(contender -> value(contender, figure, phase, operation))).toList();
            if (values.stream().anyMatch(Optional::isPresent)) {
                List<Optional<DiffRow.Change>> changes = new ArrayList<>(List.of(Optional.empty()));
                for (int i = 1; i < entries.size(); i++) {
                    changes.add(change(entries, values, i));
                }
                rows.add(new DiffRow(figure, phase, operation, label, values, changes));
            }
        }
        return rows;
    }

    private static Optional<DiffRow.Change> change(List<Entry> entries, List<Optional<Interval>> values, int index) {
        return values.get(0).flatMap(first -> values.get(index).map(second -> {
            double confidence = entries.get(0).comparison().origin().confidence();
            Interval difference = Welch.difference(sample(entries.get(0), first), sample(entries.get(index), second), confidence);
            return new DiffRow.Change(difference, first.mean(), first.low() <= second.high() && second.low() <= first.high());
        }));
    }

    private static Welch.Sample sample(Entry entry, Interval value) {
        return new Welch.Sample(value, entry.comparison().origin().replications(), entry.comparison().origin().confidence());
    }

    private static Optional<Interval> value(ContenderResult contender, DiffFigure figure, Optional<String> phase,
            Optional<Operation> operation) {
        Optional<PhaseFigures> figures = phase.flatMap(name -> phase(contender, name));
        Optional<Latency> latency = figures.flatMap(known -> known.operations().stream()
                .filter(candidate -> operation.equals(Optional.of(candidate.operation()))).findFirst()).flatMap(OperationFigures::latency);
        return switch (figure) {
            case MIX_LATENCY -> contender.total().mixLatencyNanos();
            case LOCK_MEMORY -> Optional.of(contender.total().lockBytes());
            case THROUGHPUT -> figures.map(PhaseFigures::throughput);
            case MESSAGES -> figures.map(known -> known.messages().locksPerOperation());
            case READS -> figures.map(known -> known.disk().readsPerOperation());
            case WRITES -> figures.map(known -> known.disk().writesPerOperation());
            case MEAN -> latency.map(Latency::meanNanos);
            case P95 -> latency.map(Latency::p95Nanos);
            case P99 -> latency.map(Latency::p99Nanos);
        };
    }

    private static Optional<PhaseFigures> phase(ContenderResult contender, String name) {
        return contender.phases().stream().filter(phase -> phase.phase().equals(name)).findFirst();
    }

    private static Optional<ContenderResult> contender(Entry entry, String label) {
        return entry.comparison().contenders().stream().filter(contender -> contender.label().equals(label)).findFirst();
    }

    /** Of all results, in the order in which they are met. */
    private static <T> Set<T> names(List<Entry> entries, Function<ContenderResult, List<T>> of) {
        Set<T> names = new LinkedHashSet<>();
        entries.forEach(entry -> entry.comparison().contenders().forEach(contender -> names.addAll(of.apply(contender))));
        return names;
    }

    /** That result has the figures of the first, to the last digit. */
    public boolean same(int index) {
        return entries.get(index).comparison().contenders().equals(entries.get(0).comparison().contenders());
    }

    /** Figures of that result that differ significantly from those of the first. */
    public long significant(int index) {
        return rows.stream().filter(row -> row.changes().get(index).filter(DiffRow.Change::significant).isPresent()).count();
    }

    /** Figures that both that result and the first have. */
    public long common(int index) {
        return rows.stream().filter(row -> row.changes().get(index).isPresent()).count();
    }
}
