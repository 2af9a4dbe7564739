// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.text.Unit;
import org.quorate.study.unsafe.Conflict;
import org.quorate.study.unsafe.Damage;
import org.quorate.study.unsafe.LossKind;
import org.quorate.study.unsafe.LossPoint;
import org.quorate.study.unsafe.UnsafeResult;
import org.quorate.study.unsafe.UnsafeWords;

/** Makes the report on a local file system that several nodes mounted at once. Pure functions. */
public final class UnsafeReport {

    private UnsafeReport() {
    }

    /**
     * The report.
     *
     * @param result  what became of it
     * @param context date and command
     */
    public static ReportDocument document(UnsafeResult result, ReportContext context) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "summary", "Summary"));
        blocks.add(new Notice(Notice.Kind.DANGER, UnsafeWords.headline(result), UnsafeWords.explanation(result)));
        blocks.add(new Heading(2, "instead", "What to do instead"));
        UnsafeWords.advice(result).forEach(advice -> blocks.add(new Paragraph(advice)));
        blocks.add(new Heading(2, "firsts", "The first writes that destroyed another node's"));
        blocks.add(firsts(result));
        blocks.add(new Heading(2, "losses", "What is lost over time"));
        blocks.add(new Paragraph("Counted as if all nodes stopped at each of these times: they unmount, one after the other, and write what"
                + " they have. Whoever writes a block last, wins it."));
        blocks.addAll(UnsafeCharts.figures(result));
        blocks.add(updates(result));
        blocks.add(files(result));
        blocks.add(new Heading(2, "check", "What " + UnsafeWords.checker(result) + " would complain about"));
        blocks.add(complaints(result));
        blocks.addAll(ReproductionBlocks.again(context, UnsafeWords.limits(result) + ". The same scenario, seed and version give the same figures."));
        return new ReportDocument(result.title(), result.fileSystemName() + " mounted on " + result.nodes().size() + " nodes at once",
                about(result, context), blocks);
    }

    private static KeyValues about(UnsafeResult result, ReportContext context) {
        return KeyValues.of("Date", context.date().toString(), "Quorate", result.quorateVersion(), "Scenario", result.scenario(),
                "Nodes", Integer.toString(result.nodes().size()), "Seed", Long.toString(result.seed()));
    }

    private static Table firsts(UnsafeResult result) {
        List<Table.Row> rows = result.firsts().stream().<Table.Row>map(conflict -> new CellRow(List.of(
                new Cell.Text(UnsafeWords.block(conflict)), new Cell.Text(UnsafeWords.when(result, conflict)),
                new Cell.Text(UnsafeWords.what(result, conflict)), writes(result, conflict)))).toList();
        return new Table("One of each kind of block", List.of(new Column("Block", Align.TEXT), new Column("When", Align.TEXT),
                new Column("What happened", Align.TEXT), new Column("Such writes in all", Align.NUMBER)), rows,
                rows.isEmpty() ? "There was none." : "Time is counted from the first node's mount.");
    }

    private static Cell writes(UnsafeResult result, Conflict conflict) {
        return number(result.conflicts().getOrDefault(conflict.kind(), 0L));
    }

    private static Table updates(UnsafeResult result) {
        List<Column> columns = new ArrayList<>(List.of(new Column("After", Align.TEXT), new Column("Made", Align.NUMBER),
                new Column("Lost", Align.NUMBER)));
        for (LossKind kind : LossKind.values()) {
            columns.add(new Column("Lost " + kind.title(), Align.NUMBER));
        }
        columns.addAll(List.of(new Column("Only in the log", Align.NUMBER), new Column("Lost if power fails", Align.NUMBER)));
        List<Table.Row> rows = new ArrayList<>();
        for (LossPoint point : result.points()) {
            List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(UnsafeWords.time(point.nanos())), number(point.updates()),
                    number(point.lostUpdates())));
            point.lost().values().forEach(lost -> cells.add(number(lost)));
            cells.addAll(List.of(number(point.crash().updates()), number(point.crash().lost())));
            rows.add(new CellRow(cells));
        }
        return new Table("Changes of metadata", columns, rows, "The last two columns are for a power failure at that time instead:"
                + " changes that were committed and not yet in their place, and those of them that a recovery would not find.");
    }

    private static Table files(UnsafeResult result) {
        List<Column> columns = new ArrayList<>(List.of(new Column("After", Align.TEXT), new Column("Changed", Align.NUMBER),
                new Column("Damaged", Align.NUMBER)));
        List<Damage> kinds = List.of(Damage.values());
        kinds.forEach(damage -> columns.add(new Column(Words.sentence(damage.title()), Align.NUMBER)));
        columns.add(new Column("Stale reads", Align.NUMBER));
        List<Table.Row> rows = new ArrayList<>();
        for (LossPoint point : result.points()) {
            List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(UnsafeWords.time(point.nanos())), number(point.files()),
                    number(point.damagedFiles())));
            kinds.forEach(damage -> cells.add(number(point.damaged().getOrDefault(damage, 0L))));
            cells.add(number(point.staleReads()));
            rows.add(new CellRow(cells));
        }
        return new Table("Files", columns, rows, "A file is counted once, by what is found first, from left to right.");
    }

    private static Table complaints(UnsafeResult result) {
        List<Table.Row> rows = result.complaints().entrySet().stream().filter(entry -> entry.getValue() > 0)
                .<Table.Row>map(entry -> new CellRow(List.of(new Cell.Text(UnsafeWords.complaint(result, entry.getKey())),
                        number(entry.getValue()), new Cell.Text(entry.getKey().unit())))).collect(Collectors.toList());
        return new Table("After " + UnsafeWords.time(result.nanos()) + " and the unmounts", List.of(new Column("Complaint", Align.TEXT),
                new Column("How many", Align.NUMBER), new Column("Of", Align.TEXT)), rows, UnsafeWords.aboutComplaints());
    }

    private static Cell number(long value) {
        return FigureRows.amount(Unit.NUMBER, value);
    }
}
