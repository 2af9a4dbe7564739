// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

/**
 * A change that a node made, and told its caller to be done.
 *
 * @param sequence of all nodes' updates, rising in time
 * @param node     that made it
 * @param nanos    when
 * @param change   what it does
 */
record Update(long sequence, int node, long nanos, Change change) {
}
