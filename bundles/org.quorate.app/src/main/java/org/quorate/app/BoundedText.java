// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads texts from outside: UTF-8, and not without end. Pure functions. */
public final class BoundedText {

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
     * Reads a file, also a device.
     *
     * @param mostBytes more are not read, 1 to 2^30
     * @throws IOException if it cannot be read, is not UTF-8 or larger than that
     */
    public static String read(Path file, int mostBytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, mostBytes);
        }
    }

    /**
     * Reads a stream to its end.
     *
     * @throws IOException if it cannot be read, is not UTF-8 or larger than 16 MiB
     */
    static String read(InputStream in) throws IOException {
        return read(in, MOST_BYTES);
    }

    private static String read(InputStream in, int mostBytes) throws IOException {
        byte[] bytes = in.readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw new IOException("larger than " + (mostBytes >> 20) + " MiB");
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
