// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.watch;

import java.util.Optional;
import org.quorate.cluster.result.LockName;

/**
 * Something that goes from one to another: a message, or requests to the LUN, which answers them.
 *
 * @param kind      what
 * @param from      index of the lifeline that sends it
 * @param to        index of the lifeline that gets it
 * @param sentNanos after the beginning of the operation; negative if it was sent before
 * @param doneNanos when it is there, or when all requests are answered
 * @param label     type and mode of a message, for example {@code CONVERT_LOCK EX}; the thread and what its
 *                  requests do, for example {@code jbd2: write 6 blocks}
 * @param fromNode  name of the sending node
 * @param toNode    name of the receiving node; empty for the LUN
 * @param lock      that it is about; absent for the LUN
 * @param onPath    the operation waits for it; if not, it goes on beside: a message about the same lock, or what a journal does for which
 *                  the operation waits
 */
public record Arrow(Kind kind, int from, int to, long sentNanos, long doneNanos, String label, String fromNode, String toNode,
        Optional<LockName> lock, boolean onPath) {

    /** What goes. */
    public enum Kind { MESSAGE, DISK }
}
