// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

/**
 * A step over all replications.
 *
 * @param step  what happens
 * @param at    when
 * @param share of the replications in which it happens, more than 0 and at most 1
 */
public record TimelineStep(Step step, Spread at, double share) {
}
