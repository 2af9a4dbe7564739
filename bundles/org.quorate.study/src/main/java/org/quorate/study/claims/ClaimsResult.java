// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.claims;

import java.util.List;

/**
 * Claims and what became of them. Immutable; the same claims and version give the same value.
 *
 * @param format         name and version of the JSON form, {@link #FORMAT}
 * @param quorateVersion of the program
 * @param seed           of all runs
 * @param replications   of each contender at each point
 * @param confidence     of the intervals, 0 to 1
 * @param claims         in the order in which they were asked for
 */
public record ClaimsResult(String format, String quorateVersion, long seed, int replications, double confidence,
        List<ClaimResult> claims) {

    /** The form that this version writes. */
    public static final String FORMAT = "quorate-claims/1";

    public ClaimsResult {
        claims = List.copyOf(claims);
    }
}
