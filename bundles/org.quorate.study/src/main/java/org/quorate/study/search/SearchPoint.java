// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.search;

import java.util.List;
import java.util.Optional;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.result.Verdict.TargetResult;

/**
 * One value of the field, evaluated for one contender. Immutable.
 *
 * @param value        as it is written in a scenario
 * @param number       in the base unit of the dimension of the field
 * @param replications that were made
 * @param standing     to all targets together: MISSES if one is missed for sure or the contender is saturated, MEETS if all are met
 *                     for sure
 * @param saturated    what holds it up, if it cannot carry the load
 * @param targets      each
 */
public record SearchPoint(String value, double number, int replications, Standing standing, Optional<String> saturated,
        List<TargetResult> targets) {

    public SearchPoint {
        targets = List.copyOf(targets);
    }
}
