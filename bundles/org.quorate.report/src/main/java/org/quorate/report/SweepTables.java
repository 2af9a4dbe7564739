// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.quorate.model.Operation;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.text.Unit;
import org.quorate.study.result.Interval;
import org.quorate.study.result.OperationFigures.Latency;
import org.quorate.study.sweep.PointContender;
import org.quorate.study.sweep.PointContender.PointPhase;
import org.quorate.study.sweep.Sweep;
import org.quorate.study.sweep.SweepField;
import org.quorate.study.sweep.SweepPoint;

/**
 * Tables of a sweep, a row for each point and contender.
 *
 * @param sweep whose
 */
record SweepTables(Sweep sweep) {

    private static final List<Column> OVERVIEW = List.of(new Column("Mean latency", Align.NUMBER),
            new Column("Lock memory", Align.NUMBER), new Column("Verdict", Align.TEXT));
    private static final List<Column> LOAD = List.of(new Column("Throughput", Align.NUMBER),
            new Column("Lock messages", Align.NUMBER), new Column("Load", Align.TEXT));
    private static final List<Column> LATENCY = List.of(new Column("Mean", Align.NUMBER), new Column("p50", Align.NUMBER),
            new Column("p95", Align.NUMBER), new Column("p99", Align.NUMBER));

    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        tables.add(table("All measured phases", OVERVIEW, (point, contender) -> List.of(
                cell(Unit.TIME, contender.mixLatencyNanos(), contender.saturated()),
                cell(Unit.BYTES, contender.lockBytes(), contender.saturated()), verdict(point, contender)),
                "Mean latency over the operation mix; lock memory of the fullest node."));
        sweep.phases().forEach((name, operations) -> {
            tables.add(table("Phase " + name, LOAD, (point, contender) -> load(contender.phase(name)), ""));
            for (Operation operation : operations) {
                tables.add(table("Phase " + name + ": latency of " + Words.of(operation), LATENCY,
                        (point, contender) -> latency(contender.phase(name), operation), ""));
            }
        });
        return tables;
    }

    private static Cell verdict(SweepPoint point, PointContender contender) {
        return new Cell.Text((contender.baseline() ? "baseline" : point.outcome().orElseThrow().headline())
                + (contender.unsafe() ? " (" + contender.label() + " is unsafe)" : ""));
    }

    private static List<Cell> load(Optional<PointPhase> phase) {
        Optional<String> saturated = phase.flatMap(PointPhase::saturated);
        return List.of(cell(Unit.OPERATIONS_PER_SECOND, phase.flatMap(PointPhase::throughput), saturated),
                cell(Unit.MESSAGES_PER_OPERATION, phase.flatMap(PointPhase::messagesPerOperation), saturated),
                new Cell.Text(phase.isEmpty() ? "no such phase" : saturated.map(why -> "saturated" + (why.isEmpty() ? "" : ": " + why))
                        .orElse("carried")));
    }

    private static List<Cell> latency(Optional<PointPhase> phase, Operation operation) {
        Optional<Latency> latency = phase.flatMap(figures -> figures.latency(operation));
        Optional<String> saturated = phase.flatMap(PointPhase::saturated);
        return List.of(cell(Unit.TIME, latency.map(Latency::meanNanos), saturated),
                cell(Unit.TIME, latency.map(Latency::p50Nanos), saturated),
                cell(Unit.TIME, latency.map(Latency::p95Nanos), saturated),
                cell(Unit.TIME, latency.map(Latency::p99Nanos), saturated));
    }

    private static Cell cell(Unit unit, Optional<Interval> value, Optional<String> saturated) {
        return value.map(known -> FigureRows.amount(unit, known))
                .orElseGet(() -> new Cell.Missing(saturated.isPresent() ? "saturated" : "not measured"));
    }

    private Table table(String title, List<Column> figures, BiFunction<SweepPoint, PointContender, List<Cell>> cells,
            String note) {
        List<Column> columns = new ArrayList<>();
        SweepField.titles(sweep.fields()).forEach(field -> columns.add(new Column(field, Align.TEXT)));
        columns.add(new Column("File system", Align.TEXT));
        columns.addAll(figures);
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < sweep.points().size(); i++) {
            SweepPoint point = sweep.points().get(i);
            List<Cell> start = point.values().stream().<Cell>map(Cell.Text::new).toList();
            if (point.outcome().isEmpty()) {
                List<Cell> row = new ArrayList<>(start);
                row.add(new Cell.Text("failed: " + point.failure().orElse("")));
                figures.forEach(figure -> row.add(new Cell.Missing("failed")));
                rows.add(CellRow.ofPoint(i, row));
            } else {
                for (PointContender contender : point.outcome().get().contenders()) {
                    List<Cell> row = new ArrayList<>(start);
                    row.add(new Cell.Text(contender.label()));
                    row.addAll(cells.apply(point, contender));
                    rows.add(CellRow.ofPoint(i, row));
                }
            }
        }
        return new Table(title, columns, rows, note);
    }
}
