// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

import java.util.Optional;

/**
 * One contender over all measured phases: what the verdict without targets rests on.
 *
 * @param mixLatencyNanos mean latency over the operation mix. Each operation kind counts by its weight in the mix of its
 *                        phase, each phase by its share of the operations that all candidates did together: the weights
 *                        are the same for every contender. Absent if a measured phase was saturated or too short for any
 *                        operation
 * @param lockBytes       lock memory of the node that has most of it on average over the replications, at the end of the
 *                        measured phase where that is largest
 */
public record TotalFigures(Optional<Interval> mixLatencyNanos, Interval lockBytes) {
}
