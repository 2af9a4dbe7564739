// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.claims;

import java.util.Optional;
import org.quorate.study.result.Interval;

/**
 * What became of a claim on one cluster. Immutable.
 *
 * @param sharing  how much its nodes share
 * @param kernel   version
 * @param nodes    of the cluster
 * @param relative (first − second) / second; absent if one of the two figures is not there, as the cluster cannot carry the load
 * @param outcome  whether the claim is true there
 */
public record ClaimPoint(Sharing sharing, String kernel, int nodes, Optional<Interval> relative, Contrast.Outcome outcome) {
}
