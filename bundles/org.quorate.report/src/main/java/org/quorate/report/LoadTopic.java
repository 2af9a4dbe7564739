// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.report.ReportFigures.Topic;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.BarChart.Bar;
import org.quorate.report.chart.BarChart.Group;
import org.quorate.report.chart.BarChart.Part;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Scale;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Row;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Interval;
import org.quorate.study.result.StationFigure;

/** How busy the resources are: what binds first when the load grows. */
record LoadTopic(Contenders contenders) {

    /** Resources drawn: the busiest of any contender. The table has all. */
    private static final int DRAWN = 6;

    Topic topic() {
        List<Figure> figures = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        for (String phase : contenders.phases()) {
            FigureRows rows = new FigureRows(contenders);
            List<String> stations = busiest(phase);
            List<Row> lines = stations.stream().<Row>map(station -> rows.row(station, Unit.SHARE,
                    contender -> utilisation(contender, phase, station), contender -> "not used")).toList();
            if (!lines.isEmpty()) {
                figures.add(new Figure(chart(phase, "load-" + (figures.size() + 1), stations.subList(0, Math.min(DRAWN, stations.size()))),
                        Figure.Width.FULL, ""));
                tables.add(new Table("Utilisation of every resource" + contenders.in(phase), rows.columns("Resource"), lines,
                        "The busiest of any contender first."));
            }
        }
        return new Topic("load", "What binds first", tables.isEmpty() ? "" : "How much of the time a resource is busy. "
                + "The busiest is the first to give out when the load grows.", figures, tables);
    }

    private BarChart chart(String phase, String id, List<String> stations) {
        List<Group> groups = stations.stream().map(station -> new Group(station, contenders.all().stream()
                .map(contender -> bar(contender, utilisation(contender, phase, station))).toList())).toList();
        String title = "The busiest resources" + contenders.in(phase);
        return new BarChart(id, title, title + ": the share of the time that each is busy, for each contender. The table below has all of them.",
                new Axis("Utilisation", Unit.SHARE, Scale.LINEAR, 0, 1), List.of(new Part("busy", Ink.PART_1)), groups);
    }

    private Bar bar(ContenderResult contender, Optional<Interval> utilisation) {
        String name = contenders.name(contender);
        Ink ink = contenders.style(contender).ink();
        return utilisation.map(share -> new Bar(name, ink, List.of(Math.max(0, Math.min(1, share.mean()))), share.halfWidth(),
                Quantity.of(Unit.SHARE, share).text())).orElseGet(() -> new Bar(name, ink, List.of(), 0, "not used"));
    }

    private List<String> busiest(String phase) {
        Map<String, Double> most = new LinkedHashMap<>();
        for (ContenderResult contender : contenders.all()) {
            for (StationFigure station : stations(contender, phase)) {
                most.merge(station.station(), station.utilisation().mean(), Math::max);
            }
        }
        return most.entrySet().stream().sorted(Comparator.comparingDouble((Map.Entry<String, Double> entry) ->
                entry.getValue()).reversed()).map(Map.Entry::getKey).toList();
    }

    private Optional<Interval> utilisation(ContenderResult contender, String phase, String station) {
        return stations(contender, phase).stream().filter(figure -> figure.station().equals(station)).findFirst()
                .map(StationFigure::utilisation);
    }

    private List<StationFigure> stations(ContenderResult contender, String phase) {
        return contenders.phase(contender, phase).map(figures -> figures.stations()).orElse(List.of());
    }
}
