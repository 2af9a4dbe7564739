// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.report.ReportFigures.Topic;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Row;
import org.quorate.report.text.Unit;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Interval;
import org.quorate.study.result.StationFigure;

/** How busy the resources are: what binds first when the load grows. */
record LoadTopic(Contenders contenders) {

    /** Resources shown: the busiest of any contender. */
    private static final int STATIONS = 6;

    Topic topic() {
        List<Table> tables = new ArrayList<>();
        for (String phase : contenders.phases()) {
            FigureRows figures = new FigureRows(contenders);
            List<Row> rows = busiest(phase).stream().<Row>map(station -> figures.row(station, Unit.SHARE,
                    contender -> utilisation(contender, phase, station), contender -> "not used")).toList();
            if (!rows.isEmpty()) {
                tables.add(new Table("The busiest resources" + contenders.in(phase), figures.columns("Resource"), rows,
                        ""));
            }
        }
        return new Topic("load", "What binds first", tables.isEmpty() ? "" : "How much of the time a resource is busy. "
                + "The busiest is the first to give out when the load grows.", List.of(), tables);
    }

    private List<String> busiest(String phase) {
        Map<String, Double> most = new LinkedHashMap<>();
        for (ContenderResult contender : contenders.all()) {
            for (StationFigure station : stations(contender, phase)) {
                most.merge(station.station(), station.utilisation().mean(), Math::max);
            }
        }
        return most.entrySet().stream().sorted(Comparator.comparingDouble((Map.Entry<String, Double> entry) ->
                entry.getValue()).reversed()).limit(STATIONS).map(Map.Entry::getKey).toList();
    }

    private Optional<Interval> utilisation(ContenderResult contender, String phase, String station) {
        return stations(contender, phase).stream().filter(figure -> figure.station().equals(station)).findFirst()
                .map(StationFigure::utilisation);
    }

    private List<StationFigure> stations(ContenderResult contender, String phase) {
        return contenders.phase(contender, phase).map(figures -> figures.stations()).orElse(List.of());
    }
}
