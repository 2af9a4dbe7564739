// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake;

import java.util.Optional;
import org.quorate.model.BitRate;
import org.quorate.model.TimeDistribution;

/**
 * What was measured of a LUN; parts may be missing. Immutable, thread-safe.
 *
 * @param read       service time of a small read
 * @param write      of a small write
 * @param flush      of a cache flush
 * @param bandwidth  streaming rate
 * @param queueDepth requests served at the same time, 1 to 1024
 */
public record LunFigures(Optional<TimeDistribution> read, Optional<TimeDistribution> write, Optional<TimeDistribution> flush,
        Optional<BitRate> bandwidth, Optional<Integer> queueDepth) {

    /** Nothing. */
    public static final LunFigures NONE = new LunFigures(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty());
}
