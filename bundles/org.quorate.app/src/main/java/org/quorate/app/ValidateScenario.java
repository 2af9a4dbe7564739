// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;

/** Reads and checks scenario files: every problem at once. Thread-safe. */
public final class ValidateScenario {

    /** Far beyond any scenario, and still little memory. */
    private static final int MOST_BYTES = 16 << 20;

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
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException("larger than " + (MOST_BYTES >> 20) + " MiB");
        }
        try {
            return ScenarioReader.read(name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            throw new IOException("not UTF-8 text", e);
        }
    }
}
