// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import java.util.ArrayList;
import java.util.List;
import org.quorate.study.search.Search;
import org.quorate.study.search.SearchPoint;
import org.quorate.study.search.SearchResult;

/**
 * A search as CSV (RFC 4180 with bare line feeds), a row for each contender and evaluated value: contender, outcome of its search
 * with the values next to the turn, the value, its replications, how it stands to all targets, the state of the load, then for each
 * target the figure in the unit of the target (milliseconds, bytes, operations a second) with its half width and how it stands. A
 * contender of which nothing was evaluated is one row without a value. Thread-safe.
 */
public final class SearchCsv {

    /** The text, with a header line. */
    public String write(Search search) {
        StringBuilder out = new StringBuilder();
        List<String> header = new ArrayList<>(List.of("contender", "outcome", "meets", "misses", search.field(), "replications",
                "standing", "load"));
        search.targets().forEach(target -> header.addAll(List.of(target, target + " half width", target + " standing")));
        CsvForm.row(out, header);
        for (SearchResult result : search.results()) {
            List<String> start = List.of(result.label(), result.failure().map(why -> "failed: " + why).orElse(CsvForm.word(result.outcome())),
                    result.meets().orElse(""), result.misses().orElse(""));
            result.points().forEach(point -> CsvForm.row(out, row(start, point)));
            if (result.points().isEmpty()) {
                List<String> cells = new ArrayList<>(start);
                while (cells.size() < header.size()) {
                    cells.add("");
                }
                CsvForm.row(out, cells);
            }
        }
        return out.toString();
    }

    private static List<String> row(List<String> start, SearchPoint point) {
        List<String> cells = new ArrayList<>(start);
        cells.addAll(List.of(point.value(), Integer.toString(point.replications()), CsvForm.standing(point.standing()),
                point.saturated().map(why -> "saturated: " + why).orElse("ok")));
        point.targets().forEach(target -> {
            CsvForm.interval(cells, target.value());
            cells.add(CsvForm.standing(target.standing()));
        });
        return cells;
    }
}
