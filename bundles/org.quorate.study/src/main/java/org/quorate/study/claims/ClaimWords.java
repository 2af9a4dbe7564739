// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.claims;

import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.quorate.study.claims.Contrast.Outcome;
import org.quorate.study.result.Interval;
import org.quorate.study.text.Quantity;

/** What became of claims, in words: the same on a terminal, in the documentation and in a report. Pure functions. */
public final class ClaimWords {

    /** From three times on that is easier to read than percent. */
    private static final double MANY_TIMES = 2;

    private ClaimWords() {
    }

    /** At how many points a claim is true. */
    public static String summary(ClaimResult claim) {
        int all = claim.points().size();
        int yes = claim.count(Outcome.TRUE);
        int no = claim.count(Outcome.FALSE);
        String open = claim.count(Outcome.OPEN) == 0 ? "" : "; " + claim.count(Outcome.OPEN) + " undecided";
        if (yes == all) {
            return "true at all " + all + " points";
        }
        return no == all ? "false at all " + all + " points" : "true at " + yes + ", false at " + no + " of " + all + " points" + open;
    }

    /** The same for what the nodes share, with the range of the differences. */
    public static String range(ClaimResult claim, Sharing sharing) {
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

    /** The difference at a point, and whether the claim is true there. */
    public static String cell(ClaimPoint point) {
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

    /** How the figures were made, one sentence. */
    public static String made(ClaimsResult result) {
        return "Simulated, not measured: " + result.replications() + " replications, seed " + result.seed() + ", \u00b1 is the "
                + Quantity.percent(result.confidence()) + " confidence interval, quorate " + result.quorateVersion() + ".";
    }
}
