// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventQueueTest {
    private record Event(long time, long sequence, int kind, int subject) {
        static final Comparator<Event> ORDER = Comparator.comparingLong(Event::time).thenComparingLong(Event::sequence);
    }

    /** How far after the present the next event lies. */
    private enum Increment {
        TIES { @Override long draw(RandomStream random) { return random.nextInt(3); } },
        CONSTANT { @Override long draw(RandomStream random) { return 1_000_000; } },
        UNIFORM { @Override long draw(RandomStream random) { return random.nextInt(1_000_000_000); } },
        EXPONENTIAL { @Override long draw(RandomStream random) { return (long) (1e6 * random.nextExponential()); } },
        BIMODAL {
            @Override long draw(RandomStream random) {
                return random.nextInt(10) == 0 ? 1_000_000_000L + random.nextInt(1000) : random.nextInt(1000);
            }
        },
        /** From 1 ns to about 100 years. */
        HEAVY_TAIL {
            @Override long draw(RandomStream random) {
                return Math.min((long) Math.exp(8 * random.nextExponential()), 3_000_000_000_000_000_000L);
            }
        },
        /** Most events far away at one instant, such as time-outs armed together. */
        BURST {
            @Override long draw(RandomStream random) { return random.nextInt(5) == 0 ? random.nextInt(100) : 5_000_000_000L; }
        };

        abstract long draw(RandomStream random);
    }

    /** The queue and a PriorityQueue of objects, operated alike. */
    private static final class Pair {
        final EventQueue queue = new EventQueue();
        final PriorityQueue<Event> oracle = new PriorityQueue<>(Event.ORDER);
        long sequence;

        void push(long time, int kind, int subject) {
            queue.push(time, kind, subject);
            oracle.add(new Event(time, sequence++, kind, subject));
        }

        long pop() {
            Event expected = oracle.remove();
            assertEquals(expected.time(), queue.headTimeNanos());
            queue.pop();
            assertEquals(expected.time(), queue.timeNanos());
            assertEquals(expected.kind(), queue.kind());
            assertEquals(expected.subject(), queue.subject());
            assertEquals(oracle.size(), queue.size());
            assertEquals(oracle.isEmpty(), queue.isEmpty());
            return expected.time();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 9, 10})
    void agreesWithPriorityQueueWhileFewArePending(int pending) {
        RandomStream random = new RandomStreams(1).named("few");
        Pair pair = new Pair();
        for (int i = 0; i < pending; i++) {
            pair.push(random.nextInt(2) == 0 ? 0 : Long.MAX_VALUE, i, ~i);
        }
        for (int i = 0; i < pending; i++) {
            pair.pop();
        }
        pair.queue.clear();
        long now = 0;
        for (int i = 0; i < 20_000; i++) {
            while (pair.oracle.size() < pending) {
                pair.push(now + random.nextInt(4), random.nextInt(1 << 30), -i);
            }
            now = pair.pop();
        }
    }

    @ParameterizedTest
    @EnumSource(Increment.class)
    void agreesWithPriorityQueueWhileItGrowsAndShrinks(Increment increment) {
        RandomStream random = new RandomStreams(1).named("queue");
        Pair pair = new Pair();
        long now = 0;
        for (int round = 0; round < 40; round++) {
            int pushBias = 1 + round % 4;
            for (int i = 0; i < 5_000; i++) {
                if (random.nextInt(5) < pushBias || pair.oracle.isEmpty()) {
                    pair.push(now + Math.min(increment.draw(random), Long.MAX_VALUE - now), random.nextInt(1 << 30), -i);
                } else {
                    now = pair.pop();
                }
            }
            if (round % 7 == 6) {
                pair.queue.clear();
                pair.oracle.clear();
                now = 0;
                assertTrue(pair.queue.isEmpty());
            }
        }
        while (!pair.oracle.isEmpty()) {
            pair.pop();
        }
        assertEquals(0, pair.queue.size());
    }

    @ParameterizedTest
    @EnumSource(Increment.class)
    void agreesWithPriorityQueueWhenEachPopPushesOne(Increment increment) {
        for (int pending : new int[] {1, 2, 10, 1_000, 20_000}) {
            RandomStream random = new RandomStreams(2).named(increment + "-" + pending);
            Pair pair = new Pair();
            for (int i = 0; i < pending; i++) {
                pair.push(increment.draw(random), i, 0);
            }
            for (int i = 0; i < 60_000; i++) {
                long now = pair.pop();
                pair.push(now + Math.min(increment.draw(random), Long.MAX_VALUE - now), i, i);
            }
        }
    }

    @Test
    void agreesWhenEachEventComesBeforeAllOthers() {
        for (int peek : new int[] {Integer.MAX_VALUE, 1, 7, 33, 70, 500}) {
            RandomStream random = new RandomStreams(3).named("decreasing");
            Pair pair = new Pair();
            long time = 1L << 40;
            for (int i = 1; i <= 20_000; i++) {
                pair.push(time, i, -i);
                time -= random.nextInt(3) == 0 ? 0 : time >> 10;
                if (i % peek == 0) {
                    // The look at the head makes the queue sort what is next, before something earlier comes.
                    assertEquals(pair.oracle.element().time(), pair.queue.headTimeNanos());
                }
            }
            while (!pair.oracle.isEmpty()) {
                pair.pop();
            }
        }
    }

    @Test
    void agreesWhenInstantsOfManyAreOvertaken() {
        RandomStream random = new RandomStreams(4).named("overtaken");
        Pair pair = new Pair();
        long now = 0;
        for (int round = 0; round < 300; round++) {
            long instant = now + 1 + random.nextInt(1 << random.nextInt(20));
            for (int i = random.nextInt(400); i > 0; i--) {
                pair.push(instant, i, round);
            }
            if (!pair.oracle.isEmpty()) {
                pair.queue.headTimeNanos();
            }
            for (int i = random.nextInt(300); i > 0; i--) {
                pair.push(now + random.nextInt((int) (instant - now) + 2), -i, round);
            }
            for (int i = random.nextInt(700); i > 0 && !pair.oracle.isEmpty(); i--) {
                now = pair.pop();
            }
        }
    }

    @Test
    void refusesTimesBeforeTheEventPoppedLast() {
        EventQueue queue = new EventQueue();
        assertThrows(IllegalArgumentException.class, () -> queue.push(-1, 0, 0));
        queue.push(5, 0, 0);
        queue.pop();
        assertThrows(IllegalArgumentException.class, () -> queue.push(4, 0, 0));
        queue.push(5, 0, 0);
        queue.clear();
        queue.push(4, 0, 0);
        assertEquals(1, queue.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 100, 2_000})
    void agreesAtTheEndOfTime(int events) {
        RandomStream random = new RandomStreams(5).named("end");
        Pair pair = new Pair();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < events; i++) {
                pair.push(Long.MAX_VALUE - random.nextInt(3), i, round);
            }
            if (round == 0) {
                pair.queue.headTimeNanos();
            }
        }
        while (!pair.oracle.isEmpty()) {
            long now = pair.pop();
            if (random.nextInt(3) == 0) {
                pair.push(now + random.nextInt((int) (Long.MAX_VALUE - now) + 1), 0, 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 63, 64, 65, 1_000, 100_000})
    void keepsTheOrderOfPushingAtOneInstant(int ties) {
        EventQueue queue = new EventQueue();
        for (int i = 0; i < ties; i++) {
            queue.push(500, i, ties - i);
        }
        queue.push(499, -1, -1);
        queue.push(501, -2, -2);
        queue.pop();
        assertEquals(-1, queue.kind());
        for (int i = 0; i < ties; i++) {
            queue.pop();
            assertEquals(i, queue.kind());
            assertEquals(ties - i, queue.subject());
            assertEquals(500, queue.timeNanos());
        }
        queue.pop();
        assertEquals(-2, queue.kind());
        assertTrue(queue.isEmpty());
    }

    @Test
    void keepsTheOrderWhileNewEventsJoinTheInstant() {
        EventQueue queue = new EventQueue();
        for (int i = 0; i < 1_000; i++) {
            queue.push(7, i, 0);
        }
        for (int i = 0; i < 50_000; i++) {
            queue.pop();
            assertEquals(i, queue.kind());
            queue.push(7, i + 1_000, 0);
        }
    }

    @Test
    void carriesEveryKindSubjectAndTime() {
        EventQueue queue = new EventQueue();
        int[] values = {Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE};
        for (int kind : values) {
            for (int subject : values) {
                queue.push(Long.MAX_VALUE, kind, subject);
            }
        }
        queue.push(0, 1, 2);
        queue.pop();
        assertEquals(0, queue.timeNanos());
        for (int kind : values) {
            for (int subject : values) {
                queue.pop();
                assertEquals(kind, queue.kind());
                assertEquals(subject, queue.subject());
                assertEquals(Long.MAX_VALUE, queue.timeNanos());
            }
        }
    }

    @Test
    void refusesToPopWhatIsNotThere() {
        EventQueue queue = new EventQueue();
        assertThrows(IllegalStateException.class, queue::pop);
        assertThrows(IllegalStateException.class, queue::headTimeNanos);
        queue.push(1, 1, 1);
        queue.clear();
        assertThrows(IllegalStateException.class, queue::pop);
    }
}
