// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.quorate.sim.RandomStream;
import org.quorate.sim.RandomStreams;

class WarmUpTest {
    private static double[] noisy(int seed, int count, IntToDoubleFunction level) {
        RandomStream random = new RandomStreams(seed).named("noise");
        double[] observations = new double[count];
        Arrays.setAll(observations, i -> level.applyAsDouble(i) + random.nextGaussian());
        return observations;
    }

    @Test
    void findsTheEndOfAStep() {
        for (int seed = 0; seed < 50; seed++) {
            WarmUp warmUp = WarmUp.of(noisy(seed, 3_000, i -> i < 300 ? 10 : 0));
            assertTrue(warmUp.reached());
            assertTrue(warmUp.observations() >= 300 && warmUp.observations() <= 600, warmUp::toString);
        }
    }

    @Test
    void removesTheBiasOfADecay() {
        double before = 0;
        double after = 0;
        for (int seed = 0; seed < 50; seed++) {
            double[] observations = noisy(seed, 4_000, i -> 20 * Math.exp(-i / 100.0));
            WarmUp warmUp = WarmUp.of(observations);
            assertTrue(warmUp.reached());
            before += Arrays.stream(observations).average().orElseThrow() / 50;
            after += Arrays.stream(observations).skip(warmUp.observations()).average().orElseThrow() / 50;
        }
        assertEquals(0.5, before, 0.02);
        assertEquals(0, after, 0.05);
    }

    @Test
    void leavesASteadyRunNearlyWhole() {
        double removed = 0;
        for (int seed = 0; seed < 100; seed++) {
            removed += WarmUp.of(noisy(seed, 2_000, i -> 5)).observations();
        }
        assertTrue(removed / 100 < 200, "on average " + removed / 100);
        assertEquals(new WarmUp(0, true), WarmUp.of(new double[100]));
    }

    @Test
    void saysWhenTheRunIsTooShort() {
        WarmUp warmUp = WarmUp.of(noisy(1, 1_000, i -> i < 700 ? 50 : 0));
        assertFalse(warmUp.reached());
        assertEquals(500, warmUp.observations());
        assertFalse(WarmUp.of(new double[9]).reached());
        assertEquals(0, WarmUp.of(new double[9]).observations());
        assertFalse(WarmUp.of(new double[0]).reached());
    }
}
