// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quorate.model.observed.FigureName;
import org.quorate.model.observed.FigureName.Topic;
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
import org.quorate.study.observe.FleetObservation;
import org.quorate.study.observe.FleetObservation.Deviation;
import org.quorate.study.observe.FleetObservation.FigureRow;
import org.quorate.study.observe.FleetObservation.NodeState;
import org.quorate.study.observe.FleetPrediction;
import org.quorate.study.observe.HotLock;
import org.quorate.study.observe.ObservationSeries;

/** Makes the report on a running cluster beside its prediction. Pure functions. */
public final class FleetObservationReport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);
    /** Rows of a table beyond which nobody reads. */
    private static final int MOST_ROWS = 400;

    private FleetObservationReport() {
    }

    /**
     * The report.
     *
     * @param series      that charts are drawn of
     * @param observation what was found
     * @param context     date and command
     */
    public static ReportDocument document(ObservationSeries series, FleetObservation observation, ReportContext context) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "summary", "A running cluster beside its prediction"));
        blocks.add(KeyValues.of("File system", observation.head().fileSystem() + " (" + observation.head().kind().title() + ")", "Mounted at",
                observation.head().mountPoint(), "From", time(observation.fromMillis()), "To", time(observation.toMillis()), "Rounds",
                Long.toString(observation.rounds()), "Beside phase", observation.phase().isEmpty() ? "–" : observation.phase()));
        blocks.add(nodes(observation.nodes()));
        if (observation.origin().isPresent()) {
            deviations(blocks, observation);
        }
        List<Figure> figures = new FleetObservationCharts(series, observation).figures();
        if (!figures.isEmpty()) {
            blocks.add(new Heading(2, "over-time", "Over time"));
            blocks.addAll(figures);
        }
        blocks.add(new Heading(2, "figures", "Figures"));
        for (Topic topic : Topic.values()) {
            table(blocks, observation, topic);
        }
        if (!observation.hot().isEmpty()) {
            blocks.add(new Heading(2, "hot-locks", "Hottest locks"));
            blocks.add(hot(observation.hot()));
        }
        notes(blocks, observation);
        blocks.addAll(ReproductionBlocks.again(context, "The same command asks the cluster as it is then; its prediction is the same, to the last digit."));
        return new ReportDocument(observation.head().title(), "A running cluster beside its prediction", about(observation, context), blocks);
    }

    /** Among it what the prediction is made of, if there is one. */
    private static KeyValues about(FleetObservation observation, ReportContext context) {
        List<KeyValues.Entry> entries = new ArrayList<>(KeyValues.of("Date", context.date().toString(), "Quorate", observation.head().quorateVersion(),
                "Scenario", observation.head().scenario()).entries());
        observation.origin().ifPresent(origin -> entries.addAll(OriginEntries.made(origin)));
        return new KeyValues(entries);
    }

    private static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
    }

    private static Table nodes(List<NodeState> nodes) {
        return new Table("Nodes", List.of(new Column("Node", Align.TEXT), new Column("Answered", Align.NUMBER), new Column("Missed", Align.NUMBER),
                new Column("Last failure", Align.TEXT)), nodes.stream().<Table.Row>map(node -> new CellRow(List.of(new Cell.Text(node.node()),
                        FigureRows.amount(Unit.COUNT, node.answered()), FigureRows.amount(Unit.COUNT, node.missed()), node.failure().<Cell>map(Cell.Text::new)
                                .orElseGet(() -> new Cell.Missing("–"))))).toList(), "");
    }

    private static void deviations(List<Block> blocks, FleetObservation observation) {
        blocks.add(new Heading(2, "deviations", "Beyond the prediction"));
        List<FigureRow> beyond = observation.deviating();
        if (beyond.isEmpty()) {
            blocks.add(new Paragraph("No figure that can be judged lies beyond the interval that is predicted for one run."));
            return;
        }
        String left = beyond.size() > MOST_ROWS ? " These are the farthest " + MOST_ROWS + " of " + beyond.size() + "; the JSON form has all." : "";
        blocks.add(table("Figures beyond the interval that is predicted for one run", beyond.stream().limit(MOST_ROWS).toList(),
                "Counts are those at last, rates the mean over all rounds." + left));
    }

    private static void table(List<Block> blocks, FleetObservation observation, Topic topic) {
        List<FigureRow> rows = observation.figures().stream().filter(row -> row.figure().topic() == topic && row.matters()).toList();
        if (!rows.isEmpty()) {
            blocks.add(cut(topic.title(), rows));
        }
    }

    /** Of more rows than anybody reads those of single nodes are left out, of all nodes alike: some of them would be taken for all. */
    private static Table cut(String title, List<FigureRow> rows) {
        List<FigureRow> shown = rows.size() > MOST_ROWS ? rows.stream().filter(row -> row.node().equals(FleetPrediction.FLEET)).toList() : rows;
        List<String> notes = new ArrayList<>();
        if (shown.size() < rows.size()) {
            notes.add("These are the figures of all nodes together; " + (rows.size() - shown.size()) + " rows of single nodes are in the JSON form.");
        }
        if (shown.size() > MOST_ROWS) {
            notes.add("These are the first " + MOST_ROWS + " of " + shown.size() + " rows; the JSON form has all.");
        }
        return table(title, shown.stream().limit(MOST_ROWS).toList(), String.join(" ", notes));
    }

    private static Table table(String title, List<FigureRow> rows, String note) {
        return new Table(title, columns(), rows.stream().<Table.Row>map(FleetObservationReport::row).toList(), note);
    }

    private static List<Column> columns() {
        return List.of(new Column("Node", Align.TEXT), new Column("Figure", Align.TEXT), new Column("Predicted", Align.NUMBER),
                new Column("Last", Align.NUMBER), new Column("Mean", Align.NUMBER), new Column("Beside the prediction", Align.TEXT));
    }

    private static CellRow row(FigureRow row) {
        Unit unit = unit(row.figure());
        return new CellRow(List.of(new Cell.Text(node(row.node())), new Cell.Text(row.figure().name() + " " + row.figure().what()
                + (row.figure().grows() && !row.figure().inTime() ? "/s" : "")),
                row.predicted().map(interval -> FigureRows.amount(unit, interval)).orElseGet(() -> new Cell.Missing("–")),
                last(row, unit), FigureRows.amount(unit, row.mean()), new Cell.Text(row.deviation() == Deviation.ABOVE
                        ? "more than predicted" : row.deviation() == Deviation.BELOW ? "less than predicted" : "")));
    }

    private static Cell last(FigureRow row, Unit unit) {
        return row.cut() && row.last().isPresent() ? new Cell.Amount(Quantity.of(unit, row.last().getAsDouble()), "or more")
                : FigureRows.amount(unit, row.last());
    }

    private static String node(String name) {
        return name.equals(FleetPrediction.FLEET) ? "all nodes" : name;
    }

    private static Unit unit(FigureName name) {
        return name.inTime() ? Unit.SHARE : name.inBytes() ? Unit.BYTES : Unit.NUMBER;
    }

    private static Table hot(List<HotLock> hot) {
        List<Table.Row> rows = new ArrayList<>();
        for (HotLock lock : hot) {
            rows.add(new CellRow(List.of(new Cell.Text(node(lock.node())), new Cell.Text(lock.type() + " " + lock.number()),
                    lock.inode().<Cell>map(inode -> new Cell.Text(inode.toString())).orElseGet(() -> new Cell.Missing("–")),
                    FigureRows.amount(Unit.COUNT, lock.waiters()), FigureRows.amount(Unit.NUMBER, lock.usesPerSecond()),
                    FigureRows.amount(Unit.SHARE, lock.waitShare()),
                    lock.path().<Cell>map(Cell.Text::new).orElseGet(() -> new Cell.Missing("–")))));
        }
        return new Table("Locks that were waited for, or used most", List.of(new Column("Node", Align.TEXT), new Column("Lock", Align.TEXT),
                new Column("Inode", Align.NUMBER), new Column("Waiting", Align.NUMBER), new Column("Used/s", Align.NUMBER),
                new Column("Waited", Align.NUMBER), new Column("Path", Align.TEXT)), rows, "Waiting is the most that were seen at one time. Waited is the"
                        + " time of all who waited, as a share of the time; GFS2 does not count it.");
    }

    private static void notes(List<Block> blocks, FleetObservation observation) {
        List<String> notes = new ArrayList<>(observation.notes());
        observation.nodes().forEach(node -> node.remarks().forEach(remark -> notes.add(node.node() + ": " + remark + ".")));
        if (!notes.isEmpty()) {
            blocks.add(new Heading(2, "notes", "What to know"));
            notes.forEach(note -> blocks.add(new Notice(Notice.Kind.NOTE, note, "")));
        }
    }
}
