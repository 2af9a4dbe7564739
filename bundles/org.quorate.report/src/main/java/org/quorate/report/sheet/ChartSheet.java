// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.chart.ClusterChart;
import org.quorate.report.chart.HeatChart;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.ScatterChart;
import org.quorate.report.chart.SequenceChart;
import org.quorate.report.chart.SpanChart;
import org.quorate.report.sheet.Sheet.Number;
import org.quorate.report.sheet.Sheet.Value;
import org.quorate.report.sheet.Sheet.Words;
import org.quorate.report.text.Unit;

/**
 * The data of a chart, one point, bar, stretch or cell a row. Figures are in the smallest multiple of their unit, which stands in the
 * title of the column, so that every column has one unit. Pure functions.
 */
public final class ChartSheet {

    private ChartSheet() {
    }

    public static Sheet of(ChartSpec chart) {
        if (chart instanceof LineChart lines) {
            Points points = new Points(lines.x(), lines.y());
            lines.series().forEach(line -> points.add(line.name(), line.points()));
            lines.limits().forEach(limit -> points.limit(limit.name(), limit.y()));
            return points.sheet();
        }
        if (chart instanceof ScatterChart scatter) {
            Points points = new Points(scatter.x(), scatter.y());
            scatter.series().forEach(some -> points.add(some.name(), some.points()));
            return points.sheet();
        }
        if (chart instanceof HeatChart cells) {
            return cells(cells);
        }
        if (chart instanceof SequenceChart sequence) {
            return sequence(sequence);
        }
        if (chart instanceof ClusterChart cluster) {
            return cluster(cluster);
        }
        return chart instanceof SpanChart spans ? spans(spans) : bars((BarChart) chart);
    }

    /** Points of several series. */
    private record Points(Axis x, Axis y, List<List<Value>> rows) {

        Points(Axis x, Axis y) {
            this(x, y, new ArrayList<>());
        }

        void add(String series, List<LineChart.Point> points) {
            points.forEach(point -> rows.add(List.of(new Words(series), number(x.unit(), point.x()), number(y.unit(), point.y()),
                    number(y.unit(), point.halfWidth()))));
        }

        void limit(String name, double value) {
            rows.add(List.of(new Words(name), Sheet.nothing(), number(y.unit(), value), Sheet.nothing()));
        }

        Sheet sheet() {
            return new Sheet(List.of("series", titled(x), titled(y), halfWidth(y.unit())), rows);
        }
    }

    private static Sheet bars(BarChart chart) {
        List<String> columns = new ArrayList<>(List.of("group", "bar"));
        boolean parts = chart.parts().size() > 1;
        if (parts) {
            chart.parts().forEach(part -> columns.add(titled(part.name(), chart.value().unit())));
        }
        columns.addAll(List.of(titled(chart.value()), halfWidth(chart.value().unit()), "remark"));
        List<List<Value>> rows = new ArrayList<>();
        for (BarChart.Group group : chart.groups()) {
            for (BarChart.Bar bar : group.bars()) {
                boolean known = !bar.lengths().isEmpty();
                List<Value> row = new ArrayList<>(List.of(new Words(group.title()), new Words(bar.label())));
                for (int i = 0; parts && i < chart.parts().size(); i++) {
                    row.add(known ? number(chart.value().unit(), bar.lengths().get(i)) : Sheet.nothing());
                }
                row.add(known ? number(chart.value().unit(), bar.length()) : Sheet.nothing());
                row.add(known ? number(chart.value().unit(), bar.halfWidth()) : Sheet.nothing());
                row.add(new Words(bar.remark()));
                rows.add(row);
            }
        }
        return new Sheet(columns, rows);
    }

    private static Sheet spans(SpanChart chart) {
        Unit unit = chart.value().unit();
        List<List<Value>> rows = new ArrayList<>();
        for (SpanChart.Group group : chart.groups()) {
            for (SpanChart.Line line : group.lines()) {
                for (SpanChart.Span span : line.spans()) {
                    rows.add(List.of(new Words(group.title()), new Words(line.label()), new Words(chart.kinds().get(span.kind()).name()),
                            number(unit, span.from()), number(unit, span.to()), new Words(line.remark())));
                }
                line.mark().ifPresent(mark -> rows.add(List.of(new Words(group.title()), new Words(line.label()), new Words("mark"),
                        number(unit, mark), number(unit, mark), new Words(line.remark()))));
            }
        }
        return new Sheet(List.of("group", "line", "kind", titled("from", unit), titled("to", unit), "remark"), rows);
    }

    private static Sheet sequence(SequenceChart chart) {
        List<List<Value>> rows = new ArrayList<>();
        for (SequenceChart.Item item : chart.items()) {
            String kind = "repeat";
            String from = "";
            String to = "";
            if (item instanceof SequenceChart.Bar bar) {
                kind = chart.kinds().get(bar.kind()).name();
                from = chart.lanes().get(bar.lane()).name();
            } else if (item instanceof SequenceChart.Arrow arrow) {
                kind = arrow.beside() ? "arrow beside" : "arrow";
                from = chart.lanes().get(arrow.fromLane()).name();
                to = chart.lanes().get(arrow.toLane()).name();
            }
            rows.add(List.of(number(Unit.TIME, item.from()), number(Unit.TIME, item.to()), new Words(kind), new Words(from), new Words(to),
                    new Words(item.label())));
        }
        return new Sheet(List.of(titled("from", Unit.TIME), titled("to", Unit.TIME), "kind", "lane", "to lane", "what"), rows);
    }

    private static Sheet cluster(ClusterChart chart) {
        List<List<Value>> rows = new ArrayList<>();
        chart.nodes().forEach(box -> rows.add(part("node", box.name(), box.detail(), box.count())));
        rows.add(part("network", chart.network().name(), List.of(chart.network().detail()), 1));
        chart.guards().forEach(box -> rows.add(part("guard", box.name(), box.detail(), box.count())));
        rows.add(part("network", chart.storage().name(), List.of(chart.storage().detail()), 1));
        rows.add(part("disk", chart.disk().name(), chart.disk().detail(), 1));
        return new Sheet(List.of("part", "name", "detail", "count"), rows);
    }

    private static List<Value> part(String part, String name, List<String> detail, int count) {
        return List.of(new Words(part), new Words(name), new Words(String.join(", ", detail)), new Number(count));
    }

    private static Sheet cells(HeatChart chart) {
        List<List<Value>> rows = new ArrayList<>();
        int across = chart.x().labels().size();
        for (int i = 0; i < chart.cells().size(); i++) {
            HeatChart.Cell cell = chart.cells().get(i);
            String meaning = chart.keysOf(cell).stream().map(HeatChart.Key::name).collect(Collectors.joining("; "));
            rows.add(List.of(new Words(chart.x().labels().get(i % across)), new Words(chart.y().labels().get(i / across)),
                    new Words(cell.labels().isEmpty() ? "" : cell.labels().get(0)), new Words(meaning)));
        }
        return new Sheet(List.of(chart.x().title(), chart.y().title(), "label", "meaning"), rows);
    }

    private static Number number(Unit unit, double value) {
        return new Number(value / unit.steps().get(0).factor());
    }

    private static String titled(Axis axis) {
        return titled(axis.title(), axis.unit());
    }

    private static String halfWidth(Unit unit) {
        return titled("half width", unit);
    }

    private static String titled(String title, Unit unit) {
        String symbol = unit.steps().get(0).symbol();
        return symbol.isEmpty() ? title : title + " [" + symbol + "]";
    }
}
