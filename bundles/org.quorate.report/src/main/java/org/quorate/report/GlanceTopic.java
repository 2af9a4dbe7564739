// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.report.ReportFigures.Topic;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.Row;
import org.quorate.report.text.Unit;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Difference;
import org.quorate.study.result.Figure;

/** The few figures that decide. */
record GlanceTopic(Contenders contenders) {

    Topic topic() {
        List<Table> tables = new ArrayList<>(List.of(summary()));
        if (contenders.comparison().verdict().candidates().size() > 2) {
            tables.add(pairs());
        }
        return new Topic("glance", "The figures at a glance", intro(), List.of(), tables);
    }

    private String intro() {
        List<String> baselines = contenders.all().stream().filter(ContenderResult::baseline)
                .map(ContenderResult::label).toList();
        if (baselines.isEmpty()) {
            return "";
        }
        return Words.and(baselines) + (baselines.size() == 1 ? " is a" : " are") + " private local file system"
                + (baselines.size() == 1 ? "" : "s") + " of each node on the same LUN. "
                + (baselines.size() == 1 ? "It is no candidate: it shows" : "They are no candidates: they show")
                + " what the same work costs without sharing.";
    }

    private Table summary() {
        FigureRows figures = new FigureRows(contenders);
        List<Row> rows = new ArrayList<>();
        rows.add(figures.comparingRow(Figure.MIX_LATENCY.title(), Unit.TIME,
                contender -> contender.total().mixLatencyNanos(), this::noMix, compared(Figure.MIX_LATENCY, null)));
        rows.add(figures.comparingRow(Figure.LOCK_MEMORY.title(), Unit.BYTES,
                contender -> Optional.of(contender.total().lockBytes()), contender -> "",
                compared(Figure.LOCK_MEMORY, null)));
        for (String phase : contenders.phases()) {
            rows.add(figures.comparingRow("Throughput" + contenders.in(phase), Unit.OPERATIONS_PER_SECOND,
                    contender -> contenders.phase(contender, phase).map(figure -> figure.throughput()),
                    contender -> "not measured", compared(Figure.THROUGHPUT, phase)));
        }
        return new Table("Summary", figures.comparingColumns("Figure"), rows, figures.comparingNote());
    }

    private String noMix(ContenderResult contender) {
        boolean saturated = contender.phases().stream().anyMatch(phase -> phase.saturated());
        return saturated ? "saturated" : "not measured";
    }

    private static Optional<FigureRows.Compared> compared(Figure figure, String phase) {
        return Optional.of(new FigureRows.Compared(figure, Optional.ofNullable(phase), Optional.empty()));
    }

    /** With more than two candidates there is no room for a column a pair. */
    private Table pairs() {
        List<String> candidates = contenders.comparison().verdict().candidates();
        List<Row> rows = new ArrayList<>();
        for (Difference difference : contenders.comparison().differences()) {
            boolean total = difference.figure() == Figure.MIX_LATENCY || difference.figure() == Figure.LOCK_MEMORY;
            if (total && candidates.contains(difference.first()) && candidates.contains(difference.second())) {
                boolean latency = difference.figure() == Figure.MIX_LATENCY;
                rows.add(new CellRow(List.of(
                        new Cell.Text(difference.first() + " against " + difference.second()),
                        new Cell.Text(latency ? "mean latency" : "lock memory"),
                        FigureRows.cell(difference, latency ? Unit.TIME : Unit.BYTES))));
            }
        }
        return new Table("Differences of each two candidates", List.of(new Column("Pair", Align.TEXT),
                new Column("Figure", Align.TEXT), new Column("Difference", Align.NUMBER)), rows,
                "The first against the second, as a share of the second, paired by replication.");
    }
}
