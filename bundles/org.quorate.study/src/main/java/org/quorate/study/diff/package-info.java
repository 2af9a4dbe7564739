// SPDX-License-Identifier: EPL-2.0
/**
 * Comparisons set beside each other: what differs between results of several scenarios, seeds or versions of the program. Immutable values
 * and pure functions, thread-safe.
 */
package org.quorate.study.diff;
