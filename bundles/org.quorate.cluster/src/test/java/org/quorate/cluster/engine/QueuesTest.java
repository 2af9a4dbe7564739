// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QueuesTest {

    @Test
    void ringsGiveBackWhatAnArrayDequeDoes() {
        SplittableRandom random = new SplittableRandom(1);
        ArrayDeque<Integer> oracle = new ArrayDeque<>();
        IntQueue ints = new IntQueue();
        LongQueue longs = new LongQueue();
        for (int i = 0; i < 100_000; i++) {
            // Grows while the head is anywhere in the ring, runs empty, and is cleared now and then.
            if (random.nextInt(10_000) == 0) {
                oracle.clear();
                ints.clear();
                longs.clear();
            } else if (random.nextInt(1_000) < 500 + 100 * (i / 1_000 % 3 - 1)) {
                oracle.add(i);
                ints.add(i);
                longs.add(i * 10_000_000_000L);
            } else if (!oracle.isEmpty()) {
                int first = oracle.poll();
                assertEquals(first, ints.first());
                assertEquals(first, ints.poll());
                assertEquals(first * 10_000_000_000L, longs.poll());
            }
            assertEquals(oracle.size(), ints.size());
            assertEquals(oracle.size(), longs.size());
            assertEquals(oracle.isEmpty(), ints.isEmpty());
            assertEquals(oracle.isEmpty(), longs.isEmpty());
        }
    }

    @Test
    void anEmptyQueueHasNoFirst() {
        assertThrows(IllegalStateException.class, new IntQueue()::poll);
        assertThrows(IllegalStateException.class, new IntQueue()::first);
        assertThrows(IllegalStateException.class, new LongQueue()::poll);
    }
}
