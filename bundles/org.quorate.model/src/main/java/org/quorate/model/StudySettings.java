// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a comparison is run. Immutable.
 *
 * @param seed            of all random streams
 * @param replications    independent runs a contender, {@value #LEAST_REPLICATIONS} to {@value #MOST_REPLICATIONS}: so many, or the fewest if there is a precision or a time budget
 * @param confidence      of the intervals, 0.5 to 0.999
 * @param precision       replications are added until the half width of the interval of each contender's mean latency over the mix
 *                        is at most this share of the mean, {@value #FINEST} to {@value #COARSEST}; absent: no precision is wanted
 * @param maxReplications most runs a contender, {@code replications} to {@value #MOST_REPLICATIONS}; only with a precision or a time budget
 * @param timeBudget      no replications are added beyond the fewest that would end after this wall time
 */
public record StudySettings(long seed, int replications, double confidence, OptionalDouble precision, int maxReplications,
        Optional<Duration> timeBudget) {

    /** Limits of the number of replications. */
    public static final int LEAST_REPLICATIONS = 2;
    public static final int MOST_REPLICATIONS = 1000;
    /** Limits of a precision. */
    public static final double FINEST = 0.001;
    public static final double COARSEST = 0.5;
    /** Limits of a time budget. */
    public static final Duration SHORTEST_BUDGET = Duration.ofSeconds(1);
    public static final Duration LONGEST_BUDGET = Duration.ofHours(24);

    /** Most runs a contender if the scenario does not say otherwise. */
    public static final int USUAL_MOST = 100;

    /**
     * Fewest replications whose spread decides whether there are enough. With fewer, a spread that is small by chance ends the study,
     * and the interval holds the truth less often than it says (Law, "Simulation Modeling and Analysis", 5th ed., section 9.4.1:
     * at least 10).
     */
    public static final int FEWEST_FOR_PRECISION = 10;

    public static final StudySettings DEFAULT = new StudySettings(1, 5, 0.95);

    /** So many replications. */
    public StudySettings(long seed, int replications, double confidence) {
        this(seed, replications, confidence, OptionalDouble.empty(), Math.max(USUAL_MOST, replications), Optional.empty());
    }

    /** The number of replications depends on what they give, or on how long they take. */
    public boolean sequential() {
        return precision.isPresent() || timeBudget.isPresent();
    }

    /** Replications that are made in any case. */
    public int fewest() {
        return precision.isPresent() ? Math.max(replications, FEWEST_FOR_PRECISION) : replications;
    }
}
