// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.report.FigureRows;
import org.quorate.report.SearchReport;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.Row;
import org.quorate.report.text.Unit;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.PhaseFigures;
import org.quorate.study.result.StationFigure;

/** How much more the cluster could do, what gives out first, and what is left with a node less. */
record HeadroomChapter(Evidence evidence) {

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(capacity());
        busiest().ifPresent(table -> {
            blocks.add(new Heading(3, "busiest", "What gives out first"));
            blocks.add(new Paragraph("The busiest resource of each phase. A resource that is busy all the time carries no more load."));
            blocks.add(table);
        });
        blocks.add(new Heading(3, "node-less", "With a node less"));
        blocks.addAll(nodeLess());
        return blocks;
    }

    private List<Block> capacity() {
        return evidence.results().capacity().map(search -> Sections.section("capacity", "How much more load it carries", SearchReport.content(search)))
                .orElseGet(() -> List.of(new Heading(3, "capacity", "How much more load it carries"), new Paragraph(
                        evidence.scenario().targets().isEmpty() ? "The scenario states no targets, so that there is no limit to search for."
                                : "How much more load the cluster carries within its targets was not searched for.")));
    }

    private Optional<Table> busiest() {
        List<Row> rows = new ArrayList<>();
        for (ContenderResult contender : evidence.contenders().all()) {
            for (PhaseFigures phase : contender.phases()) {
                phase.bindingStation().ifPresent(station -> rows.add(row(contender, phase, station)));
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Table("The busiest resource", List.of(new Column("File system", Align.TEXT),
                new Column("Phase", Align.TEXT), new Column("Resource", Align.TEXT), new Column("Utilisation", Align.NUMBER),
                new Column("Load", Align.TEXT)), rows, ""));
    }

    private CellRow row(ContenderResult contender, PhaseFigures phase, StationFigure station) {
        return new CellRow(List.of(new Cell.Text(evidence.contenders().name(contender)), new Cell.Text(phase.phase()),
                new Cell.Text(station.station()), FigureRows.amount(Unit.SHARE, station.utilisation()),
                new Cell.Text(phase.saturated() ? "cannot be carried" : "carried")));
    }

    private List<Block> nodeLess() {
        int nodes = evidence.scenario().cluster().nodes().size();
        Optional<Comparison> less = evidence.results().nodeLess();
        if (less.isPresent() && nodes > 1) {
            return new NodeLess(evidence.comparison(), less.get(), nodes).blocks();
        }
        return List.of(new Paragraph(nodes == 1 ? "The cluster has a single node: when it is gone, so is the service."
                : "What is left with a node less was not examined."));
    }
}
