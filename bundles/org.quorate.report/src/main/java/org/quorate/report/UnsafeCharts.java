// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.SeriesStyle;
import org.quorate.report.chart.Ticks;
import org.quorate.report.document.Figure;
import org.quorate.report.text.Unit;
import org.quorate.study.unsafe.LossKind;
import org.quorate.study.unsafe.LossPoint;
import org.quorate.study.unsafe.UnsafeResult;

/** Charts of what is lost over time. Pure functions. */
final class UnsafeCharts {

    private static final double HEADROOM = 1.03;

    private UnsafeCharts() {
    }

    /** Updates lost by kind, and files damaged. */
    static List<Figure> figures(UnsafeResult result) {
        List<LineChart.Series> updates = new ArrayList<>();
        for (LossKind kind : LossKind.values()) {
            updates.add(series(result, kind.title(), updates.size(), point -> point.lost().get(kind)));
        }
        List<LineChart.Series> files = List.of(series(result, "damaged", 0, LossPoint::damagedFiles),
                new LineChart.Series("changed", SeriesStyle.baseline(0), points(result, LossPoint::files)));
        return List.of(
                new Figure(chart("lost-updates", "Lost updates", "Lost updates of metadata by kind over time.", "Updates lost", Unit.NUMBER,
                        result, updates), Figure.Width.HALF, ""),
                new Figure(chart("damaged-files", "Damaged files", "Files that were changed, and of these the damaged ones, over time.",
                        "Files", Unit.FILES, result, files), Figure.Width.HALF, ""));
    }

    private static LineChart.Series series(UnsafeResult result, String name, int index, ToLongFunction<LossPoint> value) {
        return new LineChart.Series(name, SeriesStyle.candidate(index), points(result, value));
    }

    private static List<LineChart.Point> points(UnsafeResult result, ToLongFunction<LossPoint> value) {
        List<LineChart.Point> points = new ArrayList<>(List.of(new LineChart.Point(0, 0)));
        result.points().forEach(point -> points.add(new LineChart.Point(point.nanos(), value.applyAsLong(point))));
        return points;
    }

    private static LineChart chart(String id, String title, String description, String upwards, Unit unit, UnsafeResult result,
            List<LineChart.Series> series) {
        double top = series.stream().flatMap(line -> line.points().stream()).mapToDouble(LineChart.Point::y).max().orElse(0);
        return new LineChart(id, title, description, new Axis("Time until all nodes stop", Unit.TIME, Scale.LINEAR, 0, result.nanos() * HEADROOM),
                new Axis(upwards, unit, Scale.LINEAR, 0, Ticks.roundUp(unit, top * HEADROOM)), series);
    }
}
