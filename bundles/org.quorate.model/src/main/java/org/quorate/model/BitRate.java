// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

/**
 * A transfer rate. Immutable, thread-safe.
 *
 * @param bitsPerSecond more than 0
 */
public record BitRate(long bitsPerSecond) implements Comparable<BitRate> {

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
