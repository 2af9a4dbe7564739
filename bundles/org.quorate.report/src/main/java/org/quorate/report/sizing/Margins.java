// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quorate.model.Target;
import org.quorate.report.VerdictBlocks;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Verdict;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.result.Verdict.TargetResult;

/** How far a contender is from the limits of its targets, in sentences. Pure functions. */
final class Margins {

    private Margins() {
    }

    /** Of one contender: what it misses and what is not certain; if it meets everything, the limit that is nearest. */
    static List<String> of(Verdict verdict, String label) {
        List<TargetResult> results = verdict.targets().stream().filter(target -> target.label().equals(label)).toList();
        List<String> sentences = new ArrayList<>(results.stream().filter(target -> target.standing() != Standing.MEETS).map(Margins::notMet).toList());
        if (sentences.isEmpty()) {
            results.stream().filter(target -> target.value().isPresent()).min(Comparator.comparingDouble(Margins::spare))
                    .ifPresent(nearest -> sentences.add(label + " meets every target. The nearest limit is " + nearest.target() + ": " + figure(nearest)
                            + " is " + spareText(nearest) + side(nearest, true) + " it."));
        }
        return sentences;
    }

    private static String notMet(TargetResult target) {
        if (target.value().isEmpty()) {
            return target.standing() == Standing.MISSES ? target.label() + " misses " + target.target() + ": it cannot carry the load."
                    : "Whether " + target.label() + " meets " + target.target() + " is not known: it has no such figure.";
        }
        return target.standing() == Standing.MISSES ? target.label() + " misses " + target.target() + ": " + figure(target) + " is "
                + spareText(target) + side(target, false) + " it."
                : "Whether " + target.label() + " meets " + target.target() + " is not certain: the limit lies inside the interval "
                        + figure(target) + ".";
    }

    private static String figure(TargetResult target) {
        return Quantity.of(VerdictBlocks.unit(target.figure()), VerdictBlocks.base(target.figure(), target.value().orElseThrow())).text();
    }

    /** What is left to the limit, as a share of it; negative: it is missed. */
    static double spare(TargetResult target) {
        double value = target.value().map(Interval::mean).orElse(Double.NaN);
        double below = target.limit() == 0 ? 0 : 1 - value / target.limit();
        return target.figure() == Target.Figure.THROUGHPUT ? -below : below;
    }

    /** Where the good figures are, or the bad ones. */
    private static String side(TargetResult target, boolean good) {
        return good == (target.figure() == Target.Figure.THROUGHPUT) ? " above" : " below";
    }

    /** How far it is from the limit on either side, with its interval. */
    private static String spareText(TargetResult target) {
        return Quantity.of(Unit.SHARE, new Interval(Math.abs(spare(target)), target.limit() == 0 ? 0
                : target.value().orElseThrow().halfWidth() / Math.abs(target.limit()))).text();
    }
}
