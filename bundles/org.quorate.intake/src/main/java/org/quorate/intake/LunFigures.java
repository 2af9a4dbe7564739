// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake;

import java.util.Optional;
import org.quorate.model.BitRate;
import org.quorate.model.LunService;
import org.quorate.model.TimeDistribution;

/**
 * What was measured of a LUN; parts may be missing. Immutable, thread-safe.
 *
 * @param read       service time of a small read
 * @param write      of a small write
 * @param flush      of a cache flush
 * @param bandwidth  streaming rate
 * @param queueDepth requests served at the same time, 1 to {@link org.quorate.model.Lun#MOST_QUEUE_DEPTH}
 */
public record LunFigures(Optional<TimeDistribution> read, Optional<TimeDistribution> write, Optional<TimeDistribution> flush,
        Optional<BitRate> bandwidth, Optional<Integer> queueDepth) {

    /** Nothing. */
    public static final LunFigures NONE = new LunFigures(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty());
    /**
     * Requests in service of those under way at most, from which on all of them are. Depths are powers of two: of a device that serves half
     * of what is under way, 0.5 are in service; of one with room for more, all but what the host takes between two requests, which was less
     * than 0.01 of the time where it was measured (reads-fio.txt of the tests). It is between the two, nearer to the latter.
     */
    private static final double LIMITED = 0.8;

    /** A mean time that a scenario may have, in nanoseconds. */
    public static boolean isTime(double nanos) {
        return nanos >= LunService.SHORTEST.toNanos() && nanos <= LunService.LONGEST.toNanos();
    }

    /** A rate that a scenario may have, in bits a second. */
    public static boolean isRate(double bitsPerSecond) {
        return bitsPerSecond >= BitRate.SLOWEST.bitsPerSecond() && bitsPerSecond <= BitRate.FASTEST.bitsPerSecond();
    }

    /** Nearly all that were under way were in service at the same time: there may be room for more. */
    public static boolean isLimited(double served, double underWay) {
        return served > LIMITED * underWay;
    }
}
