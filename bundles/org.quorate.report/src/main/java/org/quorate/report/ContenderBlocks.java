// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.LocalSpec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Scenario;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.Row;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.FileSystemKind;

/**
 * The file systems with their parameters, side by side.
 *
 * @param scenario   that describes them
 * @param contenders that were run: one more if the baseline was derived
 */
public record ContenderBlocks(Scenario scenario, Contenders contenders) {

    /** With their headings, in reading order. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(List.of(new Heading(3, "contenders", "File systems"), table()));
        Set<String> described = new LinkedHashSet<>(scenario.fileSystems().stream().map(FileSystemSpec::label)
                .toList());
        for (ContenderResult contender : contenders.all()) {
            if (!described.contains(contender.label())) {
                blocks.add(new Paragraph(contender.label() + " is not part of the scenario: it is a private "
                        + contender.kind().title() + " for each node on the same LUN, with its own defaults, run for "
                        + "comparison."));
            }
        }
        return blocks;
    }

    private Table table() {
        List<Map<String, String>> parameters = scenario.fileSystems().stream().map(ContenderBlocks::parameters)
                .toList();
        Set<String> names = new LinkedHashSet<>();
        parameters.forEach(map -> names.addAll(map.keySet()));
        List<Column> columns = new ArrayList<>(List.of(new Column("Parameter", Align.TEXT)));
        scenario.fileSystems().forEach(spec -> columns.add(new Column(spec.label(), Align.TEXT)));
        List<Row> rows = new ArrayList<>();
        for (String name : names) {
            List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(name)));
            parameters.forEach(map -> cells.add(map.containsKey(name) ? new Cell.Text(map.get(name))
                    : new Cell.Missing("–")));
            rows.add(new CellRow(cells));
        }
        return new Table("File systems and their parameters", columns, rows, "");
    }

    private static Map<String, String> parameters(FileSystemSpec spec) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("Kind", FileSystemKind.of(spec).title());
        if (spec instanceof Ocfs2Spec ocfs2) {
            addOcfs2(map, ocfs2);
        } else if (spec instanceof Gfs2Spec gfs2) {
            addGfs2(map, gfs2);
        } else if (spec instanceof LocalSpec local) {
            map.put("Use", local.shared() ? "one, mounted on several nodes at once (unsafe)"
                    : "a private one for each node");
            map.put("Commit interval", Settings.of(local.commit()));
        }
        map.put("Access times", spec.accessTimes().option());
        map.put("Security labels", spec.securityLabels() ? "in extended attributes (SELinux)" : "none");
        map.put("Cache flushes", spec.barrier() ? "sent (barriers on)" : "not sent (barriers off)");
        return map;
    }

    private static void addOcfs2(Map<String, String> map, Ocfs2Spec spec) {
        map.put("Lock manager", switch (spec.stack()) {
            case O2CB -> "o2dlm (o2cb)";
            case PCMK -> "fs/dlm (pacemaker)";
            case LOCAL -> "none (one node)";
        });
        map.put("Block size", Settings.of(spec.blockSize()));
        map.put("Journal", Settings.of(spec.journal()) + " a node");
        map.put("Journals or slots", Integer.toString(spec.slots()));
        map.put("Data mode", data(spec.dataOrdered()));
        map.put("Commit interval", Settings.of(spec.commit()));
        map.put("Cluster size", Settings.of(spec.clusterSize()));
        map.put("Heartbeat threshold", spec.heartbeatThreshold() + " iterations");
        map.put("Network idle timeout", Settings.of(spec.idleTimeout()));
    }

    private static void addGfs2(Map<String, String> map, Gfs2Spec spec) {
        map.put("Lock manager", spec.protocol() == Gfs2Spec.Protocol.LOCK_DLM ? "fs/dlm (lock_dlm)"
                : "none (lock_nolock, one node)");
        map.put("Block size", Settings.of(spec.blockSize()));
        map.put("Journal", Settings.of(spec.journal()) + " a node");
        map.put("Journals or slots", Integer.toString(spec.journals()));
        map.put("Data mode", data(spec.dataOrdered()));
        map.put("Commit interval", Settings.of(spec.commit()));
        map.put("Statistics interval", Settings.of(spec.statfsQuantum()));
        map.put("Resource group", Settings.of(spec.resourceGroup()));
        map.put("Logical volume", spec.logicalVolume() ? "yes" : "no");
        map.put("Lock table", spec.lockTable());
    }

    private static String data(boolean ordered) {
        return ordered ? "ordered" : "writeback";
    }
}
