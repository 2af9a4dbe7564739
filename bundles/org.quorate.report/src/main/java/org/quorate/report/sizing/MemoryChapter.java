// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quorate.report.FigureRows;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Items;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.Row;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;

/** Lock memory of each node, and the RAM to buy. */
record MemoryChapter(Evidence evidence) {

    /** Nodes that a table lists; of a larger cluster, those with least head-room. */
    private static final int NODES = 12;
    private static final List<Column> COLUMNS = List.of(new Column("Node", Align.TEXT), new Column("System, applications", Align.NUMBER),
            new Column("Locks", Align.NUMBER), new Column("Inodes, dentries", Align.NUMBER), new Column("File data", Align.NUMBER),
            new Column("Sum", Align.NUMBER), new Column("Planned", Align.NUMBER), new Column("Head-room", Align.NUMBER));

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<RamPlan> plans = evidence.ram();
        if (!plans.isEmpty()) {
            blocks.add(new Heading(3, "ram", "RAM to buy"));
            plans.forEach(plan -> blocks.add(answer(plan)));
            plans.forEach(plan -> blocks.add(table(plan)));
            blocks.add(new Paragraph("How the sums are made:"));
            blocks.add(new Items(false, assumptions(plans)));
        }
        blocks.addAll(new ResultsChapter(evidence).memory());
        return blocks;
    }

    private static Notice answer(RamPlan plan) {
        NodeRam tightest = plan.tightest();
        String name = tightest.node().name();
        String room = Quantity.of(Unit.BYTES, tightest.headroom()).text();
        return plan.enough() ? new Notice(Notice.Kind.NOTE, plan.label() + ": " + plan.toBuy() + ", as planned",
                "The node with the least head-room is " + name + ": " + room + " of its memory stay free.")
                : new Notice(Notice.Kind.WARNING, plan.label() + ": " + plan.toBuy() + ", more than planned",
                        "The planned memory does not hold the sum on " + plan.nodes().stream().filter(node -> !node.enough()).count() + " of "
                                + plan.nodes().size() + " nodes. The tightest is " + name + ", where the planned memory less the sum is " + room + ".");
    }

    private static Table table(RamPlan plan) {
        List<NodeRam> shown = plan.nodes();
        if (shown.size() > NODES) {
            shown = shown.stream().sorted(RamPlan.TIGHTEST).limit(NODES).toList();
        }
        List<Row> rows = new ArrayList<>();
        for (NodeRam node : shown) {
            rows.add(new CellRow(List.of(new Cell.Text(node.node().name()), bytes(node.system()), FigureRows.amount(Unit.BYTES, node.locks()),
                    bytes(node.objects()), bytes(node.cachedFiles()), FigureRows.amount(Unit.BYTES, node.sum()), bytes(node.node().memory().value()),
                    FigureRows.amount(Unit.BYTES, node.headroom()))));
        }
        int rest = plan.nodes().size() - rows.size();
        return new Table("Memory of each node with " + plan.label(), COLUMNS, rows,
                rest == 0 ? "" : rest == 1 ? "1 further node has more head-room." : rest + " further nodes have more head-room.");
    }

    private static Cell bytes(double value) {
        return FigureRows.amount(Unit.BYTES, value);
    }

    private static List<String> assumptions(List<RamPlan> plans) {
        List<String> items = new ArrayList<>(List.of(
                "System and applications: the memory of the node less its page cache, both as the scenario says.",
                "Locks, inodes and dentries: live objects times their slab object size, at the end of the phase that leaves most locks.",
                "File data: the files that there are at the start and that the measured phases use on the node, their mean size in whole pages "
                        + "of 4 KiB; at most what locks, inodes and dentries leave of the page cache. Files that the workload makes later are not in it.",
                "If locks, inodes and dentries do not fit beside the system, the next size is named that equal memory modules make (16, 24, 32, 48, "
                        + "64 GiB and so on). It is not for file data: of them, what does not fit is read again."));
        plans.forEach(plan -> {
            double uncached = plan.nodes().stream().mapToDouble(NodeRam::uncached).max().orElse(0);
            if (uncached > 0) {
                items.add("The run ends before every file is in the caches with " + plan.label() + ": locks, inodes and dentries are added for up to "
                        + Quantity.of(Unit.NUMBER, uncached).brief() + " more on a node, as much for each as an inode brought in the run.");
            }
        });
        plans.stream().flatMap(plan -> plan.nodes().stream()).filter(NodeRam::reread).max(Comparator.comparingDouble(NodeRam::files))
                .ifPresent(most -> items.add("The page cache does not hold all files that a node uses, " + RamPlan.size(most.files()) + " on "
                        + most.node().name() + ": what does not fit is read again from the LUN. The simulation does so too, but leaves the page cache"
                        + " whole, without locks, inodes and dentries in it."));
        return items;
    }
}
