// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.search;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Target;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.result.Verdict.TargetResult;
import org.quorate.study.text.TargetText;

/**
 * Bisection needs figures that only get worse in one direction of the field. Whether they do is checked where they were evaluated.
 *
 * @param points from the side that meets to the side that misses
 */
record Monotony(List<SearchPoint> points) {

    /** Sentences on where it is not so. */
    List<String> violations() {
        List<String> violations = new ArrayList<>();
        points.stream().filter(point -> point.standing() == Standing.MISSES).findFirst().ifPresent(near -> points.stream()
                .skip(points.indexOf(near)).filter(point -> point.standing() == Standing.MEETS).findFirst().ifPresent(far -> violations.add(
                        "Not monotone: " + near.value() + " misses, but " + far.value() + " meets.")));
        for (int target = 0; target < points.get(0).targets().size(); target++) {
            if (binding(target)) {
                violation(target, violations);
            }
        }
        return violations;
    }

    /** A target that is met everywhere turns nothing. */
    private boolean binding(int target) {
        return points.stream().anyMatch(point -> point.targets().get(target).standing() != Standing.MEETS);
    }

    /** The first two neighbours of which the further one is better for sure. */
    private void violation(int target, List<String> violations) {
        for (int i = 1; i < points.size(); i++) {
            TargetResult near = points.get(i - 1).targets().get(target);
            TargetResult far = points.get(i).targets().get(target);
            if (near.value().isPresent() && far.value().isPresent() && better(far, near)) {
                violations.add("Not monotone: for " + far.target() + ", it is " + TargetText.value(near.figure(), near.value().get()) + " at "
                        + points.get(i - 1).value() + ", but " + TargetText.value(far.figure(), far.value().get()) + " at "
                        + points.get(i).value() + "; a value further on may meet again.");
                return;
            }
        }
    }

    private static boolean better(TargetResult one, TargetResult other) {
        Interval first = one.value().orElseThrow();
        Interval second = other.value().orElseThrow();
        return one.figure() == Target.Figure.THROUGHPUT ? first.low() > second.high() : first.high() < second.low();
    }
}
