// SPDX-License-Identifier: EPL-2.0
/**
 * Output analysis: what the numbers of replications or of one long run say about the truth, and how surely. All classes
 * are immutable and may be shared by threads.
 */
package org.quorate.sim.output;
