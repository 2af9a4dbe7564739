// SPDX-License-Identifier: EPL-2.0
/**
 * What happens when something fails: who notices when, who is fenced, when locks and journals are recovered, and how long operations
 * stall, from the timers of both cluster stacks (kernel reference 2.5 and 3.7). The phases of timers are random; many replications give the
 * least, the median and the largest time of each step. Deterministic given the seed.
 */
package org.quorate.study.failure;
