// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quorate.cluster.result.NodeCensus.LockRole;
import org.quorate.report.ReportFigures.Topic;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.GroupRow;
import org.quorate.report.document.Table.Row;
import org.quorate.report.text.Unit;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Interval;
import org.quorate.study.result.NodeMemory;
import org.quorate.study.result.NodeMemory.CacheUse;
import org.quorate.study.result.PhaseFigures;

/** What the locks take of the nodes' memory. */
record MemoryTopic(Contenders contenders) {

    /** Nodes that the table lists; of a larger cluster, those with the most lock memory. */
    private static final int NODES = 12;

    /**
     * A node of a contender.
     *
     * @param phase at whose end
     * @param node  the one with the most lock memory there
     */
    private record Fullest(String phase, NodeMemory node) {
    }

    Topic topic() {
        MemoryChart memory = new MemoryChart(contenders);
        List<Figure> figures = new ArrayList<>();
        memory.chart().ifPresent(chart -> figures.add(new Figure(chart, Figure.Width.FULL, "In the first replication. Of each contender "
                + "the node with the most lock memory is drawn; contenders without lock memory are left out.")));
        memory.nodes().forEach(chart -> figures.add(new Figure(chart, Figure.Width.HALF, "In the first replication; of a larger cluster, the eight nodes "
                + "with the most lock memory.")));
        memory.caches().forEach(chart -> figures.add(new Figure(chart, Figure.Width.FULL, "In the first replication: live objects times "
                + "the object size of each cache in /proc/slabinfo, at most 255 samples at equal distances. Grey lines are inodes and "
                + "dentries, which are no lock memory.")));
        List<Table> tables = new ArrayList<>();
        for (String phase : contenders.phases()) {
            tables.add(byNode(phase));
        }
        if (!contenders.phases().isEmpty()) {
            tables.add(detail());
        }
        caches().ifPresent(tables::add);
        return new Topic("memory", "Lock memory", "Live lock objects times the slab object size of the kernel: glocks, "
                + "lock resources, locks, their names and value blocks, dentry locks. Inode and dentry objects and the "
                + "page cache come on top and are never mixed in.",
                figures, tables);
    }

    private Table byNode(String phase) {
        FigureRows figures = new FigureRows(contenders);
        List<String> nodes = nodes(phase);
        List<Row> rows = nodes.stream().limit(NODES).<Row>map(node -> figures.row(node, Unit.BYTES,
                contender -> memory(contender, phase, node).map(NodeMemory::lockBytes), contender -> "not measured"))
                .toList();
        int rest = nodes.size() - rows.size();
        return new Table("Lock memory by node at the end of phase " + phase, figures.columns("Node"), rows,
                rest <= 0 ? "" : rest + " further node" + (rest == 1 ? " has" : "s have") + " less.");
    }

    /** In the order of the scenario if the table holds them all, else the fullest first. */
    private List<String> nodes(String phase) {
        List<String> nodes = new ArrayList<>(contenders.comparison().origin().nodes());
        if (nodes.size() > NODES) {
            nodes.sort(Comparator.comparingDouble((String node) -> contenders.all().stream()
                    .flatMap(contender -> memory(contender, phase, node).stream())
                    .mapToDouble(memory -> memory.lockBytes().mean()).max().orElse(0)).reversed());
        }
        return nodes;
    }

    private Optional<NodeMemory> memory(ContenderResult contender, String phase, String node) {
        return contenders.phase(contender, phase).flatMap(figures -> figures.memory().stream()
                .filter(memory -> memory.node().equals(node)).findFirst());
    }

    /** The node with the most lock memory at the end of the phase where that is largest. */
    private static Optional<Fullest> fullest(ContenderResult contender) {
        Fullest fullest = null;
        for (PhaseFigures phase : contender.phases()) {
            for (NodeMemory node : phase.memory()) {
                if (fullest == null || node.lockBytes().mean() > fullest.node().lockBytes().mean()) {
                    fullest = new Fullest(phase.phase(), node);
                }
            }
        }
        return Optional.ofNullable(fullest);
    }

    private Table detail() {
        FigureRows figures = new FigureRows(contenders);
        List<Row> rows = new ArrayList<>();
        rows.add(words("Node", fullest -> fullest.node().node()));
        rows.add(words("At the end of phase", Fullest::phase));
        row(rows, figures, "Lock memory", Unit.BYTES, node -> Optional.of(node.lockBytes()));
        row(rows, figures, "Lock objects", Unit.OBJECTS, node -> Optional.of(node.lockObjects()));
        row(rows, figures, "Cached inodes", Unit.INODES, node -> Optional.of(node.cachedInodes()));
        row(rows, figures, "Lock memory a cached inode", Unit.BYTES_PER_INODE, NodeMemory::bytesPerInode);
        row(rows, figures, "with inode and dentry objects", Unit.BYTES_PER_INODE, NodeMemory::bytesPerInodeWithObjects);
        for (LockRole role : LockRole.values()) {
            row(rows, figures, "of lock memory: " + Words.of(role), Unit.BYTES,
                    node -> Optional.of(Interval.exactly(node.bytesByRole().getOrDefault(role, 0.0))));
        }
        return new Table("The node with the most lock memory", figures.columns("Figure"), rows,
                "The three roles are averages over the replications, without an interval.");
    }

    private void row(List<Row> rows, FigureRows figures, String title, Unit unit,
            Function<NodeMemory, Optional<Interval>> figure) {
        rows.add(figures.row(title, unit, contender -> fullest(contender).flatMap(f -> figure.apply(f.node())),
                contender -> fullest(contender).isPresent() ? "no inode cached" : "not measured"));
    }

    private CellRow words(String title, Function<Fullest, String> text) {
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(title)));
        contenders.all().forEach(contender -> cells.add(new Cell.Text(fullest(contender).map(text).orElse(""))));
        return new CellRow(cells);
    }

    private Optional<Table> caches() {
        List<Row> rows = new ArrayList<>();
        for (ContenderResult contender : contenders.all()) {
            List<CacheUse> caches = fullest(contender).map(f -> f.node().caches()).orElse(List.of());
            if (!caches.isEmpty()) {
                rows.add(new GroupRow(contenders.name(contender)));
                caches.forEach(cache -> rows.add(new CellRow(List.of(new Cell.Text(cache.slabName()),
                        new Cell.Text(cache.lock() ? "lock memory" : "beside it"),
                        FigureRows.amount(Unit.OBJECTS, cache.objects()),
                        FigureRows.amount(Unit.BYTES, cache.bytes())))));
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Table("Slab caches of that node",
                List.of(new Column("Cache in /proc/slabinfo", Align.TEXT), new Column("Counts as", Align.TEXT),
                        new Column("Objects", Align.NUMBER), new Column("Memory", Align.NUMBER)), rows, ""));
    }
}
