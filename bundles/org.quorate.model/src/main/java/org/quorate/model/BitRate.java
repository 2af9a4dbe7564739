// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

/**
 * A transfer rate. Immutable, thread-safe.
 *
 * @param bitsPerSecond more than 0
 */
public record BitRate(long bitsPerSecond) implements Comparable<BitRate> {

    /**
     * Slowest and fastest rate of a link or a device that a scenario has, 1 Mbit/s and 1 Tbit/s. Both tell a wrong unit from a rate: the slowest
     * Ethernet that is in use has ten times the one (10BASE-T), and the fastest that there is less than the other (800 Gbit/s, IEEE 802.3df).
     */
    public static final BitRate SLOWEST = new BitRate(1_000_000);
    /** See {@link #SLOWEST}. */
    public static final BitRate FASTEST = gigabit(1000);

    public BitRate {
        if (bitsPerSecond <= 0) {
            throw new IllegalArgumentException("a bit rate is more than 0: " + bitsPerSecond);
        }
    }

    public static BitRate gigabit(long gigabitsPerSecond) {
        return new BitRate(Math.multiplyExact(gigabitsPerSecond, 1_000_000_000L));
    }

    /** Time on the wire of a payload, in nanoseconds, rounded down. */
    public long transferNanos(long bytes) {
        return (long) (bytes * 8.0e9 / bitsPerSecond);
    }

    @Override
    public int compareTo(BitRate other) {
        return Long.compare(bitsPerSecond, other.bitsPerSecond);
    }
}
