// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.quorate.report.document.Table.GroupRow;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.accuracy.Accuracy;
import org.quorate.study.accuracy.AccuracyRow;
import org.quorate.study.accuracy.AccuracySummary;
import org.quorate.study.accuracy.FigureClass;

/** Makes the report on the comparison with the lab. Pure functions. */
public final class AccuracyReport {

    private static final double NANOS_PER_MICRO = 1000;
    private static final List<Column> COLUMNS = List.of(new Column("Figure", Align.TEXT), new Column("Measured", Align.NUMBER),
            new Column("Simulated", Align.NUMBER), new Column("Error", Align.NUMBER), new Column("Verdict", Align.TEXT));

    private AccuracyReport() {
    }

    /**
     * The report.
     *
     * @param accuracy what was found
     * @param context  date and command
     */
    public static ReportDocument document(Accuracy accuracy, ReportContext context) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "summary", "Summary"));
        blocks.add(notice(accuracy));
        blocks.add(AccuracyTable.of(accuracy.summary()));
        blocks.add(new Heading(2, "charts", "Measured against simulated"));
        blocks.add(new Paragraph("Each point is one figure of one phase of one run, both scales logarithmic. On the line the two "
                + "are equal; between the dashed lines lie the rows that are as near as the project asks. What is too small for the "
                + "scale stands at its edge; what is too small on both is left out here, not in the tables."));
        blocks.addAll(new AccuracyCharts(accuracy.rows()).figures());
        blocks.add(new Heading(2, "rows", "Every row"));
        byRun(accuracy.rows()).forEach((run, rows) -> {
            blocks.add(new Heading(3, id(run), run));
            blocks.add(table(run, rows));
        });
        blocks.add(new Heading(2, "again", "How to make this page again"));
        blocks.add(ReproductionBlocks.command(context));
        return new ReportDocument("How true Quorate is", "Simulated beside measured on real kernels", about(accuracy, context), blocks);
    }

    /** A run of the project's own lab has the kernel's release in its name, with its dots. */
    private static String id(String run) {
        return "run-" + run.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static Notice notice(Accuracy accuracy) {
        int judged = accuracy.summary().stream().mapToInt(AccuracySummary::judged).sum();
        int within = accuracy.summary().stream().mapToInt(AccuracySummary::within).sum();
        return new Notice(Notice.Kind.NOTE, within + " of " + judged + " judged figures are as near as asked",
                "No row is left out: those that miss stand in the tables, with the reason where it is known.");
    }

    private static KeyValues about(Accuracy accuracy, ReportContext context) {
        return KeyValues.of("Date", context.date().toString(), "Quorate", accuracy.version(), "Measured", accuracy.measured(),
                "Kernel", accuracy.kernel(), "Runs", Integer.toString(accuracy.runs().size()), "Rows",
                Integer.toString(accuracy.rows().size()));
    }

    private static Map<String, List<AccuracyRow>> byRun(List<AccuracyRow> rows) {
        Map<String, List<AccuracyRow>> runs = new LinkedHashMap<>();
        rows.forEach(row -> runs.computeIfAbsent(row.run(), run -> new ArrayList<>()).add(row));
        return runs;
    }

    private static Table table(String run, List<AccuracyRow> rows) {
        List<Table.Row> lines = new ArrayList<>();
        Set<String> phases = new LinkedHashSet<>();
        rows.forEach(row -> phases.add(row.phase()));
        for (String phase : phases) {
            lines.add(new GroupRow(phase));
            rows.stream().filter(row -> row.phase().equals(phase)).forEach(row -> lines.add(line(row)));
        }
        return new Table("Run " + run, COLUMNS, lines, "");
    }

    private static CellRow line(AccuracyRow row) {
        String verdict = row.outcome().words() + (row.reason().isEmpty() ? "" : ": " + row.reason());
        return new CellRow(List.of(new Cell.Text(row.figure()), amount(row, row.measured()), amount(row, row.simulated()),
                row.error().isPresent() ? new Cell.Amount(Quantity.of(Unit.CHANGE, row.error().getAsDouble()), "")
                        : new Cell.Missing("–"), new Cell.Text(verdict)));
    }

    private static Cell amount(AccuracyRow row, double value) {
        return new Cell.Amount(Quantity.of(unit(row), row.figureClass() == FigureClass.LATENCY ? value * NANOS_PER_MICRO : value), "");
    }

    /** What a row's numbers are in; latency in nanoseconds. */
    static Unit unit(AccuracyRow row) {
        return switch (row.figureClass()) {
            case LOCK_TRAFFIC -> row.unit().startsWith("B") ? Unit.BYTES_PER_OPERATION : Unit.MESSAGES_PER_OPERATION;
            case MESSAGES -> row.unit().isEmpty() ? Unit.MESSAGES : Unit.MESSAGES_PER_OPERATION;
            case DISK -> Unit.REQUESTS_PER_OPERATION;
            case SEQUENTIAL -> Unit.REQUESTS_PER_MEBIBYTE;
            case LOCK_OBJECTS -> Unit.OBJECTS;
            case LOCK_BYTES -> Unit.BYTES;
            case LATENCY -> Unit.TIME;
            case ORDER -> Unit.RATIO;
        };
    }
}
