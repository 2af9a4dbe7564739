// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quorate.provision.plan.Checksums;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.Refused;
import org.quorate.provision.plan.Step;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Code;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Items;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.Row;
import org.quorate.report.sizing.SizingResults.Scripts;

/** Who does what on which node to set the cluster up, and the checksums of the files that do it. */
record ScriptsChapter(List<Scripts> scripts) {

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < scripts.size(); i++) {
            Scripts set = scripts.get(i);
            blocks.add(new Heading(3, "scripts-" + (i + 1), "To set up " + set.label()));
            if (set.result() instanceof ProvisioningPlan plan) {
                blocks.addAll(plan(plan));
            } else {
                blocks.addAll(refused(set.label(), (Refused) set.result()));
            }
        }
        return blocks;
    }

    private static List<Block> refused(String label, Refused refused) {
        List<Block> blocks = new ArrayList<>(List.of(new Notice(Notice.Kind.WARNING, "No scripts are written for " + label,
                String.join("; ", refused.reasons()) + ".")));
        refused.nearestSupported().ifPresent(change -> blocks.add(new Paragraph(change)));
        if (!refused.reading().isEmpty()) {
            blocks.add(new Items(false, refused.reading()));
        }
        return blocks;
    }

    private static List<Block> plan(ProvisioningPlan plan) {
        StringBuilder sums = new StringBuilder();
        for (Map.Entry<String, String> sum : Checksums.parse(Checksums.lines(plan.files())).entrySet()) {
            sums.append(sum.getValue()).append("  ").append(sum.getKey()).append('\n');
        }
        return List.of(steps(plan), new Code("Checksums (SHA-256) of the files", sums.toString().stripTrailing()));
    }

    private static Table steps(ProvisioningPlan plan) {
        List<Row> rows = new ArrayList<>();
        for (Step step : plan.steps()) {
            rows.add(new CellRow(List.of(new Cell.Text(Integer.toString(rows.size() + 1)), new Cell.Text(step.where().label()),
                    new Cell.Text(step.title()), new Cell.Text(step.why()), new Cell.Text(step.duration()))));
        }
        return new Table("Steps, in order", List.of(new Column("Step", Align.TEXT), new Column("Where", Align.TEXT),
                new Column("What", Align.TEXT), new Column("Why", Align.TEXT), new Column("How long", Align.TEXT)), rows, "");
    }
}
