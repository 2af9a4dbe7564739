// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.quorate.model.observed.FigureName;
import org.quorate.model.observed.FigureName.Topic;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.SeriesStyle;
import org.quorate.report.chart.Ticks;
import org.quorate.report.document.Figure;
import org.quorate.report.text.Unit;
import org.quorate.study.observe.FleetObservation;
import org.quorate.study.observe.FleetPrediction;
import org.quorate.study.observe.NodeFigures;
import org.quorate.study.observe.Observation;
import org.quorate.study.observe.ObservationSeries;

/** Charts of a running cluster over time, a line a node. */
final class FleetObservationCharts {

    /** More lines are no overview. */
    private static final int MOST_NODES = 16;
    private static final double ROOM = 1.03;

    private static final List<Content> CONTENTS = List.of(
            new Content("locks", "Locks in memory", Unit.NUMBER, name -> name.equals(new FigureName(Topic.LOCK, Observation.ALL, Observation.ALL))),
            new Content("requests", "Requests to the lock manager a second", Unit.NUMBER,
                    name -> name.topic() == Topic.USE && name.what().equals("requests") || name.equals(new FigureName(Topic.DLM, "o2net", "sent"))),
            new Content("waiters", "Waiting for locks", Unit.NUMBER, name -> name.topic() == Topic.DLM && name.what().equals("waiters")),
            new Content("disk", "Requests to the LUN a second", Unit.REQUESTS_PER_SECOND, name -> name.topic() == Topic.DISK
                    && name.name().equals(Observation.ALL) && (name.what().equals("reads") || name.what().equals("writes"))),
            new Content("network", "Bytes sent on the cluster network a second", Unit.BYTES,
                    name -> name.equals(new FigureName(Topic.NETWORK, Observation.ALL, "sent_bytes"))),
            new Content("slab", "Memory in slab caches", Unit.BYTES, name -> name.equals(new FigureName(Topic.MEMORY, "Slab", "bytes"))));

    private final ObservationSeries series;
    private final FleetObservation observation;
    private final List<NodeFigures> nodes;

    /**
     * What a chart shows.
     *
     * @param id    in the report
     * @param title of it
     * @param unit  of the figures
     * @param which figures, whose sum it is
     */
    private record Content(String id, String title, Unit unit, Predicate<FigureName> which) {
    }

    FleetObservationCharts(ObservationSeries series, FleetObservation observation) {
        this.series = series;
        this.observation = observation;
        // While a cluster is watched, charts are made anew in each round: figures that none shows are not looked at.
        Predicate<FigureName> shown = CONTENTS.stream().map(Content::which).reduce(Predicate::or).orElseThrow();
        this.nodes = series.head().nodes().stream().limit(MOST_NODES).map(node -> new NodeFigures(node, series.rounds(), shown)).toList();
    }

    /** Those that there are figures for. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        CONTENTS.forEach(content -> add(figures, content.id(), content.title(), content.unit(), content.which()));
        return figures;
    }

    /** The sum of some figures of each node over time. */
    private void add(List<Figure> figures, String id, String title, Unit unit, Predicate<FigureName> which) {
        List<LineChart.Series> lines = new ArrayList<>();
        double most = 0;
        for (int i = 0; i < nodes.size(); i++) {
            List<LineChart.Point> points = points(nodes.get(i), which);
            if (points.size() > 1) {
                lines.add(new LineChart.Series(nodes.get(i).node(), SeriesStyle.candidate(i), points));
                most = Math.max(most, points.stream().mapToDouble(LineChart.Point::y).max().orElse(0));
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        Optional<Double> predicted = predicted(which);
        Axis x = new Axis("Time", Unit.TIME, Scale.LINEAR, 0, Math.max(1e9, (observation.toMillis() - observation.fromMillis()) * 1e6 * ROOM));
        Axis y = new Axis(title, unit, Scale.LINEAR, 0, Ticks.roundUp(unit, Math.max(1, Math.max(most, predicted.orElse(0.0)) * ROOM)));
        List<LineChart.Limit> limits = predicted.map(value -> List.of(new LineChart.Limit("predicted, mean of the nodes", value))).orElse(List.of());
        figures.add(new Figure(new LineChart("chart-" + id, title, title + " over time, for " + Words.and(lines.stream().map(LineChart.Series::name).toList())
                + ".", x, y, lines, limits), Figure.Width.HALF, caption(which)));
    }

    private String caption(Predicate<FigureName> which) {
        List<String> left = new ArrayList<>();
        int all = series.head().nodes().size();
        if (nodes.size() < all) {
            left.add("Only the first " + nodes.size() + " of " + all + " nodes are drawn.");
        }
        if (series.rounds().size() < observation.rounds()) {
            left.add("Drawn are " + series.rounds().size() + " of " + observation.rounds() + " rounds, evenly over the time; the tables have all of them.");
        }
        if (nodes.stream().anyMatch(node -> node.names().stream().anyMatch(name -> which.test(name) && node.isCut(name)))) {
            left.add("Times at which not all locks were read are left out.");
        }
        return String.join(" ", left);
    }

    /** Only at times at which all figures are known that the node ever had: without one the sum would dip. */
    private List<LineChart.Point> points(NodeFigures figures, Predicate<FigureName> which) {
        List<FigureName> names = figures.names().stream().filter(which).toList();
        SortedMap<Long, List<Double>> known = new TreeMap<>();
        names.forEach(name -> figures.values(name).forEach(value -> known.computeIfAbsent(value.atMillis(), at -> new ArrayList<>()).add(value.value())));
        known.values().removeIf(values -> values.size() < names.size());
        long start = series.rounds().get(0).atMillis();
        List<LineChart.Point> points = new ArrayList<>();
        double last = -1;
        for (Map.Entry<Long, List<Double>> at : known.entrySet()) {
            double x = (at.getKey() - start) * 1e6;
            // The clock of who asks may have been set back.
            if (x > last) {
                points.add(new LineChart.Point(x, at.getValue().stream().mapToDouble(Double::doubleValue).sum()));
                last = x;
            }
        }
        return points;
    }

    private Optional<Double> predicted(Predicate<FigureName> which) {
        double sum = 0;
        boolean known = false;
        for (FleetObservation.FigureRow row : observation.figures()) {
            if (row.node().equals(FleetPrediction.FLEET) && which.test(row.figure()) && row.predicted().isPresent() && !row.shared()) {
                sum += row.predicted().get().mean();
                known = true;
            }
        }
        return known ? Optional.of(sum / series.head().nodes().size()) : Optional.empty();
    }
}
