// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.stat.inference.TestUtils;
import org.junit.jupiter.api.Test;
import org.quorate.sim.output.Estimate;
import org.quorate.study.result.Interval;

/** Against the t test of commons-math, which is Welch's, on the samples themselves. */
class WelchTest {

    private static final double[] FIRST = {27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4};
    private static final double[] SECOND = {27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5, 29.2};
    private static final double[] FEW = {17.2, 20.9, 22.6, 18.1};

    private static Welch.Sample sample(double[] samples, double confidence) {
        Estimate estimate = Estimate.ofReplications(samples, confidence);
        return new Welch.Sample(new Interval(estimate.mean(), estimate.halfWidth()), samples.length, confidence);
    }

    /** The interval at a confidence ends at 0 if that confidence is 1 − p. */
    private static void holds(double[] first, double[] second) {
        double p = TestUtils.tTest(first, second);
        Interval difference = Welch.difference(sample(first, 0.95), sample(second, 0.9), 1 - p);
        assertEquals(Math.abs(difference.mean()), difference.halfWidth(), 1e-6 * Math.abs(difference.mean()));
    }

    @Test
    void theIntervalIsThatOfTheSamples() {
        holds(FIRST, SECOND);
        holds(SECOND, FEW);
        holds(FEW, FIRST);
        // By hand: the difference of the means, and 1 − p = 0.979 (example 1 of the article on Welch's test in Wikipedia).
        Interval difference = Welch.difference(sample(FIRST, 0.95), sample(SECOND, 0.95), 0.95);
        assertEquals(23.97 - 20.82, difference.mean(), 0.02);
        assertTrue(difference.excludesZero());
        assertFalse(Welch.difference(sample(FIRST, 0.95), sample(SECOND, 0.95), 0.999).excludesZero());
    }

    @Test
    void whatDoesNotVaryDiffersExactlyOrNotAtAll() {
        double[] one = {5, 5, 5};
        double[] other = {7, 7};
        assertEquals(Interval.exactly(2), Welch.difference(sample(one, 0.95), sample(other, 0.95), 0.95));
        assertEquals(Interval.exactly(0), Welch.difference(sample(one, 0.95), sample(one, 0.95), 0.95));
        // One that varies beside one that does not: Student's interval of the one.
        Interval mixed = Welch.difference(sample(one, 0.95), sample(FEW, 0.95), 0.95);
        assertEquals(sample(FEW, 0.95).interval().halfWidth(), mixed.halfWidth(), 1e-9);
    }
}
