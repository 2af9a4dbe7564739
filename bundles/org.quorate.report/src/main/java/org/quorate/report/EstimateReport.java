// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
import org.quorate.study.estimate.Assumption;
import org.quorate.study.estimate.Estimate;
import org.quorate.study.estimate.Estimate.Contender;
import org.quorate.study.estimate.Estimate.OperationFigures;
import org.quorate.study.estimate.Estimate.PhaseFigures;
import org.quorate.study.text.Titles;

/** Makes the report on an estimate, which says of every figure whether it can be relied on. Pure functions. */
public final class EstimateReport {

    private static final List<Column> OPERATIONS = List.of(new Column("Operation", Align.TEXT), new Column("Mean latency", Align.NUMBER),
            new Column("Throughput", Align.NUMBER), new Column("Messages", Align.NUMBER), new Column("Holds", Align.TEXT));
    private static final List<Column> LOADS = List.of(new Column("File system", Align.TEXT), new Column("Throughput", Align.NUMBER),
            new Column("Messages", Align.NUMBER), new Column("Busiest", Align.TEXT), new Column("In use", Align.NUMBER));
    private static final List<Column> MEMORY = List.of(new Column("Node", Align.TEXT), new Column("Lock memory", Align.NUMBER));
    private static final List<Column> BROKEN = List.of(new Column("Assumption", Align.TEXT), new Column("Why it does not hold", Align.TEXT),
            new Column("What that does", Align.TEXT));
    private static final int PERCENT = 100;

    private EstimateReport() {
    }

    /**
     * The report.
     *
     * @param estimate of a scenario
     * @param context  date and command
     */
    public static ReportDocument document(Estimate estimate, ReportContext context) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "summary", "Summary"));
        blocks.add(notice(estimate));
        blocks.add(new Paragraph("Means by closed forms and mean-value analysis, without a simulation. Lock memory is of the end of a phase."));
        int number = 0;
        for (String phase : phases(estimate)) {
            number++;
            blocks.add(new Heading(2, "phase-" + number, "Phase " + phase));
            blocks.add(operations(estimate, phase));
            blocks.add(loads(estimate, phase));
            blocks.add(memory(estimate, phase));
            broken(estimate, phase, blocks);
        }
        blocks.addAll(ReproductionBlocks.again(context, "The same scenario gives the same estimate."));
        return new ReportDocument("Estimate of " + estimate.scenario(), "Not a simulation", KeyValues.of("Date", context.date().toString(),
                "Kernel", estimate.kernel(), "Form", estimate.format()), blocks);
    }

    private static Notice notice(Estimate estimate) {
        long all = estimate.contenders().stream().mapToLong(contender -> contender.phases().size()).sum();
        long held = estimate.contenders().stream().flatMap(contender -> contender.phases().stream()).filter(PhaseFigures::holds).count();
        String near = "Where they hold, mean latency, messages and lock memory are within " + Math.round(PERCENT * Estimate.WITHIN)
                + " % of the simulator's.";
        return held == all ? new Notice(Notice.Kind.NOTE, "All assumptions hold", near)
                : new Notice(Notice.Kind.WARNING, "The assumptions hold for " + held + " of " + all + " pairs of a file system and a phase",
                        near + " Below each phase stands what does not hold; a comparison does without these assumptions.");
    }

    private static Set<String> phases(Estimate estimate) {
        Set<String> phases = new LinkedHashSet<>();
        estimate.contenders().forEach(contender -> contender.phases().forEach(figures -> phases.add(figures.phase())));
        return phases;
    }

    /** What is done with each file system that has the phase. */
    private interface Use {
        void use(Contender contender, PhaseFigures figures);
    }

    private static void each(Estimate estimate, String phase, Use use) {
        estimate.contenders().forEach(contender -> contender.phases().stream().filter(figures -> figures.phase().equals(phase))
                .forEach(figures -> use.use(contender, figures)));
    }

    private static Table operations(Estimate estimate, String phase) {
        List<Table.Row> rows = new ArrayList<>();
        each(estimate, phase, (contender, figures) -> {
            rows.add(new GroupRow(contender.label()));
            figures.operations().forEach(operation -> rows.add(row(figures, operation)));
        });
        return new Table("Operations of " + phase, OPERATIONS, rows, "Throughput is of all nodes; acknowledgements are no messages.");
    }

    private static Table.Row row(PhaseFigures figures, OperationFigures operation) {
        Cell latency = operation.latencyNanos().isPresent() ? amount(Unit.TIME, operation.latencyNanos().getAsDouble())
                : new Cell.Missing("saturated");
        return new CellRow(List.of(new Cell.Text(Titles.of(operation.operation())), latency,
                amount(Unit.OPERATIONS_PER_SECOND, operation.throughput()), amount(Unit.MESSAGES_PER_OPERATION, operation.messages()),
                new Cell.Text(figures.holds() ? "yes" : "not all")));
    }

    private static Table loads(Estimate estimate, String phase) {
        List<Table.Row> rows = new ArrayList<>();
        each(estimate, phase, (contender, figures) -> rows.add(new CellRow(List.of(new Cell.Text(contender.label()),
                amount(Unit.OPERATIONS_PER_SECOND, figures.throughput()), amount(Unit.MESSAGES_PER_OPERATION, figures.messages()),
                new Cell.Text(figures.busiest()), amount(Unit.SHARE, figures.utilisation())))));
        return new Table("Load of " + phase, LOADS, rows, "");
    }

    private static Table memory(Estimate estimate, String phase) {
        List<Table.Row> rows = new ArrayList<>();
        each(estimate, phase, (contender, figures) -> {
            rows.add(new GroupRow(contender.label()));
            figures.lockMemory().forEach(node -> rows.add(new CellRow(List.of(new Cell.Text(node.node()), amount(Unit.BYTES, node.bytes())))));
        });
        return new Table("Lock memory of " + phase, MEMORY, rows, "");
    }

    private static void broken(Estimate estimate, String phase, List<Block> blocks) {
        List<Table.Row> rows = new ArrayList<>();
        each(estimate, phase, (contender, figures) -> {
            if (!figures.holds()) {
                rows.add(new GroupRow(contender.label()));
                new LinkedHashSet<>(figures.broken()).forEach(assumption -> rows.add(row(assumption)));
            }
        });
        if (!rows.isEmpty()) {
            blocks.add(new Table("What does not hold in " + phase, BROKEN, rows, ""));
        }
    }

    private static Table.Row row(Assumption assumption) {
        return new CellRow(List.of(new Cell.Text(assumption.kind().title()), new Cell.Text(assumption.reason()),
                new Cell.Text(assumption.effect())));
    }

    private static Cell amount(Unit unit, double value) {
        return Double.isFinite(value) ? new Cell.Amount(Quantity.of(unit, value), "") : new Cell.Missing("–");
    }
}
