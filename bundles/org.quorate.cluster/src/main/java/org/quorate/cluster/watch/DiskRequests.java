// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.watch;

import org.quorate.cluster.result.DiskCounts;

/**
 * Requests at the LUN that a thread sent at once and waited for.
 *
 * @param fromNanos simulated time
 * @param toNanos   when the thread went on; the end of the operation if it had not by then
 * @param node      index of its node
 * @param thread    the recipe that this thread runs first
 * @param counts    what it sent
 * @param onPath    it worked for the operation; if not, the operation waited for a journal of this node at the same time
 */
public record DiskRequests(long fromNanos, long toNanos, int node, String thread, DiskCounts counts, boolean onPath) {
}
