// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /** Types of messages that a table lists; the rest is summed up. */
    private static final int TYPES = 10;

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
        List<Group> groups = new ArrayList<>();
        for (String phase : contenders.phases()) {
            groups.add(new Group(contenders.severalPhases() ? phase : "", shown.stream()
                    .map(contender -> bar(contender, contenders.phase(contender, phase).map(lengths), unit)).toList()));
        }
        double longest = groups.stream().flatMap(group -> group.bars().stream()).mapToDouble(Bar::length).max().orElse(0);
        return new Figure(new BarChart(id, title, title + ", by phase and contender.",
                new Axis(axis, unit, Scale.LINEAR, 0, Ticks.roundUp(unit, longest)), parts, groups),
                Figure.Width.HALF, "");
    }

    private Bar bar(ContenderResult contender, Optional<List<Interval>> lengths, Unit unit) {
        List<Double> means = lengths.orElse(List.of()).stream().map(length -> Math.max(0, length.mean())).toList();
        double sum = means.stream().mapToDouble(Double::doubleValue).sum();
        return new Bar(contenders.name(contender), Ink.TEXT, means, 0,
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
            List<MessageType> types = contenders.phase(contender, phase).map(f -> f.messages().byType())
                    .orElse(List.of());
            if (!types.isEmpty()) {
                rows.add(new GroupRow(contenders.name(contender)));
                types.stream().limit(TYPES).forEach(type -> rows.add(row(type.type()
                        + (type.acknowledgement() ? " (acknowledgement)" : ""), type.lock(), type.perOperation(),
                        type.bytesPerOperation())));
                List<MessageType> rest = types.subList(Math.min(TYPES, types.size()), types.size());
                if (!rest.isEmpty()) {
                    rows.add(row(rest.size() == 1 ? "1 further type" : rest.size() + " further types", "",
                            rest.stream().mapToDouble(MessageType::perOperation).sum(),
                            rest.stream().mapToDouble(MessageType::bytesPerOperation).sum()));
                }
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Table("Messages by type" + contenders.in(phase),
                List.of(new Column("Type", Align.TEXT), new Column("Lock", Align.TEXT),
                        new Column("Messages", Align.NUMBER), new Column("Payload", Align.NUMBER)), rows, ""));
    }

    private static CellRow row(String type, String lock, double messages, double bytes) {
        return new CellRow(List.of(new Cell.Text(type), new Cell.Text(lock),
                FigureRows.amount(Unit.MESSAGES_PER_OPERATION, messages),
                FigureRows.amount(Unit.BYTES_PER_OPERATION, bytes)));
    }
}
