// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
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
import org.quorate.study.claims.ClaimPoint;
import org.quorate.study.claims.ClaimResult;
import org.quorate.study.claims.ClaimWords;
import org.quorate.study.claims.ClaimsResult;
import org.quorate.study.claims.Contrast.Outcome;
import org.quorate.study.claims.Sharing;

/** Makes the report on claims that were tested. Pure functions. */
public final class ClaimsReport {

    private ClaimsReport() {
    }

    /**
     * The report.
     *
     * @param result  what was found
     * @param context date and command
     */
    public static ReportDocument document(ClaimsResult result, ReportContext context) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "summary", "Summary"));
        blocks.add(answer(result));
        blocks.add(summary(result));
        blocks.add(new Paragraph("Each claim is simulated over counts of nodes, over what the nodes share, and over kernels. A difference of +10 %"
                + " means that the first figure is 10 % larger than the second; × 3 that it is three times as large. A claim is true at a point"
                + " if the whole confidence interval agrees with it, false if all of it contradicts, else undecided; a few of 100 points are"
                + " decided by chance."));
        for (ClaimResult claim : result.claims()) {
            blocks.add(new Heading(2, "claim-" + claim.claim().id(), claim.claim().id()));
            blocks.addAll(blocks(claim));
        }
        blocks.addAll(ReproductionBlocks.again(context, ClaimWords.made(result)));
        return new ReportDocument("What is said about OCFS2 and GFS2", "And what the simulator says", KeyValues.of("Date", context.date().toString(),
                "Quorate", result.quorateVersion(), "Claims", Integer.toString(result.claims().size()), "Seed", Long.toString(result.seed()),
                "Replications", Integer.toString(result.replications())), blocks);
    }

    private static Notice answer(ClaimsResult result) {
        long everywhere = result.claims().stream().filter(claim -> claim.count(Outcome.TRUE) == claim.points().size()).count();
        long nowhere = result.claims().stream().filter(claim -> claim.count(Outcome.TRUE) == 0).count();
        int all = result.claims().size();
        return new Notice(Notice.Kind.VERDICT, "Of " + all + (all == 1 ? " claim, " : " claims, ") + everywhere
                + (everywhere == 1 ? " is" : " are") + " true at every point, and " + nowhere + " at none",
                "Nothing here is a measurement; how far the simulator is off where real kernels were measured, quorate accuracy tells.");
    }

    private static Table summary(ClaimsResult result) {
        List<Table.Row> rows = new ArrayList<>();
        result.claims().forEach(claim -> rows.add(new CellRow(List.of(new Cell.Text(claim.claim().statement()),
                new Cell.Text(ClaimWords.summary(claim))))));
        return new Table("Claims", List.of(new Column("It is said that", Align.TEXT), new Column("Simulated", Align.TEXT)), rows, "");
    }

    private static List<Block> blocks(ClaimResult claim) {
        List<Block> blocks = new ArrayList<>();
        boolean all = claim.count(Outcome.TRUE) == claim.points().size();
        blocks.add(new Notice(all ? Notice.Kind.NOTE : Notice.Kind.WARNING, "\u201c" + claim.claim().statement() + "\u201d",
                ClaimWords.summary(claim)));
        List<KeyValues.Entry> about = new ArrayList<>(List.of(new KeyValues.Entry("Source", claim.claim().source()),
                new KeyValues.Entry("Tested", claim.claim().tested())));
        for (Sharing sharing : claim.claim().sharings()) {
            about.add(new KeyValues.Entry(sharing.title(), ClaimWords.range(claim, sharing)));
        }
        blocks.add(new KeyValues(about));
        blocks.add(points(claim));
        return blocks;
    }

    private static Table points(ClaimResult claim) {
        List<Column> columns = new ArrayList<>(List.of(new Column("Shared", Align.TEXT), new Column("Kernel", Align.TEXT)));
        claim.claim().nodes().forEach(nodes -> columns.add(new Column(nodes + " nodes", Align.TEXT)));
        List<Table.Row> rows = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        for (ClaimPoint point : claim.points()) {
            if (cells.isEmpty()) {
                cells.addAll(List.of(new Cell.Text(point.sharing().title()), new Cell.Text(point.kernel())));
            }
            cells.add(new Cell.Text(ClaimWords.cell(point)));
            if (cells.size() == columns.size()) {
                rows.add(new CellRow(cells));
                cells.clear();
            }
        }
        return new Table("Every point", columns, rows, "");
    }
}
