// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;

/** The runs of the lab as scenarios, which come with the program. Immutable, thread-safe. */
final class LabScenarios {

    /**
     * The scenario of a run.
     *
     * @throws IllegalArgumentException there is none of that name
     * @throws IllegalStateException    it has errors, which is a fault of the program
     */
    Scenario named(String run) {
        String name = "lab/" + run + "/scenario.yaml";
        try (InputStream in = LabScenarios.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no scenario of the run " + run);
            }
            ScenarioReading reading = ScenarioReader.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return reading.document().orElseThrow(() -> new IllegalStateException(name + ": " + reading.problems())).scenario();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
