// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps rounds for charts in bounded memory: all of them, then every second one, every fourth and so on, always from the first one on, and the
 * latest one besides. So no part of a long watch is drawn from fewer rounds than another. Used by one thread.
 */
public final class RoundBuffer {

    /** Enough for any chart; 16 nodes take about 100 MB. */
    public static final int MOST = 1024;

    private final List<Round> rounds = new ArrayList<>();
    private Optional<Round> latest = Optional.empty();
    private long every = 1;
    private long total;

    /** Keeps one more. */
    public void add(Round round) {
        // One place is the latest one's.
        if (total % every == 0 && rounds.size() == MOST - 1) {
            List<Round> fewer = new ArrayList<>();
            for (int i = 0; i < rounds.size(); i += 2) {
                fewer.add(rounds.get(i));
            }
            rounds.clear();
            rounds.addAll(fewer);
            every *= 2;
        }
        boolean kept = total % every == 0;
        if (kept) {
            rounds.add(round);
        }
        latest = kept ? Optional.empty() : Optional.of(round);
        total++;
    }

    /** Those that are kept, oldest first. */
    public List<Round> rounds() {
        List<Round> all = new ArrayList<>(rounds);
        latest.ifPresent(all::add);
        return all;
    }

    /** All that were added. */
    public long total() {
        return total;
    }
}
