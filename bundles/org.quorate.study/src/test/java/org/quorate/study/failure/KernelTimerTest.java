// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.quorate.sim.RandomStream;
import org.quorate.sim.RandomStreams;

/** The wheel by hand, from kernel/time/timer.c: 64 slots a level, each level eight times as coarse. */
class KernelTimerTest {

    private static long latest(KernelTimer timer, long seconds) {
        RandomStream dice = new RandomStreams(1).named("timer");
        return LongStream.range(0, 1000).map(i -> timer.fires(dice, seconds * Times.SECOND)).max().orElseThrow() - seconds * Times.SECOND;
    }

    private static void near(double millis, long nanos) {
        assertTrue(nanos <= millis * Times.MILLISECOND && nanos > 0.98 * millis * Times.MILLISECOND, nanos + " ns, not " + millis + " ms");
    }

    @Test
    void theFartherTheCoarser() {
        near(640, latest(new KernelTimer(100, true), 30));
        near(5120, latest(new KernelTimer(100, true), 66));
        near(2048, latest(new KernelTimer(250, true), 30));
        near(2048, latest(new KernelTimer(250, true), 66));
        near(512, latest(new KernelTimer(1000, true), 30));
        near(4096, latest(new KernelTimer(1000, true), 66));
        near(4, latest(new KernelTimer(250, false), 66));
    }

    /** 201, 501 and 2001 ticks from a slot of 8, 8 and 64 ticks on. */
    @Test
    void aLoopSleepsToTheNextSlot() {
        long two = Duration.ofSeconds(2).toNanos();
        assertEquals(2_080_000_000L, new KernelTimer(100, true).round(two));
        assertEquals(2_016_000_000L, new KernelTimer(250, true).round(two));
        assertEquals(2_048_000_000L, new KernelTimer(1000, true).round(two));
        assertEquals(2_004_000_000L, new KernelTimer(250, false).round(two));
    }
}
