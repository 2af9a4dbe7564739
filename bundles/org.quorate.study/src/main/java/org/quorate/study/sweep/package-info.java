// SPDX-License-Identifier: EPL-2.0
/**
 * Sweeps: one comparison for each combination of values of some fields. A {@link org.quorate.study.sweep.SweepPlan} says which,
 * {@link org.quorate.study.sweep.SweepStudy} makes them and keeps what is finished, a
 * {@link org.quorate.study.sweep.Sweep} is what came of it.
 */
package org.quorate.study.sweep;
