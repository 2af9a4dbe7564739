// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quorate.study.claims.Claim;
import org.quorate.study.claims.ClaimPoint;
import org.quorate.study.claims.ClaimResult;
import org.quorate.study.claims.ClaimWords;
import org.quorate.study.claims.ClaimsResult;
import org.quorate.study.claims.Sharing;

/** Tested claims as text for a terminal, or as Markdown for the documentation. Thread-safe. */
public final class ClaimsText {

    private static final int WIDTH = 100;

    private static final String INTRODUCTION = """
            # What is said about OCFS2 and GFS2, and what the simulator says

            Each claim is simulated over counts of nodes, over what the nodes share, and over kernels. A difference of +10 % means that
            the first figure is 10 % larger than the second; × 3 that it is three times as large. A claim is true at a point if the whole
            confidence interval agrees with it, false if all of it contradicts, else undecided; a few of 100 points are decided by chance.
            All points have the same random numbers, so that kernels which do the same have the same figures and are no further evidence.
            Nothing here is a measurement; how far the simulator is off where real kernels were measured, `quorate accuracy` tells. One
            cluster was simulated: hosts of 8 cores, 10 Gbit/s Ethernet, an array with a cache on iSCSI, file systems as `mkfs` and `mount`
            make them by default. `quorate claims` prints this chapter's figures.

            """;

    private final Style style;

    /** Text in that style. */
    public ClaimsText(Style style) {
        this.style = style;
    }

    /** What can be tested, a line a claim. */
    public String list(List<Claim> claims) {
        int width = claims.stream().mapToInt(claim -> claim.id().length()).max().orElse(0);
        StringBuilder out = new StringBuilder();
        claims.forEach(claim -> out.append(claim.id()).append(" ".repeat(width + 2 - claim.id().length())).append(claim.statement())
                .append('\n'));
        return out.toString();
    }

    /** For a terminal, with a line end at its end. */
    public String write(ClaimsResult result) {
        StringBuilder out = new StringBuilder();
        for (ClaimResult claim : result.claims()) {
            out.append(style.bold("\u201c" + claim.claim().statement() + ".\u201d")).append('\n');
            wrap(out, "source: " + claim.claim().source());
            wrap(out, "tested: " + claim.claim().tested());
            wrap(out, "result: " + ClaimWords.summary(claim));
            for (Sharing sharing : claim.claim().sharings()) {
                wrap(out, sharing.title() + ": " + ClaimWords.range(claim, sharing));
            }
            out.append('\n');
            Columns.write(out, style, rows(claim), Set.of(0));
            out.append('\n');
        }
        wrap(out, style.dim(ClaimWords.made(result)));
        return out.toString();
    }

    /** For the documentation, with a line end at its end. */
    public String markdown(ClaimsResult result) {
        StringBuilder out = new StringBuilder(INTRODUCTION);
        for (ClaimResult claim : result.claims()) {
            out.append("## \u201c").append(claim.claim().statement()).append("\u201d (`").append(claim.claim().id()).append("`)\n\n");
            out.append("Source: ").append(claim.claim().source()).append(".\n\n");
            out.append("Tested: ").append(claim.claim().tested()).append(".\n\n");
            out.append("**").append(ClaimWords.summary(claim)).append("**\n\n");
            for (Sharing sharing : claim.claim().sharings()) {
                out.append("- ").append(sharing.title()).append(": ").append(ClaimWords.range(claim, sharing)).append('\n');
            }
            out.append('\n');
            List<List<String>> rows = rows(claim);
            for (int i = 0; i < rows.size(); i++) {
                out.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
                if (i == 0) {
                    out.append("|---|---|").append("---|".repeat(rows.get(0).size() - 2)).append('\n');
                }
            }
            out.append('\n');
        }
        return out.append(ClaimWords.made(result)).append('\n').toString();
    }

    private static void wrap(StringBuilder out, String text) {
        List<String> lines = Wrap.lines(text, WIDTH - 4);
        out.append("  ").append(lines.get(0)).append('\n');
        lines.subList(1, lines.size()).forEach(line -> out.append("    ").append(line).append('\n'));
    }

    private static List<List<String>> rows(ClaimResult claim) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("shared", "kernel"));
        claim.claim().nodes().forEach(nodes -> header.add(nodes + " nodes"));
        rows.add(header);
        List<String> row = new ArrayList<>();
        for (ClaimPoint point : claim.points()) {
            if (row.isEmpty()) {
                row.add(point.sharing().title());
                row.add(point.kernel());
            }
            row.add(ClaimWords.cell(point));
            if (row.size() == header.size()) {
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        return rows;
    }
}
