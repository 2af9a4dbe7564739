// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoundBufferTest {

    private final RoundBuffer buffer = new RoundBuffer();

    private List<Long> kept() {
        return buffer.rounds().stream().map(Round::atMillis).toList();
    }

    @Test
    void aShortWatchIsKeptWhole() {
        for (int i = 0; i < RoundBuffer.MOST; i++) {
            assertEquals(i, buffer.rounds().size());
            buffer.add(new Round(i, List.of()));
        }
        assertTrue(buffer.rounds().size() > RoundBuffer.MOST / 2);
    }

    /** At each length: all of one step but for the last one, from the first to the last, and never so few that a chart has gaps. */
    @Test
    void whatIsKeptIsEvenlySpaced() {
        for (int total = 1; total <= 20_000; total++) {
            buffer.add(new Round(total - 1, List.of()));
            if (total > RoundBuffer.MOST - 3 && (total < 2_100 || total % 97 == 0)) {
                List<Long> kept = kept();
                assertTrue(kept.size() <= RoundBuffer.MOST && kept.size() >= RoundBuffer.MOST / 2, total + ": " + kept.size());
                long step = kept.get(1);
                assertEquals(LongStream.range(0, kept.size() - 1).map(i -> i * step).boxed().toList(), kept.subList(0, kept.size() - 1));
                assertEquals(total - 1, kept.get(kept.size() - 1), "the latest one");
                assertTrue(total - 1 - kept.get(kept.size() - 2) <= step, "no gap before it");
            }
        }
        assertEquals(20_000, buffer.total());
    }

    /** What a chart has got does not change any more. */
    @Test
    void whatWasHandedOutStays() {
        IntStream.range(0, 2_000).forEach(i -> buffer.add(new Round(i, List.of())));
        List<Round> before = buffer.rounds();
        List<Round> copy = List.copyOf(before);
        IntStream.range(2_000, 5_000).forEach(i -> buffer.add(new Round(i, List.of())));
        assertEquals(copy, before);
    }
}
