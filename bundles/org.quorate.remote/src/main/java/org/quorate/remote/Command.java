// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.quorate.model.text.ShellWords;

/**
 * What a host shall run. Immutable; the input is the caller's own array, which must not change.
 *
 * @param line   a line of POSIX sh; to be made of {@link ShellWords#quote quoted} words
 * @param input  what the command reads
 * @param root   as root, by sudo where the login is another
 * @param limits times and sizes
 */
public record Command(String line, byte[] input, boolean root, Limits limits) {

    /**
     * What a command may take.
     *
     * @param idle  without a byte of output
     * @param total in all
     * @param kept  bytes that are kept of standard output, and as many of standard error; the others are counted
     */
    public record Limits(Duration idle, Duration total, int kept) {

        /** 30 s, 2 min, 1 MiB. */
        public static final Limits DEFAULT = new Limits(Duration.ofSeconds(30), Duration.ofMinutes(2), 1 << 20);
    }

    /** A program and its arguments, each quoted. */
    public static Command of(String... words) {
        return new Command(ShellWords.join(List.of(words)), new byte[0], false, Limits.DEFAULT);
    }

    /** The same as root. */
    public Command asRoot() {
        return new Command(line, input, true, limits);
    }

    /** The same with other limits. */
    public Command within(Limits other) {
        return new Command(line, input, root, other);
    }

    /** The same with that input. */
    public Command reading(byte[] bytes) {
        return new Command(line, bytes, root, limits);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Command command && line.equals(command.line) && Arrays.equals(input, command.input) && root == command.root
                && limits.equals(command.limits);
    }

    @Override
    public int hashCode() {
        return line.hashCode() * 31 + Arrays.hashCode(input);
    }

    /** Without the input, which may be large or secret. */
    @Override
    public String toString() {
        return (root ? "as root: " : "") + Visible.text(line);
    }
}
