// SPDX-License-Identifier: EPL-2.0
/**
 * The instant estimate: what a scenario costs by closed forms and mean-value analysis, without a simulation, and where the figures do not hold.
 * Pure functions, thread-safe, the same answer every time.
 */
package org.quorate.study.estimate;
