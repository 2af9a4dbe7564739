// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExponentialTest {

    @Test
    void agreesWithTheLibraryToTheLastBits() {
        RandomStream random = new RandomStreams(1).named("exponential");
        double worst = 0;
        for (int i = 0; i < 1_000_000; i++) {
            double x = (random.nextDouble() - 0.5) * (i % 2 == 0 ? 4 : 1390);
            double exact = StrictMath.exp(x);
            worst = Math.max(worst, Math.abs(Exponential.exp(x) - exact) / exact);
        }
        assertTrue(worst < 5e-16, () -> "relative error, at most 5e-16 promised");
    }

    @Test
    void isExactWhereItMustBe() {
        assertEquals(1, Exponential.exp(0));
        assertEquals(0, Exponential.exp(Double.NEGATIVE_INFINITY));
        assertEquals(Double.POSITIVE_INFINITY, Exponential.exp(Double.POSITIVE_INFINITY));
        assertTrue(Double.isNaN(Exponential.exp(Double.NaN)));
        assertEquals(StrictMath.exp(-740), Exponential.exp(-740));
        assertEquals(StrictMath.exp(705), Exponential.exp(705));
    }
}
