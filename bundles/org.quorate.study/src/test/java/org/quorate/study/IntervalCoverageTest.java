// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quorate.sim.LatencyRecorder;
import org.quorate.sim.RandomStreams;
import org.quorate.study.result.Interval;

/**
 * How often the intervals hold the truth, over independent experiments whose answer is known: two M/M/1 queues that share
 * their random numbers, as two contenders do, in ten replications. A share of 5000 experiments is known to 0.3 % (one
 * standard deviation). The seeds are fixed: what is measured does not change unless the program does.
 */
class IntervalCoverageTest {

    private static final int EXPERIMENTS = 5000;
    private static final int REPLICATIONS = 10;
    /** Twenty of them lie beyond the 99th percentile. */
    private static final int CUSTOMERS = 2000;

    private enum Estimated { MEAN, MEAN_90, P50, P95, P99, DIFFERENCE, DIFFERENCE_90, RELATIVE }

    private static final Map<Estimated, AtomicInteger> HELD = new EnumMap<>(Estimated.class);

    @BeforeAll
    static void experiments() {
        for (Estimated estimated : Estimated.values()) {
            HELD.put(estimated, new AtomicInteger());
        }
        IntStream.range(0, EXPERIMENTS).parallel().forEach(IntervalCoverageTest::experiment);
    }

    private static void experiment(int seed) {
        StationaryQueue slow = new StationaryQueue(4_000_000, 8_000_000, CUSTOMERS);
        StationaryQueue fast = new StationaryQueue(3_000_000, 8_000_000, CUSTOMERS);
        double[] slowMeans = new double[REPLICATIONS];
        double[] fastMeans = new double[REPLICATIONS];
        double[][] percentiles = new double[3][REPLICATIONS];
        for (int i = 0; i < REPLICATIONS; i++) {
            RandomStreams streams = new RandomStreams(seed).replication(i);
            LatencyRecorder latency = slow.run(streams);
            slowMeans[i] = latency.mean();
            for (int p = 0; p < percentiles.length; p++) {
                percentiles[p][i] = latency.percentile(PhaseAnalysis.PERCENTILES.get(p));
            }
            fastMeans[i] = fast.run(streams).mean();
        }
        Intervals usual = new Intervals(0.95);
        Intervals narrow = new Intervals(0.9);
        double difference = slow.mean() - fast.mean();
        count(Estimated.MEAN, usual.of(slowMeans), slow.mean());
        count(Estimated.MEAN_90, narrow.of(slowMeans), slow.mean());
        count(Estimated.P50, usual.of(percentiles[0]), slow.percentile(50));
        count(Estimated.P95, usual.of(percentiles[1]), slow.percentile(95));
        count(Estimated.P99, usual.of(percentiles[2]), slow.percentile(99));
        count(Estimated.DIFFERENCE, usual.difference(slowMeans, fastMeans), difference);
        count(Estimated.DIFFERENCE_90, narrow.difference(slowMeans, fastMeans), difference);
        count(Estimated.RELATIVE, usual.relativeDifference(slowMeans, fastMeans).orElseThrow(), difference / fast.mean());
    }

    private static void count(Estimated estimated, Interval interval, double truth) {
        if (interval.low() <= truth && truth <= interval.high()) {
            HELD.get(estimated).incrementAndGet();
        }
    }

    private static void assertCoverage(Estimated estimated, double least, double most) {
        double coverage = (double) HELD.get(estimated).get() / EXPERIMENTS;
        assertTrue(least <= coverage && coverage <= most, () -> estimated + " is covered by " + 100 * coverage + " %");
    }

    @Test
    void aMeanIsCoveredAsOftenAsIsSaid() {
        assertCoverage(Estimated.MEAN, 0.94, 0.96);
        assertCoverage(Estimated.MEAN_90, 0.89, 0.91);
    }

    @Test
    void aPairedDifferenceIsCoveredAsOftenAsIsSaid() {
        assertCoverage(Estimated.DIFFERENCE, 0.94, 0.96);
        assertCoverage(Estimated.DIFFERENCE_90, 0.89, 0.91);
    }

    /** Its interval takes the base for known: on common random numbers both ends move together, and it is too wide. */
    @Test
    void aRelativeDifferenceIsCoveredMoreOftenThanIsSaid() {
        assertCoverage(Estimated.RELATIVE, 0.95, 1);
    }

    @Test
    void percentilesWithManyBeyondThemAreCoveredAsOftenAsIsSaid() {
        assertCoverage(Estimated.P50, 0.94, 0.96);
        assertCoverage(Estimated.P95, 0.94, 0.96);
    }

    /**
     * With 20 customers beyond it, in bursts as those of a queue come, a replication's own 99th percentile is too low on
     * average, and its interval holds the truth less often than is said: 92 %.
     */
    @Test
    void aPercentileWithFewBeyondItIsCoveredLessOften() {
        assertCoverage(Estimated.P99, 0.91, 0.96);
    }
}
