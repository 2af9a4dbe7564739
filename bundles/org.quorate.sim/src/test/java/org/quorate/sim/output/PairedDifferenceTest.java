// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.quorate.sim.output.PairedDifference.Verdict;

class PairedDifferenceTest {
    @Test
    void seesADifferenceThatIsSmallBesideTheCommonSpread() {
        double[] first = {10, 50, 90, 30};
        double[] second = {11.1, 51, 90.9, 31};
        PairedDifference difference = PairedDifference.of(first, second, 0.95);
        assertEquals(1, difference.difference().mean(), 1e-12);
        assertEquals(Verdict.HIGHER, difference.verdict());
        assertTrue(difference.significant());
        assertEquals(Verdict.LOWER, PairedDifference.of(second, first, 0.95).verdict());
    }

    @Test
    void isATieWhenTheIntervalCoversZero() {
        PairedDifference difference = PairedDifference.of(new double[] {1, 2, 3}, new double[] {2, 1, 3.5}, 0.95);
        assertEquals(Verdict.TIE, difference.verdict());
        assertFalse(difference.significant());
    }

    @Test
    void equalSystemsTieAndAConstantDifferenceIsCertain() {
        double[] values = {1, 2, 3};
        assertEquals(Verdict.TIE, PairedDifference.of(values, values, 0.95).verdict());
        assertEquals(Verdict.HIGHER, PairedDifference.of(values, new double[] {2, 3, 4}, 0.95).verdict());
    }

    @Test
    void oneReplicationProvesNothing() {
        assertEquals(Verdict.TIE, PairedDifference.of(new double[] {1}, new double[] {1e9}, 0.95).verdict());
    }

    @Test
    void refusesUnequalNumbers() {
        assertThrows(IllegalArgumentException.class, () -> PairedDifference.of(new double[2], new double[3], 0.95));
    }
}
