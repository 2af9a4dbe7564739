// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;

/** Reads and checks scenario files: every problem at once. Thread-safe. */
public final class ValidateScenario {

    ValidateScenario() {
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read, is not UTF-8 or larger than 16 MiB
     */
    public ScenarioReading read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        }
    }

    /**
     * Reads a stream to its end.
     *
     * @param name for messages
     * @throws IOException if it cannot be read, is not UTF-8 or larger than 16 MiB
     */
    public ScenarioReading read(String name, InputStream in) throws IOException {
        return ScenarioReader.read(name, BoundedText.read(in));
    }
}
