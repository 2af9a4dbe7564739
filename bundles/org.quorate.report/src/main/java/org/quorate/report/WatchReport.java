// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quorate.cluster.result.LockName;
import org.quorate.cluster.result.TimePart;
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
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.text.Titles;
import org.quorate.study.watch.Lifeline;
import org.quorate.study.watch.LockTime;
import org.quorate.study.watch.OperationTrace;
import org.quorate.study.watch.TraceLine;

/** Makes the report on a watched operation. Pure functions. */
public final class WatchReport {

    private WatchReport() {
    }

    /**
     * The report.
     *
     * @param trace   how it went
     * @param context date and command
     */
    public static ReportDocument document(OperationTrace trace, ReportContext context) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "summary", "Summary"));
        blocks.add(new Notice(Notice.Kind.VERDICT, trace.headline(), trace.about()));
        blocks.add(parts(trace));
        if (!trace.locks().isEmpty()) {
            blocks.add(locks(trace));
        }
        blocks.add(new Heading(2, "diagram", "Sequence diagram"));
        blocks.add(new Paragraph("Time goes from top to bottom, not to scale: strokes through the axis mark where much time takes little room."
                + " Bars and solid arrows are what the operation waits for; dashed arrows go on beside: messages about the same locks, and what"
                + " journals write meanwhile. A bar without words: the next thread wakes up. Of"
                + " many arrows in a row that go on beside, some are drawn; the table of steps has them all."));
        blocks.add(new Figure(WatchCharts.sequence(trace), Figure.Width.FULL, ""));
        blocks.add(new Heading(2, "steps", "Step by step"));
        blocks.add(participants(trace));
        blocks.add(steps(trace));
        blocks.addAll(ReproductionBlocks.again(context, "The same scenario, seed and version give the same operation, to the nanosecond."));
        return new ReportDocument(trace.title(), trace.fileSystem() + ": " + trace.headline(), KeyValues.of("Date", context.date().toString(),
                "Quorate", trace.quorateVersion(), "Scenario", trace.scenario(), "File system", trace.fileSystem(), "Operation",
                Titles.of(trace.operation()) + " " + trace.about(), "Seed", Long.toString(trace.seed()) + ", first replication"), blocks);
    }

    private static Cell time(long nanos) {
        return new Cell.Amount(Quantity.of(Unit.TIME, nanos), "");
    }

    private static Table parts(OperationTrace trace) {
        List<Table.Row> rows = new ArrayList<>();
        if (trace.queuedNanos() > 0) {
            rows.add(part("before it began", trace.queuedNanos(), trace, "waits for a thread: more operations arrive than there are threads"));
        }
        for (Map.Entry<TimePart, Long> part : trace.parts().entrySet()) {
            rows.add(part(Words.of(part.getKey()), part.getValue(), trace, Words.meaning(part.getKey())));
        }
        return new Table("Where the time goes", List.of(new Column("Part", Align.TEXT), new Column("Time", Align.NUMBER),
                new Column("Share", Align.NUMBER), new Column("Meaning", Align.TEXT)), rows, "The parts sum to the latency.");
    }

    private static CellRow part(String name, long nanos, OperationTrace trace, String meaning) {
        return new CellRow(List.of(new Cell.Text(name), time(nanos), share((double) nanos / trace.latencyNanos()), new Cell.Text(meaning)));
    }

    private static Cell share(double share) {
        return new Cell.Amount(Quantity.of(Unit.SHARE, share), "");
    }

    private static Table locks(OperationTrace trace) {
        List<Table.Row> rows = new ArrayList<>();
        for (LockTime lock : trace.locks()) {
            rows.add(new CellRow(List.of(new Cell.Text(lock.lock().plain()), new Cell.Text(lock.lock().kernel()), time(lock.nanos()),
                    share(lock.share()))));
        }
        return new Table("Time for locks", List.of(new Column("Lock", Align.TEXT), new Column("In the kernel", Align.TEXT),
                new Column("Time", Align.NUMBER), new Column("Share", Align.NUMBER)), rows,
                "Messages about the lock, other nodes' processors, and waiting for its holders and their journals.");
    }

    private static Table participants(OperationTrace trace) {
        List<Table.Row> rows = new ArrayList<>();
        for (Lifeline lifeline : trace.lifelines()) {
            rows.add(new CellRow(List.of(new Cell.Text(lifeline.title()), new Cell.Text(String.join(", ", lifeline.threads())),
                    new Cell.Text(String.join(", ", lifeline.roles())))));
        }
        return new Table("Who takes part", List.of(new Column("Who", Align.TEXT), new Column("Threads", Align.TEXT),
                new Column("Is", Align.TEXT)), rows, "");
    }

    private static Table steps(OperationTrace trace) {
        List<Table.Row> rows = new ArrayList<>();
        for (TraceLine line : TraceLine.of(trace)) {
            boolean beside = line.kind() == TraceLine.Kind.BESIDE;
            rows.add(new CellRow(List.of(time(line.fromNanos()), time(line.nanos()), new Cell.Text(line.part().map(Words::of)
                    .orElse(beside ? "(beside)" : "")), new Cell.Text(line.who()), new Cell.Text(line.what()),
                    new Cell.Text(line.lock().map(LockName::plain).orElse("")))));
        }
        return new Table("Steps", List.of(new Column("At", Align.NUMBER), new Column("For", Align.NUMBER), new Column("Part", Align.TEXT),
                new Column("Who", Align.TEXT), new Column("What", Align.TEXT), new Column("Lock", Align.TEXT)), rows,
                "Times sum to the latency, but for what goes on beside.");
    }
}
