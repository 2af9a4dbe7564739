// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import java.util.ArrayList;
import java.util.List;
import org.quorate.study.map.CrossoverMap;
import org.quorate.study.map.MapPoint;
import org.quorate.study.map.MapPoint.Side;
import org.quorate.study.text.Dimension;

/**
 * A map as CSV (RFC 4180 with bare line feeds), a row for each point: the two fields, state, the label of the better one, the
 * paired difference first − second with its half width, then for each contender its figure with half width, state of its load,
 * and how it stands to the targets. What is not known is empty. Thread-safe.
 */
public final class MapCsv {

    /** The text, with a header line. */
    public String write(CrossoverMap map) {
        StringBuilder out = new StringBuilder();
        String unit = map.figure().dimension() == Dimension.BYTES ? "_bytes" : "_ns";
        List<String> header = new ArrayList<>(List.of(map.x().path(), map.y().path(), "state", "better", "difference" + unit,
                "difference" + unit + "_half_width"));
        for (String label : List.of(map.first(), map.second())) {
            header.addAll(List.of(label + unit, label + unit + "_half_width", label + "_load", label + "_targets"));
        }
        header.add("verdict");
        CsvForm.row(out, header);
        for (MapPoint point : map.points()) {
            List<String> cells = new ArrayList<>(List.of(point.x(), point.y(), point.failure().map(why -> "failed: " + why)
                    .orElse(CsvForm.word(point.state())), better(map, point)));
            CsvForm.interval(cells, point.difference());
            for (Side side : List.of(point.first(), point.second())) {
                CsvForm.interval(cells, side.value());
                cells.add(point.failure().isPresent() ? "" : side.saturated().map(why -> "saturated: " + why).orElse("ok"));
                cells.add(side.targets().map(CsvForm::standing).orElse(""));
            }
            cells.add(point.verdict());
            CsvForm.row(out, cells);
        }
        return out.toString();
    }

    private static String better(CrossoverMap map, MapPoint point) {
        return switch (point.state()) {
            case FIRST, ONLY_FIRST -> map.first();
            case SECOND, ONLY_SECOND -> map.second();
            default -> "";
        };
    }
}
