// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.watch;

import java.util.Optional;
import org.quorate.cluster.result.LockName;
import org.quorate.cluster.result.TimePart;

/**
 * A part of the operation's time. Stages follow each other without a gap, from the beginning of the operation to its end.
 *
 * @param lifeline  index of who has it in hand
 * @param fromNanos after the beginning of the operation
 * @param toNanos   after {@code fromNanos}
 * @param part      how the time is spent
 * @param handsOver true: the thread has done its work, and the one that goes on has yet to wake up
 * @param what      in words
 * @param recipe    of the simulator that was at work; named like the kernel's own functions
 * @param lock      that it is about; absent if it is about none
 */
public record Stage(int lifeline, long fromNanos, long toNanos, TimePart part, boolean handsOver, String what, String recipe,
        Optional<LockName> lock) {

    /** Nanoseconds. */
    public long nanos() {
        return toNanos - fromNanos;
    }
}
