// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

/**
 * The warm-up of a phase: what the scenario leaves out, and what MSER-5 would leave out of the latency of all operations over
 * time, all replications together. Immutable.
 *
 * @param leftOutNanos what the scenario leaves out
 * @param mser5Nanos   what MSER-5 would leave out (see {@link org.quorate.sim.output.WarmUp})
 * @param steady       false: MSER-5 would leave out more than half of the phase, and {@code mser5Nanos} is that half
 * @param shift        by how much of itself the mean latency of what is steady changes when what MSER-5 would leave out beyond the
 *                     scenario's warm-up is not left out; 0 if that is nothing
 * @param tooShort     that change is more than the half width of the mean's interval, and at least 1 %: the figures are those of a warm-up
 */
public record WarmUpFigures(long leftOutNanos, long mser5Nanos, boolean steady, double shift, boolean tooShort) {
}
