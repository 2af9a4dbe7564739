// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import org.quorate.sim.RandomStream;
import org.quorate.sim.RandomStreams;

/** How many events are pending in the hold model, and for how long each is: drawn beforehand, taken in turn. */
final class HoldLoad {
    private static final int LENGTH = 1 << 16;
    private static final long SECOND = 1_000_000_000L;

    /** For how long events are pending. */
    enum Increments {
        EXPONENTIAL, BIMODAL,
        /** All events at one instant, always. */
        TIES,
        /** Half of the events come back a second later, thousands on one instant, as heartbeats do; the others as exponential. */
        HEARTBEATS
    }

    private final int pending;
    /** Events whose subject has this bit are heartbeats. */
    private final int heartbeats;
    private final long[] table = new long[LENGTH];
    private int index;

    /**
     * Draws the times.
     *
     * @param text increments and number of pending events, such as {@code exponential 100}
     */
    HoldLoad(String text) {
        String[] words = text.split(" ");
        Increments increments = Increments.valueOf(words[0].toUpperCase(Locale.ROOT));
        pending = Integer.parseInt(words[1]);
        heartbeats = increments == Increments.HEARTBEATS ? 1 : 0;
        RandomStream random = new RandomStreams(1).named("hold");
        Arrays.setAll(table, i -> draw(increments, random));
    }

    private static long draw(Increments increments, RandomStream random) {
        return switch (increments) {
            case EXPONENTIAL, HEARTBEATS -> (long) (SECOND * random.nextExponential());
            case BIMODAL -> random.nextInt(10) == 0 ? 10 * SECOND + random.nextInt(1_000_000_000) : random.nextInt(100_000_000);
            case TIES -> SECOND;
        };
    }

    int pending() {
        return pending;
    }

    /** For how long the event of a subject is pending next, in nanoseconds. */
    long next(int subject) {
        index = index + 1 & LENGTH - 1;
        return (subject & heartbeats) != 0 ? SECOND : table[index];
    }
}
