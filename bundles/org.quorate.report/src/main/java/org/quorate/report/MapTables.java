// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.map.CrossoverMap;
import org.quorate.study.map.MapPoint;
import org.quorate.study.map.MapPoint.Side;
import org.quorate.study.sweep.SweepField;

/**
 * Tables of a map: where the answer changes along each row, and every point.
 *
 * @param map whose
 */
record MapTables(CrossoverMap map) {

    /** Row by row, from the bottom, runs of values across with the same answer. */
    Table crossovers() {
        List<String> titles = SweepField.titles(List.of(map.x(), map.y()));
        List<Table.Row> rows = new ArrayList<>();
        for (int j = 0; j < map.y().values().size(); j++) {
            List<String> runs = new ArrayList<>();
            int start = 0;
            for (int i = 1; i <= map.x().values().size(); i++) {
                if (i == map.x().values().size() || !answer(map.at(i, j)).equals(answer(map.at(start, j)))) {
                    String from = map.x().values().get(start);
                    runs.add(answer(map.at(start, j)) + " (" + (start == i - 1 ? from : from + " to " + map.x().values().get(i - 1)) + ")");
                    start = i;
                }
            }
            rows.add(new CellRow(List.of(new Cell.Text(map.y().values().get(j)), new Cell.Text(String.join(", then ", runs)))));
        }
        return new Table("Row by row", List.of(new Column(titles.get(1), Align.TEXT),
                new Column("Better, along " + titles.get(0), Align.TEXT)), rows, "");
    }

    Table points() {
        List<String> titles = SweepField.titles(List.of(map.x(), map.y()));
        List<Table.Row> rows = new ArrayList<>();
        for (MapPoint point : map.points()) {
            List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(point.x()), new Cell.Text(point.y())));
            if (point.failure().isPresent()) {
                cells.addAll(List.of(new Cell.Missing("failed"), new Cell.Missing("failed"), new Cell.Missing("failed"),
                        new Cell.Text("failed: " + point.failure().get())));
            } else {
                cells.addAll(List.of(figure(point.first()), figure(point.second()), difference(point), new Cell.Text(answer(point)
                        + targets(point))));
            }
            rows.add(CellRow.ofPoint(rows.size(), cells));
        }
        return new Table("Every point", List.of(new Column(titles.get(0), Align.TEXT), new Column(titles.get(1), Align.TEXT),
                new Column(map.first(), Align.NUMBER), new Column(map.second(), Align.NUMBER), new Column("Difference", Align.NUMBER),
                new Column("Better", Align.TEXT)), rows, "The difference is that of " + map.first() + " − " + map.second()
                        + ", paired by replication: both saw the same random numbers.");
    }

    String answer(MapPoint point) {
        return switch (point.state()) {
            case FIRST -> map.first();
            case SECOND -> map.second();
            case NOT_SIGNIFICANT -> "not significant";
            case ONLY_FIRST -> "only " + map.first() + " carries the load";
            case ONLY_SECOND -> "only " + map.second() + " carries the load";
            case NEITHER_CARRIES -> "neither carries the load";
            case NOT_MEASURED -> "not measured";
            case FAILED -> "failed";
        };
    }

    private String targets(MapPoint point) {
        List<String> told = new ArrayList<>();
        missed(told, map.first(), point.first());
        missed(told, map.second(), point.second());
        return told.isEmpty() ? "" : "; " + String.join("; ", told);
    }

    /** One that cannot carry the load is told already. */
    private static void missed(List<String> told, String label, Side side) {
        if (side.fallsShort() && side.saturated().isEmpty()) {
            told.add(label + " is not sure to meet " + Words.and(side.missed()));
        }
    }

    private Unit unit() {
        return PointsBlocks.unit(map.figure());
    }

    private Cell figure(Side side) {
        return side.value().map(value -> FigureRows.amount(unit(), value))
                .orElseGet(() -> new Cell.Missing(side.saturated().isPresent() ? "saturated" : "not measured"));
    }

    private Cell difference(MapPoint point) {
        Optional<Cell> known = point.difference().map(value -> new Cell.Amount(Quantity.of(unit(), value),
                point.state() == MapPoint.State.NOT_SIGNIFICANT ? "not significant" : ""));
        return known.orElseGet(() -> new Cell.Missing("none"));
    }
}
