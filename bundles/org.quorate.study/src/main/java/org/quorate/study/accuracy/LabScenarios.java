// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;

/** The scenarios that runs of the lab were runs of. Pure functions, thread-safe. */
final class LabScenarios {

    private LabScenarios() {
    }

    /**
     * The scenario of a run of the tables, which comes with the program.
     *
     * @throws IllegalArgumentException there is none of that name
     */
    static Scenario named(String run) {
        String name = "lab/" + run + "/scenario.yaml";
        return read(name, LabResource.text(name).orElseThrow(() -> new IllegalArgumentException("no scenario of the run " + run)));
    }

    /**
     * A scenario.
     *
     * @param name for messages
     * @throws IllegalArgumentException it has errors
     */
    static Scenario read(String name, String text) {
        ScenarioReading reading = ScenarioReader.read(name, text);
        return reading.document().orElseThrow(() -> new IllegalArgumentException(name + ": " + reading.problems())).scenario();
    }
}
