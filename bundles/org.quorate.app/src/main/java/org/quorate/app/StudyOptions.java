// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.quorate.model.Scenario;
import org.quorate.model.StudySettings;
import org.quorate.study.sweep.SweepSettings;

/**
 * What a user wants otherwise than the scenario says.
 *
 * @param seed         of all random streams
 * @param replications independent runs a contender, 2 to 1000
 */
public record StudyOptions(OptionalLong seed, OptionalInt replications) {

    /** As the scenario says. */
    public static final StudyOptions NONE = new StudyOptions(OptionalLong.empty(), OptionalInt.empty());

    /** Fewer replications give no interval; more are not held to be meant. */
    public static final int LEAST_REPLICATIONS = 2;
    public static final int MOST_REPLICATIONS = 1000;

    public StudyOptions {
        replications.ifPresent(number -> {
            if (number < LEAST_REPLICATIONS || number > MOST_REPLICATIONS) {
                throw new IllegalArgumentException("replications are " + LEAST_REPLICATIONS + " to " + MOST_REPLICATIONS
                        + ", not " + number);
            }
        });
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
        StudySettings settings = new StudySettings(seed.orElse(scenario.study().seed()),
                replications.orElse(scenario.study().replications()), scenario.study().confidence());
        return new Scenario(scenario.schemaVersion(), scenario.name(), scenario.title(), scenario.cluster(),
                scenario.lun(), scenario.mountPoint(), scenario.fileSystems(), scenario.workload(),
                scenario.initialState(), scenario.targets(), scenario.application(), settings);
    }
}
