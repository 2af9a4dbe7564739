// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.quorate.model.Scenario;
import org.quorate.model.StudySettings;
import org.quorate.study.sweep.SweepSettings;

/**
 * What a user wants otherwise than the scenario says.
 *
 * @param seed            of all random streams, 0 or more, as in a scenario
 * @param replications    independent runs a contender, 2 to 1000; alone it is their number, whatever precision or time budget the
 *                        scenario has, so that any result can be had again
 * @param precision       wanted half width as a share of the mean latency over the mix, 0.001 to 0.5
 * @param maxReplications most runs a contender, 10 to 1000, not less than {@code replications}; needs a precision or time budget here or
 *                        in the scenario
 * @param timeBudget      wall time, 1 s to 24 h
 */
public record StudyOptions(OptionalLong seed, OptionalInt replications, OptionalDouble precision, OptionalInt maxReplications,
        Optional<Duration> timeBudget) {

    /** As the scenario says. */
    public static final StudyOptions NONE = new StudyOptions(OptionalLong.empty(), OptionalInt.empty());

    /** Fewer replications give no interval; more are not held to be meant. */
    public static final int LEAST_REPLICATIONS = StudySettings.LEAST_REPLICATIONS;
    public static final int MOST_REPLICATIONS = StudySettings.MOST_REPLICATIONS;

    public StudyOptions {
        seed.ifPresent(number -> require(number >= 0, "seed is a whole number from 0 to " + Long.MAX_VALUE + ", not " + number));
        replications.ifPresent(number -> require(number >= LEAST_REPLICATIONS && number <= MOST_REPLICATIONS,
                "replications are " + LEAST_REPLICATIONS + " to " + MOST_REPLICATIONS + ", not " + number));
        precision.ifPresent(share -> require(share >= StudySettings.FINEST && share <= StudySettings.COARSEST,
                "precision is 0.1 % to 50 %, not " + share * 100 + " %"));
        maxReplications.ifPresent(number -> {
            require(number >= StudySettings.FEWEST_FOR_PRECISION && number <= MOST_REPLICATIONS,
                    "max-replications are " + StudySettings.FEWEST_FOR_PRECISION + " to " + MOST_REPLICATIONS + ", not " + number);
            require(replications.isEmpty() || replications.getAsInt() <= number,
                    "max-replications are less than --replications, which are the fewest");
        });
        timeBudget.ifPresent(time -> require(time.compareTo(StudySettings.SHORTEST_BUDGET) >= 0
                && time.compareTo(StudySettings.LONGEST_BUDGET) <= 0,
                "time-budget is 1 s to 24 h"));
    }

    /** Seed and number of replications only. */
    public StudyOptions(OptionalLong seed, OptionalInt replications) {
        this(seed, replications, OptionalDouble.empty(), OptionalInt.empty(), Optional.empty());
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * Says whether these options make sense for a scenario.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public void check(Scenario scenario) {
        StudySettings own = scenario.study();
        require(maxReplications.isEmpty() || precision.isPresent() || timeBudget.isPresent()
                || replications.isEmpty() && own.sequential(), "max-replications need --precision or --time-budget");
    }

    /** The same for every point of a study. */
    SweepSettings forPoints() {
        Set<String> set = new HashSet<>();
        seed.ifPresent(number -> set.add(SweepSettings.SEED));
        replications.ifPresent(number -> set.add(SweepSettings.REPLICATIONS));
        return new SweepSettings(set, this::applyTo);
    }

    /** The scenario with these settings. */
    Scenario applyTo(Scenario scenario) {
        check(scenario);
        return new Scenario(scenario.schemaVersion(), scenario.name(), scenario.title(), scenario.cluster(),
                scenario.lun(), scenario.mountPoint(), scenario.fileSystems(), scenario.workload(),
                scenario.initialState(), scenario.targets(), scenario.application(), settings(scenario.study()));
    }

    private StudySettings settings(StudySettings own) {
        long newSeed = seed.orElse(own.seed());
        boolean sequentialHere = precision.isPresent() || timeBudget.isPresent();
        if (replications.isPresent() && !sequentialHere) {
            return new StudySettings(newSeed, replications.getAsInt(), own.confidence());
        }
        OptionalDouble newPrecision = precision.isPresent() ? precision : own.precision();
        Optional<Duration> newBudget = timeBudget.or(own::timeBudget);
        int fewest = replications.orElse(Math.min(own.replications(), maxReplications.orElse(MOST_REPLICATIONS)));
        int most = Math.max(fewest, maxReplications.orElse(own.maxReplications()));
        return new StudySettings(newSeed, fewest, own.confidence(), newPrecision, most, newBudget);
    }
}
