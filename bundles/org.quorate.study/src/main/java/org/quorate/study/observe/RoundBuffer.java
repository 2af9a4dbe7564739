// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps rounds in bounded memory: when there are too many, every second one is dropped, never the first or the last one. Counters lose
 * nothing by that, and counts only points between others. Used by one thread.
 */
public final class RoundBuffer {

    /** Enough for any chart; 16 nodes take about 100 MB. */
    public static final int MOST = 1024;

    private final List<Round> rounds = new ArrayList<>();
    private long total;

    /** Keeps one more. */
    public void add(Round round) {
        if (rounds.size() == MOST) {
            List<Round> fewer = new ArrayList<>();
            for (int i = 0; i < rounds.size(); i += 2) {
                fewer.add(rounds.get(i));
            }
            if ((rounds.size() & 1) == 0) {
                fewer.add(rounds.get(rounds.size() - 1));
            }
            rounds.clear();
            rounds.addAll(fewer);
        }
        rounds.add(round);
        total++;
    }

    /** Those that are kept, oldest first. */
    public List<Round> rounds() {
        return List.copyOf(rounds);
    }

    /** All that were added. */
    public long total() {
        return total;
    }
}
