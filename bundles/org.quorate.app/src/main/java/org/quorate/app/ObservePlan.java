// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How running nodes are watched. Immutable.
 *
 * @param fileSystem label of one of the scenario's, OCFS2 or GFS2
 * @param interval   from one round to the next, at least a second
 * @param total      how long; absent: until it is cancelled; zero: one round
 * @param top        hot locks, of each node and of all, 0 to 100
 * @param series     file that the series is written to while it runs, which must not be there; absent: none
 */
public record ObservePlan(String fileSystem, Duration interval, Optional<Duration> total, int top, Optional<Path> series) {

    /** Unless the user says otherwise. */
    public static final Duration INTERVAL = Duration.ofSeconds(10);
    /** Hot locks, unless the user says otherwise. */
    public static final int TOP = 10;

    public ObservePlan {
        if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("from one round to the next it is at least 1 s, not " + interval.toMillis() + " ms");
        }
        if (top < 0 || top > 100) {
            throw new IllegalArgumentException("hot locks are 0 to 100, not " + top);
        }
    }
}
