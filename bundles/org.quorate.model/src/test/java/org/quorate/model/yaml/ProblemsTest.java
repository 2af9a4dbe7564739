// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of problem, with line, column, field, what is wrong and what is allowed, against files of expectation. */
class ProblemsTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/quorate/model/yaml/problems");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    /** After a change of messages: run once with -Dquorate.problems.update=true, and read the difference. */
    @ParameterizedTest
    @MethodSource("files")
    void everyProblemIsToldWithItsPlace(Path file) throws IOException {
        String name = file.getFileName().toString();
        ScenarioReading reading = ScenarioReader.read(name, Files.readString(file));
        String problems = reading.problems().stream().map(problem -> problem + "\n").collect(Collectors.joining());
        Path expected = FOLDER.resolve(name.replace(".yaml", ".problems"));
        if (Boolean.getBoolean("quorate.problems.update")) {
            Files.writeString(expected, problems);
        }
        assertFalse(reading.document().isPresent());
        assertEquals(Files.readString(expected), problems);
    }

    /** The places in the files of expectation are right: at each stands what the problem is about. */
    @Test
    void placesPointAtTheText() throws IOException {
        Path file = FOLDER.resolve("values.yaml");
        List<String> lines = Files.readAllLines(file);
        List<Problem> problems = ScenarioReader.read("values.yaml", Files.readString(file)).problems();
        assertTrue(problems.size() > 60, "only " + problems.size());
        for (Problem problem : problems) {
            String rest = lines.get(problem.line() - 1).substring(problem.column() - 1);
            String line = lines.get(problem.line() - 1).substring(0, problem.column() - 1);
            String key = problem.path().replaceAll("\\[[0-9]+\\]$", "").replaceAll(".*\\.", "");
            assertTrue(line.contains(key + ":"), problem + " at " + rest);
            assertFalse(rest.startsWith(" "), problem.toString());
        }
    }
}
