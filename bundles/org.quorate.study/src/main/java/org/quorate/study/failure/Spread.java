// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.Collection;
import java.util.Locale;

/**
 * A time over all replications in which there is one.
 *
 * @param least  nanoseconds after the failure
 * @param median nanoseconds after the failure
 * @param most   nanoseconds after the failure
 */
public record Spread(long least, long median, long most) {

    static Spread of(Collection<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("a spread of nothing");
        }
        return new Spread(sorted[0], sorted[(sorted.length - 1) / 2], sorted[sorted.length - 1]);
    }

    /** For people: {@code 62.0 s (60.1 to 63.9 s)}, or {@code 50.0 s} if it is always the same. */
    public String text() {
        return number(least).equals(number(most)) ? brief() : brief() + " (" + number(least) + " to " + number(most) + " s)";
    }

    /** The median for people: {@code 62.0 s}. */
    public String brief() {
        return number(median) + " s";
    }

    private static String number(long nanos) {
        return nanos == 0 ? "0" : String.format(Locale.ROOT, nanos < 9_950_000_000L ? "%.2f" : "%.1f", nanos / 1e9);
    }
}
