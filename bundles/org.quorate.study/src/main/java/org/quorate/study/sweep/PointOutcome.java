// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.util.List;
import org.quorate.study.result.Comparison;

/**
 * What a sweep keeps of the comparison at one point: little, so that thousands of points fit in memory. Immutable.
 *
 * @param headline   of the verdict, for example {@code gfs2}, {@code tie: ocfs2 and gfs2}, {@code neither}
 * @param reason     of the verdict
 * @param contenders in the order of the scenario, the baseline last
 */
public record PointOutcome(String headline, String reason, List<PointContender> contenders) {

    /** The form in which it is kept, part of the key. */
    public static final String FORMAT = "quorate-point/1";

    public PointOutcome {
        contenders = List.copyOf(contenders);
    }

    static PointOutcome of(Comparison comparison) {
        return new PointOutcome(comparison.verdict().headline(), comparison.verdict().reason(),
                comparison.contenders().stream().map(PointContender::of).toList());
    }
}
