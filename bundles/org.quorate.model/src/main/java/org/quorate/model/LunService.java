// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.time.Duration;

/**
 * Service times of the device for one 4 KiB request, without transfer on the link and without queueing. Immutable,
 * thread-safe.
 *
 * @param read  random read
 * @param write write into the device's cache
 * @param flush cache flush (also the cost that FUA adds)
 * @param bandwidth streaming rate of the medium, for the part of a request beyond its first 4 KiB
 */
public record LunService(TimeDistribution read, TimeDistribution write, TimeDistribution flush, BitRate bandwidth) {

    /** Bytes of the request that times are of. */
    public static final int REQUEST = 4096;
    /**
     * Shortest and longest mean time that a scenario has. Both tell a wrong unit from a device: less than 100 ns is memory, not behind a link, and
     * 10 s is a third of the time after which Linux gives a command up (drivers/scsi/sd.h: SD_TIMEOUT, 30 s).
     */
    public static final Duration SHORTEST = Duration.ofNanos(100);
    /** See {@link #SHORTEST}. */
    public static final Duration LONGEST = Duration.ofSeconds(10);
}
