// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.FileSet;
import org.quorate.model.InitialState;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.GroupRow;
import org.quorate.report.document.Table.Row;
import org.quorate.report.text.Unit;

/**
 * What the nodes did.
 *
 * @param scenario whose workload
 */
public record WorkloadBlocks(Scenario scenario) {

    /** With their headings, in reading order. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(3, "workload", "Workload"));
        blocks.add(new Paragraph(initialState()));
        blocks.add(fileSets());
        blocks.add(phases());
        blocks.add(mix());
        return blocks;
    }

    private String initialState() {
        InitialState state = scenario.initialState();
        if (state.caches() == InitialState.Caches.COLD) {
            return "At the start nothing is cached or locked.";
        }
        String files = state.fileSets().isEmpty() ? "every file" : "every file of " + String.join(", ", state.fileSets());
        return "At the start " + files + " has been read: its locks are mastered, and its inode and pages cached, by "
                + state.by().orElse("its own node") + ".";
    }

    private Table fileSets() {
        List<Row> rows = new ArrayList<>();
        for (FileSet set : scenario.workload().fileSets()) {
            rows.add(new CellRow(List.of(new Cell.Text(set.name()), new Cell.Text(set.path()),
                    FigureRows.amount(Unit.FILES, set.files()), new Cell.Text(Settings.of(set.size())),
                    new Cell.Text(layout(set)))));
        }
        return new Table("File sets", List.of(new Column("Name", Align.TEXT), new Column("Path", Align.TEXT),
                new Column("Files", Align.NUMBER), new Column("Size", Align.TEXT), new Column("Layout", Align.TEXT)),
                rows, "");
    }

    private static String layout(FileSet set) {
        return switch (set.layout()) {
            case PRIVATE -> "a directory for each node";
            case SHARED -> "one directory for all";
            case TREE -> set.directories() + (set.directories() == 1 ? " directory" : " directories")
                    + " that all nodes use";
            case EACH -> "a directory for each file";
        };
    }

    private Table phases() {
        List<Row> rows = new ArrayList<>();
        for (Phase phase : scenario.workload().phases()) {
            rows.add(new CellRow(List.of(new Cell.Text(phase.name()), new Cell.Text(load(phase.load())),
                    new Cell.Text(length(phase)), new Cell.Text(phase.nodes().isEmpty() ? "all nodes"
                            : Words.and(phase.nodes())), new Cell.Text(remarks(phase)))));
        }
        return new Table("Phases, in order", List.of(new Column("Phase", Align.TEXT), new Column("Load", Align.TEXT),
                new Column("Length", Align.TEXT), new Column("Nodes", Align.TEXT), new Column("Remarks", Align.TEXT)),
                rows, "");
    }

    private static String load(Phase.Load load) {
        if (load instanceof Phase.Closed closed) {
            String pause = closed.thinkTime().mean().isZero() ? "no think time"
                    : "think time " + Settings.of(closed.thinkTime());
            return "closed: " + closed.threads() + (closed.threads() == 1 ? " thread" : " threads") + " a node, "
                    + pause;
        }
        return "open: " + Settings.number(((Phase.Open) load).operationsPerSecond())
                + " operations a second on each node";
    }

    private static String length(Phase phase) {
        if (phase.sequence()) {
            return "once through the sequence";
        }
        return phase.operationsPerThread().isPresent()
                ? phase.operationsPerThread().getAsLong() + " operations a thread" : Settings.of(phase.duration());
    }

    private static String remarks(Phase phase) {
        List<String> remarks = new ArrayList<>();
        if (!phase.measured()) {
            remarks.add("only prepares, not measured");
        }
        if (!phase.warmUp().isZero()) {
            remarks.add("warm-up " + Settings.of(phase.warmUp()) + ", left out of the figures");
        }
        if (phase.inTurn()) {
            remarks.add("nodes work in turn");
        }
        if (phase.dropCaches()) {
            remarks.add("starts with dropped caches");
        }
        if (phase.syncAfter()) {
            remarks.add("ends with a sync");
        }
        return String.join("; ", remarks);
    }

    private Table mix() {
        List<Row> rows = new ArrayList<>();
        for (Phase phase : scenario.workload().phases()) {
            rows.add(new GroupRow(phase.name()));
            double total = phase.mix().stream().mapToDouble(OperationShare::weight).sum();
            for (OperationShare share : phase.mix()) {
                rows.add(new CellRow(List.of(
                        new Cell.Text(what(share)),
                        FigureRows.amount(Unit.SHARE, share.weight() / total), new Cell.Text(share.fileSet()),
                        new Cell.Text(access(share)), new Cell.Text(size(share)))));
            }
        }
        return new Table("Operation mix", List.of(new Column("Operation", Align.TEXT),
                new Column("Share", Align.NUMBER),
                new Column("File set", Align.TEXT), new Column("Files", Align.TEXT), new Column("Size", Align.TEXT)),
                rows, "");
    }

    private static String what(OperationShare share) {
        return Words.of(share.operation()) + (share.how() == OperationShare.Way.DIRECT ? " (O_DIRECT)" : "")
                + (share.how() == OperationShare.Way.MAPPED ? " (mmap)" : "") + (share.fsync() ? ", then fsync" : "")
                + (share.keepOpen() ? ", file kept open" : "")
                + (share.nodes().isEmpty() ? "" : ", on " + Words.and(share.nodes()));
    }

    private static String access(OperationShare share) {
        return switch (share.access()) {
            case OWN -> "the node's own, in turn";
            case NEXT -> "those of the next node, in turn";
            case EACH -> "all, in turn";
            case ANY -> "all, equally likely";
            case ZIPF -> "all, skewed (Zipf " + Settings.number(share.zipfExponent()) + ")";
            case FIRST -> "always the first";
            case HASHED -> "those whose hash falls on the node";
        };
    }

    private static String size(OperationShare share) {
        return switch (share.operation()) {
            case CREATE, READ, WRITE, APPEND, SESSION -> Settings.of(share.size());
            case OPEN, STAT, CHMOD, UNLINK, RENAME, MOVE, MKDIR, RMDIR, READDIR, FSYNC, FLOCK, FCNTL, STATFS -> "";
        };
    }
}
