// SPDX-License-Identifier: EPL-2.0
/**
 * Fits the physical parameters of the simulator to what was measured: one set for all phases, file systems and nodes. What
 * a single row needs is never a parameter.
 */
package org.quorate.study.fit;
