// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.quorate.study.result.Verdict.TargetResult;
import org.quorate.study.search.Search;
import org.quorate.study.search.SearchPoint;
import org.quorate.study.search.SearchResult;
import org.quorate.study.search.SearchWords;

/** A search as text: the answer for each contender, and what was evaluated for it. Thread-safe. */
public final class SearchText {

    private static final int WIDTH = 100;

    private final Style style;

    /** Text in that style. */
    public SearchText(Style style) {
        this.style = style;
    }

    /** The text, with a line end at its end. */
    public String write(Search search) {
        StringBuilder out = new StringBuilder();
        SearchWords words = new SearchWords(search);
        out.append(style.bold(Plain.line(search.title()))).append('\n');
        wrapped(out, "How far " + search.field() + " can go from " + search.low() + " to " + search.high() + " with "
                + String.join(", ", search.targets()));
        out.append('\n');
        for (SearchResult result : search.results()) {
            wrapped(out, words.answer(result) + (result.unsafe() ? " " + result.label() + " is UNSAFE as described." : ""));
            result.remarks().forEach(remark -> wrapped(out, remark));
        }
        for (SearchResult result : search.results()) {
            if (!result.points().isEmpty()) {
                out.append('\n').append(style.bold(Plain.line(result.label()))).append('\n');
                Columns.write(out, style, rows(search, words, result), Set.of());
            }
        }
        out.append('\n').append(style.dim(Footer.of(search.scenario(), "values nearer than " + search.tolerance() + " not told apart",
                OptionalLong.of(search.seed()), OptionalInt.of(search.replications()), OptionalDouble.of(search.confidence()),
                search.quorateVersion(), Optional.of("more replications up to " + search.mostReplications() + " where needed")))).append('\n');
        return out.toString();
    }

    private static void wrapped(StringBuilder out, String text) {
        Wrap.lines(Plain.line(text), WIDTH).forEach(line -> out.append(line).append('\n'));
    }

    private static List<List<String>> rows(Search search, SearchWords words, SearchResult result) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of(words.field(), "replications"));
        header.addAll(search.targets());
        header.add("all targets");
        rows.add(header);
        for (SearchPoint point : result.points()) {
            List<String> row = new ArrayList<>(List.of(point.value(), Integer.toString(point.replications())));
            for (TargetResult target : point.targets()) {
                row.add(SearchWords.figure(point, target));
            }
            row.add(SearchWords.standing(point.standing()));
            rows.add(row);
        }
        return rows;
    }
}
