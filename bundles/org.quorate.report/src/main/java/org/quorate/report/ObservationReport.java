// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.text.Unit;
import org.quorate.study.observe.Observation;
import org.quorate.study.observe.Observation.CallRow;
import org.quorate.study.observe.Observation.LockRow;
import org.quorate.study.observe.Observation.SlabRow;
import org.quorate.study.observe.Pair;

/** Makes the report on a simulated node beside a real one. Pure functions. */
public final class ObservationReport {

    private static final Column PREDICTED = new Column("Predicted", Align.NUMBER);
    private static final Column ACTUAL = new Column("Actual", Align.NUMBER);
    private static final Column RATIO = new Column("Ratio", Align.NUMBER);

    private ObservationReport() {
    }

    /**
     * The report.
     *
     * @param observation what was found
     * @param unused      lines of the files that could not be used, each with its reason
     * @param context     date and command
     */
    public static ReportDocument document(Observation observation, List<String> unused, ReportContext context) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "summary", "Predicted beside actual"));
        blocks.add(KeyValues.of("File system", observation.fileSystem() + " (" + observation.kind().title() + ")", "Node", observation.node(),
                "At the end of phase", observation.phase()));
        if (!observation.slabs().isEmpty()) {
            blocks.add(objects(observation.slabs()));
            blocks.add(memory(observation.slabs()));
        }
        if (!observation.locks().isEmpty()) {
            blocks.add(locks(observation.locks()));
        }
        if (!observation.calls().isEmpty()) {
            blocks.add(calls(observation.calls()));
        }
        if (!observation.notes().isEmpty()) {
            blocks.add(new Heading(2, "notes", "What to know"));
            observation.notes().forEach(note -> blocks.add(new Notice(Notice.Kind.NOTE, note, "")));
        }
        if (!unused.isEmpty()) {
            blocks.add(new Heading(2, "unused", "What could not be used"));
            blocks.add(new Table("Lines of the files", List.of(new Column("Line and reason", Align.TEXT)),
                    unused.stream().<Table.Row>map(line -> new CellRow(List.of(new Cell.Text(line)))).toList(), ""));
        }
        blocks.addAll(ReproductionBlocks.again(context, "The same scenario, files, seed and version give the same figures, to the last digit."));
        return new ReportDocument(observation.origin().title(), "Node " + observation.node() + ": predicted beside actual",
                OriginEntries.about(observation.origin(), context), blocks);
    }

    private static Table objects(List<SlabRow> slabs) {
        List<Table.Row> rows = new ArrayList<>();
        for (SlabRow slab : slabs) {
            List<Cell> cells = row(slab.objects(), Unit.OBJECTS, new Cell.Text(slab.cache()));
            cells.add(FigureRows.amount(Unit.OBJECTS, slab.peakObjects()));
            rows.add(new CellRow(cells));
        }
        return new Table("Objects in slab caches", List.of(new Column("Slab cache", Align.TEXT), PREDICTED, ACTUAL, RATIO,
                new Column("Predicted peak", Align.NUMBER)), rows, "The ratio is predicted over actual; without one, the two do not mean the same.");
    }

    private static Table memory(List<SlabRow> slabs) {
        List<Table.Row> rows = new ArrayList<>();
        for (SlabRow slab : slabs) {
            List<Cell> cells = row(slab.bytes(), Unit.BYTES, new Cell.Text(slab.cache()));
            cells.add(FigureRows.amount(Unit.BYTES, slab.objectBytes().predicted()));
            cells.add(FigureRows.amount(Unit.BYTES, slab.objectBytes().actual()));
            rows.add(new CellRow(cells));
        }
        return new Table("Memory of slab caches", List.of(new Column("Slab cache", Align.TEXT), PREDICTED, ACTUAL, RATIO,
                new Column("Predicted object", Align.NUMBER), new Column("Actual object", Align.NUMBER)), rows, "");
    }

    private static Table locks(List<LockRow> locks) {
        return new Table("Locks in memory", List.of(new Column("Type", Align.TEXT), new Column("Mode", Align.TEXT), PREDICTED, ACTUAL, RATIO),
                locks.stream().<Table.Row>map(lock -> new CellRow(row(lock.locks(), Unit.OBJECTS, new Cell.Text(lock.type()),
                        new Cell.Text(lock.mode())))).toList(), "");
    }

    private static Table calls(List<CallRow> calls) {
        List<Table.Row> rows = new ArrayList<>();
        for (CallRow call : calls) {
            rows.add(new CellRow(row(call.requests(), Unit.NUMBER, new Cell.Text(call.type()), new Cell.Text("requests to the lock manager"))));
            rows.add(new CellRow(row(call.holders(), Unit.NUMBER, new Cell.Text(call.type()), new Cell.Text("holders"))));
        }
        return new Table("What these locks were used for", List.of(new Column("Type", Align.TEXT), new Column("What", Align.TEXT), PREDICTED, ACTUAL,
                RATIO), rows, "");
    }

    private static List<Cell> row(Pair pair, Unit unit, Cell... names) {
        List<Cell> cells = new ArrayList<>(List.of(names));
        cells.add(FigureRows.amount(unit, pair.predicted()));
        cells.add(FigureRows.amount(unit, pair.actual()));
        cells.add(FigureRows.amount(Unit.RATIO, pair.ratio()));
        return cells;
    }
}
