// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.quorate.model.StudySettings;
import org.quorate.sim.RandomStream;
import org.quorate.sim.RandomStreams;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Stopping.Reason;

class StoppingRuleTest {

    private static final int EXPERIMENTS = 5000;
    private static final double PRECISION = 0.05;
    private static final Intervals INTERVALS = new Intervals(0.95);

    private static StoppingRule precise(int fewest) {
        return new StoppingRule(fewest, 1000, OptionalDouble.of(PRECISION), OptionalLong.empty());
    }

    private static StoppingRule within(long budgetNanos) {
        return new StoppingRule(4, 1000, OptionalDouble.empty(), OptionalLong.of(budgetNanos));
    }

    private static int next(StoppingRule rule, int made, double widest) {
        return rule.next(made, OptionalDouble.of(widest), 1);
    }

    @Test
    void addsWhatTheSpreadSoFarDemands() {
        assertEquals(10, next(precise(10), 10, 0.05));
        assertEquals(Reason.PRECISE, precise(10).reason(10, OptionalDouble.of(0.05)));
        // 1.2 times too wide: 1.44 times as many.
        assertEquals(15, next(precise(10), 10, 0.06));
        assertEquals(72, next(precise(10), 50, 0.06));
        // Neither a look after each replication, nor a jump on a spread that may be large by chance.
        assertEquals(120, next(precise(10), 100, 0.0501));
        assertEquals(20, next(precise(10), 10, 0.5));
        assertEquals(1000, next(precise(10), 800, 0.06));
        assertEquals(1000, next(precise(10), 1000, 0.06));
        assertEquals(Reason.MOST_REPLICATIONS, precise(10).reason(1000, OptionalDouble.of(0.06)));
    }

    @Test
    void endsWhereThereIsNothingToKnow() {
        assertEquals(10, precise(10).next(10, OptionalDouble.empty(), 1));
        assertEquals(Reason.NO_LATENCY, precise(10).reason(10, OptionalDouble.empty()));
    }

    @Test
    void addsOnlyWhatEndsInTime() {
        // Four took 4 s: of 10 s there are 6 s left, but no more is added at once than there is.
        assertEquals(8, within(10_000_000_000L).next(4, OptionalDouble.empty(), 4_000_000_000L));
        assertEquals(10, within(10_000_000_000L).next(8, OptionalDouble.empty(), 8_000_000_000L));
        assertEquals(8, within(10_000_000_000L).next(8, OptionalDouble.empty(), 9_000_000_000L));
        assertEquals(8, within(10_000_000_000L).next(8, OptionalDouble.empty(), 19_000_000_000L));
        assertEquals(Reason.TIME_BUDGET, within(1).reason(8, OptionalDouble.empty()));
    }

    @Test
    void makesAtLeastTenForAPrecision() {
        StudySettings settings = new StudySettings(1, 5, 0.95, OptionalDouble.of(0.05), 100, Optional.empty());
        assertEquals(10, StoppingRule.of(settings).fewest());
        assertEquals(5, StoppingRule.of(new StudySettings(1, 5, 0.95, OptionalDouble.empty(), 100, Optional.of(Duration.ofHours(1)))).fewest());
        assertEquals(20, StoppingRule.of(new StudySettings(1, 20, 0.95, OptionalDouble.of(0.05), 100, Optional.empty())).fewest());
    }

    /**
     * To stop when the interval happens to be narrow makes it hold the truth less often: the more so the earlier the first look.
     * Law gives ten replications as the fewest; with them, the loss is small. Replications are normal with mean 1 and a spread that
     * needs about 38 of them.
     */
    @Test
    void theIntervalOfTheLastLookStillHoldsTheTruth() {
        double ten = coverage(precise(StudySettings.FEWEST_FOR_PRECISION));
        double two = coverage(precise(2));
        assertTrue(ten >= 0.93 && ten <= 0.96, "from ten on: " + ten);
        assertTrue(two < ten - 0.02, "from two on: " + two + ", from ten on: " + ten);
    }

    private static double coverage(StoppingRule rule) {
        int held = 0;
        for (int seed = 0; seed < EXPERIMENTS; seed++) {
            RandomStream random = new RandomStreams(seed).named("replications");
            double[] samples = new double[rule.most()];
            int made = 0;
            int next = rule.fewest();
            Interval interval = null;
            while (made < next) {
                for (; made < next; made++) {
                    samples[made] = 1 + 0.15 * random.nextGaussian();
                }
                interval = INTERVALS.of(Arrays.copyOf(samples, made));
                next = rule.next(made, OptionalDouble.of(interval.halfWidth() / interval.mean()), 1);
            }
            assertTrue(interval.halfWidth() <= PRECISION * interval.mean());
            held += interval.low() <= 1 && 1 <= interval.high() ? 1 : 0;
        }
        return (double) held / EXPERIMENTS;
    }
}
