// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import org.quorate.report.ReportFigures.Topic;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.GroupRow;
import org.quorate.report.document.Table.Row;
import org.quorate.report.text.Unit;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.StationFigure;

/** How busy the resources are: what binds first when the load grows. */
record LoadTopic(Contenders contenders) {

    /** Busiest resources shown of each contender. */
    private static final int STATIONS = 3;

    Topic topic() {
        List<Table> tables = new ArrayList<>();
        for (String phase : contenders.phases()) {
            List<Row> rows = new ArrayList<>();
            for (ContenderResult contender : contenders.all()) {
                List<StationFigure> stations = contenders.phase(contender, phase).map(f -> f.stations())
                        .orElse(List.of());
                if (!stations.isEmpty()) {
                    rows.add(new GroupRow(contenders.name(contender)));
                    stations.stream().limit(STATIONS).forEach(station -> rows.add(new CellRow(List.of(
                            new Cell.Text(station.station()), FigureRows.amount(Unit.SHARE, station.utilisation())))));
                }
            }
            if (!rows.isEmpty()) {
                tables.add(new Table("The busiest resources" + contenders.in(phase),
                        List.of(new Column("Resource", Align.TEXT), new Column("Busy", Align.NUMBER)), rows, ""));
            }
        }
        return new Topic("load", "What binds first", tables.isEmpty() ? "" : "The busiest resource is the first to give "
                + "out when the load grows.", List.of(), tables);
    }
}
