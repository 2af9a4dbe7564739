// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Code;
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
import org.quorate.study.fit.Fit;
import org.quorate.study.fit.Fit.Residual;
import org.quorate.study.fit.Parameter;
import org.quorate.study.io.FitYaml;

/** Makes the report on fitted parameters: what they are, and what they leave unexplained. Pure functions. */
public final class FitReport {

    private static final double NANOS_PER_MICRO = 1000;
    private static final List<Column> PARAMETERS = List.of(new Column("Field", Align.TEXT), new Column("At the start", Align.NUMBER),
            new Column("Fitted", Align.NUMBER), new Column("Change", Align.NUMBER));
    private static final List<Column> RESIDUALS = List.of(new Column("Figure", Align.TEXT), new Column("Measured", Align.NUMBER),
            new Column("At the start", Align.NUMBER), new Column("Fitted", Align.NUMBER), new Column("Error", Align.NUMBER));

    private FitReport() {
    }

    /**
     * The report.
     *
     * @param fit     what was fitted
     * @param context date and command
     */
    public static ReportDocument document(Fit fit, ReportContext context) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "summary", "Summary"));
        blocks.add(notice(fit));
        blocks.add(parameters(fit));
        blocks.add(new Heading(2, "scenario", "For a scenario"));
        blocks.add(new Paragraph("These sections can be put into a scenario. Its comments say what they leave unexplained."));
        blocks.add(new Code("Part of a scenario", new FitYaml().write(fit)));
        blocks.add(new Heading(2, "residuals", "What is left unexplained"));
        byRun(fit.residuals()).forEach((run, rows) -> {
            blocks.add(new Heading(3, "run-" + blocks.size(), run + (rows.get(0).heldOut() ? ", held out" : "")));
            blocks.add(table(run, rows));
        });
        blocks.addAll(ReproductionBlocks.again(context, "The same runs and version give the same values."));
        return new ReportDocument("Fit to runs of the lab", "What hosts, network and LUN cost, fitted to measured runs",
                about(fit, context), blocks);
    }

    private static Notice notice(Fit fit) {
        double heldOut = fit.medianError(true);
        String also = Double.isNaN(heldOut) ? "No run was held out."
                : "Of the runs held out, which the fit did not see, it is " + share(heldOut) + ".";
        double error = fit.medianError(false);
        return new Notice(Notice.Kind.VERDICT, Double.isNaN(error) ? "Nothing was fitted" : "The median error is " + share(error), also);
    }

    private static String share(double value) {
        return Quantity.of(Unit.SHARE, value).text();
    }

    private static KeyValues about(Fit fit, ReportContext context) {
        return KeyValues.of("Date", context.date().toString(), "Quorate", fit.version(), "Runs", String.join(", ", fit.training()),
                "Evaluations", Integer.toString(fit.evaluations()), "Cost at the start", Quantity.of(Unit.NUMBER, fit.costBefore()).text(),
                "Cost", Quantity.of(Unit.NUMBER, fit.costAfter()).text());
    }

    private static Table parameters(Fit fit) {
        List<Table.Row> rows = new ArrayList<>();
        for (Parameter parameter : Parameter.values()) {
            Unit unit = parameter == Parameter.BANDWIDTH ? Unit.BIT_RATE : Unit.TIME;
            double before = fit.before().get(parameter);
            double after = fit.after().get(parameter);
            rows.add(new CellRow(List.of(new Cell.Text(parameter.path()), amount(unit, before), amount(unit, after),
                    amount(Unit.CHANGE, after / before - 1))));
        }
        return new Table("Fitted values", PARAMETERS, rows, "One set of values serves all file systems and phases.");
    }

    private static Map<String, List<Residual>> byRun(List<Residual> residuals) {
        Map<String, List<Residual>> runs = new LinkedHashMap<>();
        residuals.forEach(row -> runs.computeIfAbsent(row.run(), run -> new ArrayList<>()).add(row));
        return runs;
    }

    private static Table table(String run, List<Residual> rows) {
        List<Table.Row> lines = new ArrayList<>();
        Set<String> phases = new LinkedHashSet<>();
        rows.forEach(row -> phases.add(row.phase()));
        for (String phase : phases) {
            lines.add(new GroupRow(phase));
            rows.stream().filter(row -> row.phase().equals(phase)).forEach(row -> lines.add(line(row)));
        }
        return new Table("Run " + run, RESIDUALS, lines, "");
    }

    private static Table.Row line(Residual row) {
        Unit unit = row.latency() ? Unit.TIME : Unit.MESSAGES_PER_OPERATION;
        double factor = row.latency() ? NANOS_PER_MICRO : 1;
        return new CellRow(List.of(new Cell.Text(row.latency() ? row.figure().replaceFirst(", us$", "") : row.figure()),
                amount(unit, row.measured() * factor), amount(unit, row.before() * factor), amount(unit, row.after() * factor),
                amount(Unit.CHANGE, row.after() / row.measured() - 1)));
    }

    private static Cell amount(Unit unit, double value) {
        return Double.isFinite(value) ? new Cell.Amount(Quantity.of(unit, value), "") : new Cell.Missing("–");
    }
}
