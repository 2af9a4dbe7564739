// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A password or passphrase, wiped when it is closed. Used by one thread; has no text of it. */
public final class Secret implements AutoCloseable {

    private final char[] characters;

    /** @param characters become the secret's own and are wiped with it */
    public Secret(char[] characters) {
        this.characters = characters;
    }

    /** A copy; who asks for it wipes it. */
    public char[] copy() {
        return characters.clone();
    }

    /** UTF-8 with a line feed at the end; who asks for it wipes it. */
    public byte[] line() {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        byte[] line = new byte[encoded.remaining() + 1];
        encoded.get(line, 0, line.length - 1);
        line[line.length - 1] = '\n';
        Arrays.fill(encoded.array(), (byte) 0);
        return line;
    }

    /** Wipes it. */
    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
