// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
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
        List<Block> blocks = new ArrayList<>(List.of(new Paragraph("What must be there before the work begins:"),
                new Items(false, plan.guide().before().stream().map(ScriptsChapter::plain).toList()), steps(plan),
                new Paragraph("Each step looks first whether there is something to do, changes it on all its nodes, looks again, and can be taken back"
                        + " but for data. At the end post-check.sh says what runs and what does not, and tries reading, locking and appending"
                        + " across the nodes; rollback.sh takes the nodes back.")));
        plan.files().stream().filter(file -> file.path().equals(Checksums.FILE)).findFirst().ifPresent(sums -> {
            blocks.add(new Paragraph("The command quorate export writes these files. They are the same as those of this report if sha256sum gives "
                    + Checksums.sha256(sums.content()) + " for " + Checksums.FILE + ", and sha256sum -c " + Checksums.FILE + " finds no difference."));
            blocks.add(new Code(Checksums.FILE, sums.content().stripTrailing()));
        });
        return blocks;
    }

    /** Without the marks of Markdown for code. */
    private static String plain(String markdown) {
        return markdown.replace("`", "");
    }

    private static Table steps(ProvisioningPlan plan) {
        List<Row> rows = new ArrayList<>();
        boolean formats = false;
        for (Step step : plan.steps()) {
            rows.add(new CellRow(List.of(new Cell.Text(rows.size() + 1 + " " + step.id()), new Cell.Text(step.where().label()),
                    new Cell.Text(step.title() + "." + risk(step.risk(), formats)), new Cell.Text(step.why()), new Cell.Text(step.duration()))));
            formats |= step.risk() == Step.Risk.FORMATS;
        }
        return new Table("Steps, in order", List.of(new Column("Step", Align.TEXT), new Column("Where", Align.TEXT),
                new Column("What", Align.TEXT), new Column("Why", Align.TEXT), new Column("How long", Align.TEXT)), rows,
                "How long is an estimate, measured on no machine of yours.");
    }

    private static String risk(Step.Risk risk, boolean formatted) {
        return switch (risk) {
            case NONE -> "";
            case RESTARTS_NODES -> " Restarts nodes.";
            case FORMATS -> formatted ? " Formats." : " Formats: the point of no return.";
        };
    }
}
