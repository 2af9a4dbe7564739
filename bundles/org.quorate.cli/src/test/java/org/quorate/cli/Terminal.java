// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Runs command lines in this process, on streams that a test gives and reads; they are no terminals, and have no colours. */
final class Terminal {

    private final String in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** With nothing on standard input. */
    Terminal() {
        this("");
    }

    /** With that on standard input, in each run anew. */
    Terminal(String in) {
        this.in = in;
    }

    /** Scenarios and the like that stand beside the tests. */
    static String resource(String name) {
        try (InputStream in = Terminal.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command; what the one before wrote is forgotten. */
    int run(String... arguments) {
        return runOn(in, arguments);
    }

    /** Runs a command behind words that stay the same. */
    int run(List<String> first, String... more) {
        return run(Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new));
    }

    /** The same with something else on standard input. */
    int runOn(String input, String... arguments) {
        out.reset();
        err.reset();
        return new QuorateCommandLine(new Console(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), stream(out), stream(err),
                false, false, false)).run(arguments);
    }

    /** What the last run wrote on standard output. */
    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What the last run wrote on standard error. */
    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Wrong usage exits with 2, writes no result, and says why. */
    void assertWrongUsage(String why, String... arguments) {
        assertEquals(2, run(arguments), this::err);
        assertEquals("", out());
        assertTrue(err().contains(why), this::err);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
