// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.language;

import java.util.List;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.chart.ClusterChart;
import org.quorate.report.chart.HeatChart;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.Reading;
import org.quorate.report.chart.ScatterChart;
import org.quorate.report.chart.SequenceChart;
import org.quorate.report.chart.SpanChart;
import org.quorate.report.text.Notation;

/**
 * Translates the words of charts and the marks of their axes.
 *
 * @param words    of the report
 * @param notation of its figures
 */
record ChartTranslation(Words words, Notation notation) {

    ChartSpec chart(ChartSpec chart) {
        if (chart instanceof LineChart lines) {
            return new LineChart(lines.id(), text(lines.title()), text(lines.description()), axis(lines.x()), axis(lines.y()),
                    lines.series().stream().map(line -> new LineChart.Series(name(line.name()), line.style(), line.points())).toList(),
                    lines.limits().stream().map(limit -> new LineChart.Limit(text(limit.name()), limit.y())).toList());
        }
        if (chart instanceof ScatterChart points) {
            return new ScatterChart(points.id(), text(points.title()), text(points.description()), axis(points.x()), axis(points.y()),
                    points.series().stream().map(some -> new ScatterChart.Series(name(some.name()), some.style(), some.points())).toList(),
                    points.guides().stream().map(guide -> new ScatterChart.Guide(text(guide.name()), guide.factor(), guide.line())).toList());
        }
        if (chart instanceof BarChart bars) {
            return bars(bars);
        }
        if (chart instanceof HeatChart cells) {
            return cells(cells);
        }
        if (chart instanceof ClusterChart cluster) {
            return cluster(cluster);
        }
        return chart instanceof SpanChart spans ? spans(spans) : sequence((SequenceChart) chart);
    }

    private BarChart bars(BarChart chart) {
        return new BarChart(chart.id(), text(chart.title()), text(chart.description()), axis(chart.value()),
                chart.parts().stream().map(part -> new BarChart.Part(text(part.name()), part.ink())).toList(),
                chart.groups().stream().map(group -> new BarChart.Group(name(group.title()), group.bars().stream().map(this::bar).toList()))
                        .toList());
    }

    private BarChart.Bar bar(BarChart.Bar bar) {
        return new BarChart.Bar(name(bar.label()), bar.ink(), bar.lengths(), bar.halfWidth(), text(bar.remark()));
    }

    private HeatChart cells(HeatChart chart) {
        return new HeatChart(chart.id(), text(chart.title()), text(chart.description()), side(chart.x()), side(chart.y()),
                chart.cells().stream().map(this::cell).toList(),
                chart.keys().stream().map(key -> new HeatChart.Key(text(key.name()), cell(key.cell()), key.corners())).toList());
    }

    private HeatChart.Side side(HeatChart.Side side) {
        return new HeatChart.Side(text(side.title()), side.labels().stream().map(this::name).toList());
    }

    private HeatChart.Cell cell(HeatChart.Cell cell) {
        return new HeatChart.Cell(cell.shade(), cell.mark(), texts(cell.labels()), cell.corners(),
                cell.readings().stream().map(this::reading).toList());
    }

    private Reading reading(Reading reading) {
        return new Reading.Said(text(reading.title()), text(reading.text()));
    }

    private ClusterChart cluster(ClusterChart chart) {
        return new ClusterChart(chart.id(), text(chart.title()), text(chart.description()), boxes(chart.nodes()), link(chart.network()),
                boxes(chart.guards()), link(chart.storage()), new ClusterChart.Disk(chart.disk().name(), texts(chart.disk().detail())));
    }

    private List<ClusterChart.Box> boxes(List<ClusterChart.Box> boxes) {
        return boxes.stream().map(box -> new ClusterChart.Box(name(box.name()), texts(box.detail()), box.count())).toList();
    }

    private ClusterChart.Link link(ClusterChart.Link link) {
        return new ClusterChart.Link(text(link.name()), text(link.detail()));
    }

    private List<String> texts(List<String> english) {
        return english.stream().map(this::text).toList();
    }

    private SpanChart spans(SpanChart chart) {
        return new SpanChart(chart.id(), text(chart.title()), text(chart.description()), axis(chart.value()),
                chart.kinds().stream().map(kind -> new SpanChart.Kind(text(kind.name()), kind.ink())).toList(),
                chart.groups().stream().map(group -> new SpanChart.Group(name(group.title()), group.lines().stream()
                        .map(line -> new SpanChart.Line(name(line.label()), line.spans(), line.mark(), text(line.remark()))).toList()))
                        .toList());
    }

    private SequenceChart sequence(SequenceChart chart) {
        return new SequenceChart(chart.id(), text(chart.title()), text(chart.description()),
                chart.lanes().stream().map(lane -> new SequenceChart.Lane(name(lane.title()), text(lane.subtitle()))).toList(),
                chart.kinds().stream().map(kind -> new SequenceChart.Kind(text(kind.name()), kind.ink())).toList(),
                chart.items().stream().map(this::item).toList());
    }

    private SequenceChart.Item item(SequenceChart.Item item) {
        if (item instanceof SequenceChart.Bar bar) {
            return new SequenceChart.Bar(bar.lane(), bar.kind(), bar.from(), bar.to(), text(bar.label()));
        }
        if (item instanceof SequenceChart.Arrow arrow) {
            return new SequenceChart.Arrow(arrow.fromLane(), arrow.toLane(), arrow.from(), arrow.to(), text(arrow.label()), arrow.beside());
        }
        return new SequenceChart.Fold(item.from(), item.to(), text(item.label()));
    }

    private Axis axis(Axis axis) {
        return new Axis(text(axis.title()), axis.unit(), axis.scale(), axis.low(), axis.high(), notation);
    }

    private String text(String english) {
        return words.text(english);
    }

    private String name(String english) {
        return words.name(english);
    }
}
