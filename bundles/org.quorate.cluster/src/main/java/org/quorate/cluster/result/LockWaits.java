// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.result;

import java.util.List;

/**
 * What operations waited for locks that nodes share.
 *
 * @param waitNanos for all locks together
 * @param waits     for all locks together
 * @param hottest   some of those that cost most time, most first; what is said of them is at least true: a lock that was forgotten for a
 *                  while had more
 */
public record LockWaits(long waitNanos, long waits, List<HotLock> hottest) {

    /** Nobody waited. */
    public static final LockWaits NONE = new LockWaits(0, 0, List.of());

    public LockWaits {
        hottest = List.copyOf(hottest);
    }
}
