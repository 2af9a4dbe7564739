// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.watch;

import java.util.Optional;
import org.quorate.cluster.result.LockName;
import org.quorate.cluster.result.TimePart;

/**
 * A part of an operation's time that was spent in one way at one place: the stretches of an operation follow each other without a gap.
 *
 * @param fromNanos simulated time
 * @param toNanos   simulated time, after {@code fromNanos}
 * @param part      what the operation waited for
 * @param node      index of the node that did it, or where it had to wait
 * @param thread    the recipe that this thread runs first, for example {@code o2dlm/thread}
 * @param recipe    the innermost recipe that it was in
 * @param handsOver the thread has done its work, and the one that goes on with it has yet to wake up
 * @param lock      that the operation was waiting for; absent if it is not about a lock
 */
public record Stretch(long fromNanos, long toNanos, TimePart part, int node, String thread, String recipe, boolean handsOver,
        Optional<LockName> lock) {

    /** The same with another end. */
    Stretch until(long nanos) {
        return new Stretch(fromNanos, nanos, part, node, thread, recipe, handsOver, lock);
    }
}
