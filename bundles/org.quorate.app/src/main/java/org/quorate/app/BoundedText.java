// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads texts that people wrote: UTF-8, and not without end. Pure functions. */
final class BoundedText {

    /** Far beyond any scenario, and still little memory. */
    private static final int MOST_BYTES = 16 << 20;

    private BoundedText() {
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read, is not UTF-8 or larger than 16 MiB
     */
    static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /**
     * Reads a stream to its end.
     *
     * @throws IOException if it cannot be read, is not UTF-8 or larger than 16 MiB
     */
    static String read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException("larger than " + (MOST_BYTES >> 20) + " MiB");
        }
        return decoded(bytes);
    }

    /**
     * The text of bytes.
     *
     * @throws IOException if they are not UTF-8
     */
    static String decoded(byte[] bytes) throws IOException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IOException("not UTF-8 text", e);
        }
    }
}
