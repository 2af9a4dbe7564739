// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.quorate.report.ReportFigures.Topic;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.BarChart.Bar;
import org.quorate.report.chart.BarChart.Group;
import org.quorate.report.chart.BarChart.Part;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.Ticks;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.GroupRow;
import org.quorate.report.document.Table.Row;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Interval;
import org.quorate.study.result.MessageFigures.MessageType;
import org.quorate.study.result.PhaseFigures;

/** What an operation sends and what it asks of the LUN. */
record TrafficTopic(Contenders contenders) {

    Topic topic() {
        List<Figure> figures = new ArrayList<>();
        List<ContenderResult> talking = contenders.all().stream().filter(TrafficTopic::talks).toList();
        if (!talking.isEmpty()) {
            figures.add(chart("messages", "Lock messages an operation", "Messages an operation",
                    Unit.MESSAGES_PER_OPERATION, talking, List.of(new Part("lock messages", Ink.PART_3),
                    new Part("acknowledgements", Ink.PART_4)),
                    phase -> List.of(phase.messages().locksPerOperation(),
                            phase.messages().acknowledgementsPerOperation())));
        }
        if (!contenders.phases().isEmpty()) {
            figures.add(chart("disk", "Requests at the LUN an operation", "Requests an operation",
                    Unit.REQUESTS_PER_OPERATION, contenders.all(), List.of(new Part("reads", Ink.PART_1),
                    new Part("writes", Ink.PART_4), new Part("flushes", Ink.PART_5)),
                    phase -> List.of(phase.disk().readsPerOperation(), phase.disk().writesPerOperation(),
                            phase.disk().flushesPerOperation())));
        }
        return new Topic("traffic", "Messages and disk requests", "Averages over all operations of a phase; deferred "
                + "writes belong to the phase that caused them. Acknowledgements of fs/dlm are counted apart.",
                figures, tables());
    }

    private static boolean talks(ContenderResult contender) {
        return contender.phases().stream().anyMatch(phase -> phase.messages().locksPerOperation().mean() > 0
                || phase.messages().acknowledgementsPerOperation().mean() > 0);
    }

    private Figure chart(String id, String title, String axis, Unit unit, List<ContenderResult> shown,
            List<Part> parts, Function<PhaseFigures, List<Interval>> lengths) {
        List<Integer> used = used(shown, parts.size(), lengths);
        List<Group> groups = new ArrayList<>();
        for (String phase : contenders.phases()) {
            groups.add(new Group(contenders.severalPhases() ? phase : "", shown.stream()
                    .map(contender -> bar(contender, contenders.phase(contender, phase).map(lengths), used, unit))
                    .toList()));
        }
        double longest = groups.stream().flatMap(group -> group.bars().stream()).mapToDouble(Bar::length).max()
                .orElse(0);
        return new Figure(new BarChart(id, title, title + ", by phase and contender.",
                new Axis(axis, unit, Scale.LINEAR, 0, Ticks.roundUp(unit, longest)),
                used.stream().map(parts::get).toList(), groups), Figure.Width.HALF, "");
    }

    /** Indices of the parts that are more than nothing anywhere; all if none is. */
    private List<Integer> used(List<ContenderResult> shown, int parts, Function<PhaseFigures, List<Interval>> lengths) {
        List<Integer> all = IntStream.range(0, parts).boxed().toList();
        List<Integer> used = all.stream().filter(part -> shown.stream()
                .flatMap(contender -> contender.phases().stream())
                .anyMatch(phase -> lengths.apply(phase).get(part).mean() > 0)).toList();
        return used.isEmpty() ? all : used;
    }

    private Bar bar(ContenderResult contender, Optional<List<Interval>> lengths, List<Integer> used, Unit unit) {
        List<Double> means = lengths.map(known -> used.stream().map(part -> Math.max(0, known.get(part).mean()))
                .toList())
                .orElse(List.of());
        double sum = means.stream().mapToDouble(Double::doubleValue).sum();
        return new Bar(contenders.name(contender), contenders.style(contender).ink(), means, 0,
                lengths.isPresent() ? Quantity.of(unit, sum).brief() : "not measured");
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        for (String phase : contenders.phases()) {
            tables.add(counts(phase));
        }
        for (String phase : contenders.phases()) {
            types(phase).ifPresent(tables::add);
        }
        return tables;
    }

    private Table counts(String phase) {
        List<Row> rows = new ArrayList<>();
        row(rows, "Lock messages", Unit.MESSAGES_PER_OPERATION, phase, f -> f.messages().locksPerOperation());
        row(rows, "Acknowledgements", Unit.MESSAGES_PER_OPERATION, phase,
                f -> f.messages().acknowledgementsPerOperation());
        row(rows, "Payload of both", Unit.BYTES_PER_OPERATION, phase, f -> f.messages().bytesPerOperation());
        row(rows, "Reads", Unit.REQUESTS_PER_OPERATION, phase, f -> f.disk().readsPerOperation());
        row(rows, "Writes", Unit.REQUESTS_PER_OPERATION, phase, f -> f.disk().writesPerOperation());
        row(rows, "Cache flushes", Unit.REQUESTS_PER_OPERATION, phase, f -> f.disk().flushesPerOperation());
        row(rows, "Read from the LUN", Unit.BYTES_PER_OPERATION, phase, f -> f.disk().readBytesPerOperation());
        row(rows, "Written to the LUN", Unit.BYTES_PER_OPERATION, phase, f -> f.disk().writtenBytesPerOperation());
        row(rows, "Disk heartbeat, not counted above", Unit.REQUESTS_PER_SECOND, phase,
                f -> f.disk().heartbeatPerSecond());
        return new Table("Messages and requests" + contenders.in(phase),
                new FigureRows(contenders).columns("Figure"), rows, "");
    }

    private void row(List<Row> rows, String title, Unit unit, String phase, Function<PhaseFigures, Interval> figure) {
        rows.add(new FigureRows(contenders).row(title, unit,
                contender -> contenders.phase(contender, phase).map(figure), contender -> "not measured"));
    }

    private Optional<Table> types(String phase) {
        List<Row> rows = new ArrayList<>();
        for (ContenderResult contender : contenders.all()) {
            List<TypeSum> types = TypeSum.of(contenders.phase(contender, phase).map(f -> f.messages().byType())
                    .orElse(List.of()));
            if (!types.isEmpty()) {
                rows.add(new GroupRow(contenders.name(contender)));
                types.forEach(type -> rows.add(new CellRow(List.of(new Cell.Text(type.title()),
                        new Cell.Text(Words.and(type.locks())),
                        FigureRows.amount(Unit.MESSAGES_PER_OPERATION, type.messages()),
                        FigureRows.amount(Unit.BYTES_PER_OPERATION, type.bytes())))));
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Table("Messages by type" + contenders.in(phase),
                List.of(new Column("Type", Align.TEXT), new Column("For locks of kind", Align.TEXT),
                        new Column("Messages", Align.NUMBER), new Column("Payload", Align.NUMBER)), rows,
                "Averages over the replications, the most frequent first."));
    }

    /**
     * Messages of one type, for all kinds of locks.
     *
     * @param title    type
     * @param locks    kinds of locks, the one with the most messages first
     * @param messages an operation
     * @param bytes    an operation
     */
    private record TypeSum(String title, List<String> locks, double messages, double bytes) {

        static List<TypeSum> of(List<MessageType> types) {
            Map<String, TypeSum> sums = new LinkedHashMap<>();
            for (MessageType type : types) {
                String title = type.type() + (type.acknowledgement() ? " (acknowledgement)" : "");
                List<String> lock = type.lock().equals("-") ? List.of() : List.of(type.lock());
                sums.merge(title, new TypeSum(title, lock, type.perOperation(), type.bytesPerOperation()),
                        TypeSum::plus);
            }
            return sums.values().stream().sorted(Comparator.comparingDouble(TypeSum::messages).reversed()).toList();
        }

        private TypeSum plus(TypeSum more) {
            List<String> both = new ArrayList<>(locks);
            both.addAll(more.locks());
            return new TypeSum(title, both, messages + more.messages(), bytes + more.bytes());
        }
    }
}
