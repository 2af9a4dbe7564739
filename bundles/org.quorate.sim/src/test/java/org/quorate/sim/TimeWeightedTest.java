// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TimeWeightedTest {
    @Test
    void weighsLevelsByTheirTime() {
        TimeWeighted level = new TimeWeighted();
        level.set(10, 4);
        level.add(30, -1);
        assertEquals(3, level.level());
        assertEquals(4, level.max());
        assertEquals((10 * 0 + 20 * 4 + 10 * 3) / 40.0, level.mean(40));
        assertEquals((10 * 0 + 20 * 4) / 30.0, level.mean(30));
        assertEquals(0, level.series(40).length);
    }

    @Test
    void resetForgetsThePast() {
        TimeWeighted level = new TimeWeighted();
        level.set(0, 100);
        level.set(10, 2);
        level.reset(20);
        assertEquals(2, level.mean(20));
        assertEquals(2, level.max());
        level.set(30, 4);
        assertEquals(3, level.mean(40));
        assertEquals(4, level.max());
    }

    @Test
    void seriesHasTheMeanOfEachInterval() {
        TimeWeighted level = new TimeWeighted(4);
        level.set(1, 8);
        assertArrayEquals(new double[] {0, 8, 8, 8}, level.series(4));
        level.set(6, 2);
        assertEquals(2, level.intervalNanos());
        assertArrayEquals(new double[] {4, 8, 8, 2}, level.series(7));
        // Four intervals of four after the tenth nanosecond.
        assertArrayEquals(new double[] {6, 5, 2}, level.series(10));
        assertEquals(4, level.intervalNanos());
    }

    @Test
    void seriesIsBoundedAndKeepsTheMean() {
        RandomStream random = new RandomStreams(1).named("levels");
        TimeWeighted level = new TimeWeighted(100);
        long now = 0;
        for (int i = 0; i < 10_000; i++) {
            now += random.nextInt(1 << random.nextInt(30));
            level.set(now, random.nextInt(1_000));
            if (i % 100 == 0) {
                assertSeriesFits(level, now);
            }
        }
        assertSeriesFits(level, now + 12_345_678_901_234L);
    }

    private static void assertSeriesFits(TimeWeighted level, long now) {
        double[] series = level.series(now);
        long interval = level.intervalNanos();
        assertTrue(series.length <= 100 && (now < 50 || series.length >= 50), () -> series.length + " points");
        double integral = 0;
        for (int i = 0; i < series.length; i++) {
            integral += series[i] * (Math.min(now, (i + 1) * interval) - i * interval);
        }
        double expected = level.mean(now) * now;
        assertEquals(expected, integral, 1e-9 * expected);
    }

    @Test
    void refusesThePastAndOddSeries() {
        TimeWeighted level = new TimeWeighted();
        level.set(10, 1);
        assertThrows(IllegalArgumentException.class, () -> level.set(9, 1));
        assertThrows(IllegalArgumentException.class, () -> level.mean(9));
        assertThrows(IllegalArgumentException.class, () -> new TimeWeighted(3));
        assertThrows(IllegalArgumentException.class, () -> new TimeWeighted(-2));
    }
}
