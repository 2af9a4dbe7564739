// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.result.Verdict.TargetResult;
import org.quorate.study.search.Search;
import org.quorate.study.search.SearchPoint;
import org.quorate.study.search.SearchResult;
import org.quorate.study.search.SearchWords;

/** Makes the report on a search. Pure functions. */
public final class SearchReport {

    private SearchReport() {
    }

    /**
     * The report.
     *
     * @param search  what was found
     * @param context date and command
     */
    public static ReportDocument document(Search search, ReportContext context) {
        List<Block> blocks = new ArrayList<>(content(search));
        blocks.addAll(ReproductionBlocks.again(context, "The same scenario, question, seed and version give the same figures, to the last digit."));
        return new ReportDocument(search.title(), "How far " + new SearchWords(search).field() + " can go", KeyValues.of("Date", context.date().toString(),
                "Quorate", search.quorateVersion(), "Scenario", search.scenario(), "Seed", Long.toString(search.seed())), blocks);
    }

    /** What it says, without how to make it again. */
    public static List<Block> content(Search search) {
        SearchWords words = new SearchWords(search);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "summary", "Summary"));
        blocks.add(KeyValues.of("Field", search.field() + ", from " + search.low() + " to " + search.high(), "Targets",
                Words.and(search.targets()), "Tolerance", search.tolerance(), "Replications of a value",
                search.replications() + ", if needed up to " + search.mostReplications()));
        blocks.add(new Notice(Notice.Kind.VERDICT, "All targets are met by " + Words.and(search.results().stream().map(words::brief).toList()),
                String.join(" ", search.results().stream().map(words::answer).toList())));
        blocks.addAll(warnings(search));
        List<Figure> figures = new SearchCharts(search).figures();
        if (!figures.isEmpty()) {
            blocks.add(new Heading(2, "charts", "Figures and limits"));
            blocks.add(new Paragraph("The strokes through each point are its " + Settings.percent(search.confidence()) + " confidence interval."
                    + " A value meets a target if its interval lies on the good side of the limit, and misses it if it lies on the other."
                    + " Where a file system cannot carry the load there is no point: that is a miss."));
            blocks.addAll(figures);
        }
        blocks.add(new Heading(2, "tables", "Every value that was evaluated"));
        int before = 0;
        for (SearchResult result : search.results()) {
            blocks.add(table(search, words, result, before));
            before += result.points().size();
        }
        return blocks;
    }

    private static List<Notice> warnings(Search search) {
        List<Notice> notices = new ArrayList<>();
        for (SearchResult result : search.results()) {
            if (!result.remarks().isEmpty()) {
                notices.add(new Notice(Notice.Kind.WARNING, result.label() + ": the answer may not hold for values in between",
                        String.join(" ", result.remarks())));
            }
            if (result.unsafe()) {
                notices.add(PointsBlocks.unsafe(result.label(), "values"));
            }
        }
        return notices;
    }

    /** @param before points of the results before this one */
    private static Table table(Search search, SearchWords words, SearchResult result, int before) {
        List<Column> columns = new ArrayList<>(List.of(new Column(words.field(), Align.TEXT), new Column("Replications", Align.NUMBER)));
        search.targets().forEach(target -> columns.add(new Column(target, Align.TEXT)));
        columns.add(new Column("All targets", Align.TEXT));
        List<Table.Row> rows = new ArrayList<>();
        for (SearchPoint point : result.points()) {
            List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(point.value()), new Cell.Text(Integer.toString(point.replications()))));
            for (TargetResult target : point.targets()) {
                cells.add(new Cell.Text(SearchWords.figure(point, target) + (target.standing() == Standing.MEETS ? "" : ", "
                        + SearchWords.standing(target.standing()))));
            }
            cells.add(new Cell.Text(SearchWords.standing(point.standing()) + point.saturated().map(why -> ": saturated, " + why).orElse("")));
            rows.add(CellRow.ofPoint(before + rows.size(), cells));
        }
        Optional<String> failure = result.failure();
        return new Table(result.label(), columns, rows, failure.map(why -> "Then a run failed: " + why + ".").orElse(""));
    }
}
