// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import org.quorate.study.claims.Claim;
import org.quorate.study.claims.ClaimPoint;
import org.quorate.study.claims.ClaimResult;
import org.quorate.study.claims.ClaimsResult;
import org.quorate.study.claims.Contrast.Outcome;
import org.quorate.study.claims.Sharing;
import org.quorate.study.result.Interval;
import org.quorate.study.text.Quantity;

/** Tested claims as text for a terminal, or as Markdown for the documentation. Thread-safe. */
public final class ClaimsText {

    private static final int WIDTH = 100;
    /** From three times on that is easier to read than percent. */
    private static final double MANY_TIMES = 2;

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
            wrap(out, "result: " + summary(claim));
            for (Sharing sharing : claim.claim().sharings()) {
                wrap(out, sharing.title() + ": " + range(claim, sharing));
            }
            out.append('\n');
            Columns.write(out, style, rows(claim), Set.of(0));
            out.append('\n');
        }
        wrap(out, style.dim(footer(result)));
        return out.toString();
    }

    /** For the documentation, with a line end at its end. */
    public String markdown(ClaimsResult result) {
        StringBuilder out = new StringBuilder(INTRODUCTION);
        for (ClaimResult claim : result.claims()) {
            out.append("## \u201c").append(claim.claim().statement()).append("\u201d (`").append(claim.claim().id()).append("`)\n\n");
            out.append("Source: ").append(claim.claim().source()).append(".\n\n");
            out.append("Tested: ").append(claim.claim().tested()).append(".\n\n");
            out.append("**").append(summary(claim)).append("**\n\n");
            for (Sharing sharing : claim.claim().sharings()) {
                out.append("- ").append(sharing.title()).append(": ").append(range(claim, sharing)).append('\n');
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
        return out.append(footer(result)).append('\n').toString();
    }

    private static void wrap(StringBuilder out, String text) {
        List<String> lines = Wrap.lines(text, WIDTH - 4);
        out.append("  ").append(lines.get(0)).append('\n');
        lines.subList(1, lines.size()).forEach(line -> out.append("    ").append(line).append('\n'));
    }

    private static String summary(ClaimResult claim) {
        int all = claim.points().size();
        int yes = claim.count(Outcome.TRUE);
        int no = claim.count(Outcome.FALSE);
        String open = claim.count(Outcome.OPEN) == 0 ? "" : "; " + claim.count(Outcome.OPEN) + " undecided";
        if (yes == all) {
            return "true at all " + all + " points";
        }
        return no == all ? "false at all " + all + " points" : "true at " + yes + ", false at " + no + " of " + all + " points" + open;
    }

    private static String range(ClaimResult claim, Sharing sharing) {
        Predicate<ClaimPoint> here = point -> point.sharing() == sharing;
        OptionalDouble least = claim.least(here);
        OptionalDouble most = claim.most(here);
        if (least.isEmpty() || most.isEmpty()) {
            return "no figures";
        }
        long yes = claim.points().stream().filter(here).filter(point -> point.outcome() == Outcome.TRUE).count();
        long no = claim.points().stream().filter(here).filter(point -> point.outcome() == Outcome.FALSE).count();
        long all = claim.points().stream().filter(here).count();
        return "true " + yes + ", false " + no + " of " + all + "; the difference is " + amount(least.getAsDouble()) + " to "
                + amount(most.getAsDouble());
    }

    /** A relative difference in words. */
    private static String amount(double relative) {
        return Math.abs(relative) >= MANY_TIMES ? "\u00d7 " + Quantity.number(relative + 1) : (relative > 0 ? "+" : "") + Quantity.percent(relative);
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
            row.add(cell(point));
            if (row.size() == header.size()) {
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        return rows;
    }

    private static String cell(ClaimPoint point) {
        String word = switch (point.outcome()) {
            case TRUE -> "true";
            case FALSE -> "false";
            case OPEN -> "undecided";
        };
        return point.relative().map(relative -> amount(relative) + " " + word).orElse("no figures");
    }

    private static String amount(Interval relative) {
        if (Math.abs(relative.mean()) >= MANY_TIMES) {
            return "\u00d7 " + Quantity.number(relative.mean() + 1) + " \u00b1 " + Quantity.percent(relative.halfWidth() / (relative.mean() + 1));
        }
        return (relative.mean() > 0 ? "+" : "") + Quantity.percentNumber(relative.mean()) + " \u00b1 " + Quantity.percent(relative.halfWidth());
    }

    private static String footer(ClaimsResult result) {
        return "Simulated, not measured: " + result.replications() + " replications, seed " + result.seed() + ", \u00b1 is the "
                + Quantity.percent(result.confidence()) + " confidence interval, quorate " + result.quorateVersion() + ".";
    }
}
