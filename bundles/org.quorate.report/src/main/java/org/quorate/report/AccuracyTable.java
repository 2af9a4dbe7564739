// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.List;
import java.util.OptionalDouble;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.accuracy.AccuracySummary;

/** The summary of the comparison with the lab as a table. Pure functions. */
final class AccuracyTable {

    private static final List<Column> COLUMNS = List.of(new Column("Figures", Align.TEXT), new Column("File system", Align.TEXT),
            new Column("As near as asked", Align.TEXT), new Column("Median error", Align.NUMBER), new Column("Asked", Align.NUMBER),
            new Column("Furthest off", Align.NUMBER), new Column("Where", Align.TEXT));

    private AccuracyTable() {
    }

    static Table of(List<AccuracySummary> summaries) {
        return new Table("Simulated against measured", COLUMNS, summaries.stream().map(AccuracyTable::row).toList(),
                "The median is of the rows that were measured above the floor of their kind.");
    }

    private static Table.Row row(AccuracySummary summary) {
        return new CellRow(List.of(new Cell.Text(summary.figureClass().title()), new Cell.Text(summary.fileSystem()),
                new Cell.Text(summary.within() + " of " + summary.judged()), error(Unit.SHARE, summary.medianError()),
                error(Unit.SHARE, summary.figureClass().medianLimit()), error(Unit.CHANGE, summary.worstError()),
                new Cell.Text(summary.worst())));
    }

    private static Cell error(Unit unit, OptionalDouble error) {
        return error.isPresent() ? new Cell.Amount(Quantity.of(unit, error.getAsDouble()), "") : new Cell.Missing("–");
    }
}
