// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Operation;
import org.quorate.report.ReportFigures.Topic;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.BarChart.Bar;
import org.quorate.report.chart.BarChart.Group;
import org.quorate.report.chart.BarChart.Part;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Scale;
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
import org.quorate.study.result.OperationFigures;
import org.quorate.study.result.PhaseFigures;

/** Where the time of an operation goes, as shares of its latency. */
record TimeTopic(Contenders contenders) {

    private static final String ALL = "all operations";

    /**
     * One bar or row.
     *
     * @param contender whose
     * @param shares    by part; empty: no time is known
     * @param remark    mean latency, or why there is none
     */
    private record Split(ContenderResult contender, Map<TimePart, Double> shares, String remark) {
    }

    Topic topic() {
        List<Figure> figures = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        List<String> phases = contenders.phases();
        for (int i = 0; i < phases.size(); i++) {
            Map<String, List<Split>> groups = groups(phases.get(i));
            List<TimePart> parts = parts(groups);
            if (!parts.isEmpty()) {
                figures.add(figure("time-" + (i + 1), phases.get(i), groups, parts));
                tables.add(table(phases.get(i), groups, parts, tables.isEmpty() ? meanings() : ""));
            }
        }
        return new Topic("time", "Where the time goes", "The critical path of an operation, split without overlap: the "
                + "parts of a bar sum to the latency. Behind the bar of an operation stands its mean latency.",
                figures, tables);
    }

    private Map<String, List<Split>> groups(String phase) {
        Map<String, List<Split>> groups = new LinkedHashMap<>();
        List<Operation> operations = contenders.operations(phase);
        if (operations.size() > 1) {
            groups.put(ALL, contenders.all().stream().map(contender -> new Split(contender,
                    contenders.phase(contender, phase).filter(figures -> !figures.saturated())
                            .map(PhaseFigures::timeShares).orElse(Map.of()),
                    contenders.saturated(phase).contains(contender.label()) ? "saturated" : "")).toList());
        }
        for (Operation operation : operations) {
            groups.put(Words.of(operation), contenders.all().stream()
                    .map(contender -> split(contender, phase, operation)).toList());
        }
        return groups;
    }

    private Split split(ContenderResult contender, String phase, Operation operation) {
        Optional<OperationFigures> figures = contenders.operation(contender, phase, operation)
                .filter(known -> known.latency().isPresent());
        return new Split(contender, figures.map(OperationFigures::timeShares).orElse(Map.of()),
                figures.map(f -> Quantity.of(Unit.TIME, f.latency().orElseThrow().meanNanos().mean()).brief())
                        .orElseGet(() -> contenders.noLatency(contender, phase)));
    }

    /** Parts that are more than nothing anywhere, in the order of the path. */
    private static List<TimePart> parts(Map<String, List<Split>> groups) {
        List<TimePart> parts = new ArrayList<>();
        for (TimePart part : TimePart.values()) {
            if (groups.values().stream().flatMap(List::stream).anyMatch(s -> s.shares().getOrDefault(part, 0.0) > 0)) {
                parts.add(part);
            }
        }
        return parts;
    }

    private Figure figure(String id, String phase, Map<String, List<Split>> groups, List<TimePart> parts) {
        List<Group> bars = new ArrayList<>();
        groups.forEach((title, splits) -> bars.add(new Group(title, splits.stream()
                .map(split -> new Bar(contenders.name(split.contender()), Ink.TEXT,
                        split.shares().isEmpty() ? List.of()
                                : parts.stream().map(part -> split.shares().getOrDefault(part, 0.0)).toList(),
                        0, split.remark()))
                .toList())));
        String title = "Where the time goes" + contenders.in(phase);
        BarChart chart = new BarChart(id, title, title + ": shares of the latency by part, for each operation and "
                + "contender. The table below has the numbers.",
                new Axis("Share of the latency", Unit.SHARE, Scale.LINEAR, 0, 1),
                parts.stream().map(part -> new Part(Words.of(part), Ink.parts().get(part.ordinal()))).toList(), bars);
        return new Figure(chart, Figure.Width.FULL, contenders.saturationNote(phase));
    }

    /** Of all parts that occur in any phase. */
    private String meanings() {
        Set<TimePart> parts = EnumSet.noneOf(TimePart.class);
        contenders.phases().forEach(phase -> parts.addAll(parts(groups(phase))));
        return parts.stream().map(part -> Words.of(part) + ": " + Words.meaning(part))
                .collect(Collectors.joining("; ", "", "."));
    }

    private Table table(String phase, Map<String, List<Split>> groups, List<TimePart> parts, String note) {
        List<Column> columns = new ArrayList<>(List.of(new Column("Operation", Align.TEXT)));
        parts.forEach(part -> columns.add(new Column(Words.of(part), Align.NUMBER)));
        List<Row> rows = new ArrayList<>();
        groups.forEach((title, splits) -> {
            rows.add(new GroupRow(title));
            splits.forEach(split -> rows.add(row(split, parts)));
        });
        return new Table("Shares of the latency by part" + contenders.in(phase), columns, rows, note);
    }

    private CellRow row(Split split, List<TimePart> parts) {
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(contenders.name(split.contender()))));
        for (TimePart part : parts) {
            cells.add(split.shares().isEmpty() ? new Cell.Missing("–")
                    : share(split.shares().getOrDefault(part, 0.0)));
        }
        return new CellRow(cells);
    }

    /** To a tenth of a percent: the model is not better known. A part that does not occur is plainly 0. */
    private static Cell share(double share) {
        return new Cell.Amount(Quantity.of(Unit.SHARE, share).withDecimals(share == 0 ? 0 : 1), "");
    }
}
