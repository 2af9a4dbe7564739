// SPDX-License-Identifier: EPL-2.0
/**
 * Well-known claims about the two file systems, each simulated over a range of clusters: where it is true, where it is
 * false, by how much. What is simulated for a claim follows from its wording only; nothing is tuned towards or against it.
 */
package org.quorate.study.claims;
