// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.SeriesStyle;
import org.quorate.report.chart.Ticks;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.GroupRow;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.diff.DiffFigure;
import org.quorate.study.diff.DiffRow;
import org.quorate.study.diff.ResultDiff;
import org.quorate.study.result.Interval;

/**
 * The figures of results that are set beside each other: a chart of the latencies, and tables with what became of each figure.
 *
 * @param diff of the results
 */
record DiffTables(ResultDiff diff) {

    private static final String HOW = "Each change is against the first result, as a share of it. It is significant if the interval of the difference"
            + " by Welch's t test excludes 0; of intervals that overlap this may be so, too.";

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<DiffRow> total = diff.rows().stream().filter(row -> !row.figure().ofPhase()).toList();
        blocks.add(new Heading(2, "glance", "The figures at a glance"));
        blocks.add(table("Of all phases together", total, false));
        phases().forEach((phase, rows) -> blocks.add(table("Of phase " + phase, rows.stream().filter(row -> !row.figure().ofOperation()).toList(), false)));
        blocks.add(new Heading(2, "latency", "How long operations take"));
        int number = 1;
        for (Map.Entry<String, List<DiffRow>> phase : phases().entrySet()) {
            List<DiffRow> rows = phase.getValue().stream().filter(row -> row.figure().ofOperation()).toList();
            if (rows.isEmpty()) {
                blocks.add(new Paragraph("No latency is known in phase " + phase.getKey() + "."));
            } else {
                blocks.add(new Figure(chart("latency-" + number, phase.getKey(), rows), Figure.Width.FULL, "Bars are means with their intervals."));
                blocks.add(table("Latency by operation in phase " + phase.getKey(), rows, true));
            }
            number++;
        }
        return blocks;
    }

    private Map<String, List<DiffRow>> phases() {
        return diff.rows().stream().filter(row -> row.figure().ofPhase())
                .collect(Collectors.groupingBy(row -> row.phase().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
    }

    private Table table(String title, List<DiffRow> rows, boolean byOperation) {
        List<Column> columns = new ArrayList<>(List.of(new Column("Figure", Align.TEXT)));
        for (int i = 0; i < diff.entries().size(); i++) {
            columns.add(new Column(diff.entries().get(i).name(), Align.NUMBER));
            if (i > 0) {
                columns.add(new Column("Change", Align.NUMBER));
                columns.add(new Column("Intervals", Align.TEXT));
            }
        }
        List<Table.Row> lines = new ArrayList<>();
        String group = "";
        for (DiffRow row : rows) {
            String now = byOperation ? Words.of(row.operation().orElseThrow()) + ", " + name(row.figure()) : name(row.figure());
            if (!now.equals(group)) {
                lines.add(new GroupRow(Words.sentence(now)));
                group = now;
            }
            lines.add(line(row));
        }
        return new Table(title, columns, lines, HOW);
    }

    private CellRow line(DiffRow row) {
        Unit unit = unit(row.figure());
        Optional<Unit.Step> step = Quantity.common(unit, row.values().stream().flatMap(Optional::stream).toList());
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(row.contender())));
        for (int i = 0; i < row.values().size(); i++) {
            cells.add(row.values().get(i).map(value -> FigureRows.amount(unit, value, step)).orElseGet(() -> new Cell.Missing("not known")));
            if (i > 0) {
                Optional<DiffRow.Change> change = row.changes().get(i);
                cells.add(change.map(known -> change(unit, known)).orElseGet(() -> new Cell.Missing("–")));
                cells.add(new Cell.Text(change.map(known -> known.overlap() ? "overlap" : "apart").orElse("")));
            }
        }
        return new CellRow(cells);
    }

    private static Cell change(Unit unit, DiffRow.Change change) {
        if (change.none()) {
            return new Cell.Amount(Quantity.of(Unit.CHANGE, 0), "equal");
        }
        String remark = change.significant() ? "" : "not significant";
        if (change.share().isEmpty()) {
            return new Cell.Amount(Quantity.of(unit, change.difference()), remark);
        }
        double base = Math.abs(change.base());
        return new Cell.Amount(Quantity.of(Unit.CHANGE, new Interval(change.difference().mean() / base, change.difference().halfWidth() / base)),
                remark);
    }

    private BarChart chart(String id, String phase, List<DiffRow> rows) {
        List<BarChart.Group> groups = new ArrayList<>();
        double longest = 0;
        for (DiffRow row : rows) {
            if (row.figure() == DiffFigure.MEAN) {
                List<BarChart.Bar> bars = new ArrayList<>();
                for (int i = 0; i < row.values().size(); i++) {
                    BarChart.Bar bar = bar(i, row.values().get(i));
                    longest = Math.max(longest, bar.length() + bar.halfWidth());
                    bars.add(bar);
                }
                groups.add(new BarChart.Group(Words.of(row.operation().orElseThrow()) + ", " + row.contender(), bars));
            }
        }
        return new BarChart(id, "Mean latency in phase " + phase, "Mean latency of each operation of each contender in phase " + phase
                + ", a bar a result: " + Words.and(diff.entries().stream().map(ResultDiff.Entry::name).toList()) + ".",
                new Axis("Mean latency", Unit.TIME, Scale.LINEAR, 0, Ticks.roundUp(Unit.TIME, Math.max(1, longest))),
                List.of(new BarChart.Part("mean", Ink.PART_1)), groups);
    }

    private BarChart.Bar bar(int index, Optional<Interval> mean) {
        String name = diff.entries().get(index).name();
        Ink ink = SeriesStyle.candidate(index).ink();
        return mean.map(value -> new BarChart.Bar(name, ink, List.of(Math.max(0, value.mean())), value.halfWidth(),
                Quantity.of(Unit.TIME, value).text())).orElseGet(() -> new BarChart.Bar(name, ink, List.of(), 0, "not known"));
    }

    private static String name(DiffFigure figure) {
        return switch (figure) {
            case MIX_LATENCY -> "mean latency over the operation mix";
            case LOCK_MEMORY -> "lock memory of the fullest node";
            case THROUGHPUT -> "throughput";
            case MESSAGES -> "lock messages";
            case READS -> "read requests at the LUN";
            case WRITES -> "write requests at the LUN";
            case MEAN -> "mean";
            case P95 -> "95th percentile";
            case P99 -> "99th percentile";
        };
    }

    private static Unit unit(DiffFigure figure) {
        return switch (figure) {
            case MIX_LATENCY, MEAN, P95, P99 -> Unit.TIME;
            case LOCK_MEMORY -> Unit.BYTES;
            case THROUGHPUT -> Unit.OPERATIONS_PER_SECOND;
            case MESSAGES -> Unit.MESSAGES_PER_OPERATION;
            case READS, WRITES -> Unit.REQUESTS_PER_OPERATION;
        };
    }
}
