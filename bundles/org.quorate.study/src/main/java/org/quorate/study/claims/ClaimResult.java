// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.claims;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * A claim and what became of it. Immutable.
 *
 * @param claim  what is said
 * @param points by sharing, kernel, count of nodes
 */
public record ClaimResult(Claim claim, List<ClaimPoint> points) {

    public ClaimResult {
        points = List.copyOf(points);
    }

    /** At how many points the claim comes out so. */
    public int count(Contrast.Outcome outcome) {
        return (int) points.stream().filter(point -> point.outcome() == outcome).count();
    }

    /** The smallest relative difference of some points. */
    public OptionalDouble least(Predicate<ClaimPoint> which) {
        return points.stream().filter(which).flatMap(point -> point.relative().stream()).mapToDouble(relative -> relative.mean()).min();
    }

    /** The largest one. */
    public OptionalDouble most(Predicate<ClaimPoint> which) {
        return points.stream().filter(which).flatMap(point -> point.relative().stream()).mapToDouble(relative -> relative.mean()).max();
    }
}
