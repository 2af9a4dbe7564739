// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.model.Scenario;

/** Every sample scenario that ships is read without a word. */
class SamplesTest {

    /** All of them; the modules lie two levels below the root. */
    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../../sample-models"))) {
            return files.filter(file -> file.endsWith("scenario.yaml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadWithoutProblemAndSurvivesTheWriter(Path sample) throws IOException {
        ScenarioReading reading = ScenarioReader.read(sample.toString(), Files.readString(sample));
        assertEquals(List.of(), reading.problems());
        Scenario scenario = reading.document().orElseThrow().scenario();
        ScenarioReading again = ScenarioReader.read("written.yaml", ScenarioWriter.write(scenario));
        assertEquals(List.of(), again.problems());
        assertEquals(scenario, again.document().orElseThrow().scenario());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void hasAReadmeOfTwoLines(Path sample) throws IOException {
        List<String> lines = Files.readAllLines(sample.resolveSibling("README.md"));
        assertEquals(2, lines.size());
        assertTrue(lines.stream().noneMatch(String::isBlank));
    }
}
