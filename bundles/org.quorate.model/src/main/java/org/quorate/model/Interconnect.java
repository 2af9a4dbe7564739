// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.time.Duration;

/**
 * The network that carries lock traffic. Immutable, thread-safe.
 *
 * @param roundTrip mean time of a small message there and back, without the hosts' own work on it
 * @param variation coefficient of variation of the one-way delay, 0 or more
 * @param bandwidth of one node's link
 */
public record Interconnect(Duration roundTrip, double variation, BitRate bandwidth) {

    /**
     * Shortest and longest mean round trip that a scenario has. Both tell a wrong unit from a network: light needs 100 ns for 10 m of fibre there
     * and back, and a second is no network of a cluster.
     */
    public static final Duration SHORTEST = Duration.ofNanos(100);
    /** See {@link #SHORTEST}. */
    public static final Duration LONGEST = Duration.ofSeconds(1);
}
