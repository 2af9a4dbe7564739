// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.model.yaml.ScenarioReading;

class SamplesTest {

    private static final Path FOLDER = Path.of("../../sample-models");

    private final QuorateApp app = new QuorateApp(1);
    private final Samples samples = app.samples();

    @Test
    void everySampleOfTheProjectIsThere() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            Set<String> names = folders.filter(folder -> Files.exists(folder.resolve("scenario.yaml")))
                    .map(folder -> folder.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
            assertEquals(names, new TreeSet<>(samples.names()));
        }
    }

    @Test
    void everySampleIsAScenarioOfThatName() throws IOException {
        for (String name : samples.names()) {
            ScenarioReading reading = app.validateScenario().read(name,
                    new ByteArrayInputStream(samples.scenario(name).getBytes(StandardCharsets.UTF_8)));
            assertEquals(name, reading.document().orElseThrow().scenario().name());
            assertFalse(samples.readme(name).isBlank());
        }
    }

    @Test
    void aCopyIsTheSampleAndReplacesNothingUnasked(@TempDir Path directory) throws IOException {
        Path copy = directory.resolve("deep/copy");
        samples.copy("maildir", copy, false);
        assertEquals(Files.readString(FOLDER.resolve("maildir/scenario.yaml")), Files.readString(copy.resolve("scenario.yaml")));
        assertThrows(FileAlreadyExistsException.class, () -> samples.copy("web-sessions", copy, false));
        assertEquals(samples.scenario("maildir"), Files.readString(copy.resolve("scenario.yaml")));
        samples.copy("web-sessions", copy, true);
        assertEquals(samples.scenario("web-sessions"), Files.readString(copy.resolve("scenario.yaml")));
        assertThrows(IllegalArgumentException.class, () -> samples.copy("../maildir", copy, true));
    }
}
