// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.quorate.cli.text.Plain;
import org.quorate.model.yaml.Problem;

/**
 * The terminal: results go to {@code out}, all else to {@code err}. Both are UTF-8 whatever the locale, for JSON must be
 * and a table needs its signs.
 *
 * @param in          standard input
 * @param out         standard output
 * @param err         standard error
 * @param outTerminal standard output is a terminal
 * @param errTerminal standard error is a terminal
 * @param noColor     the environment asks for no colour (NO_COLOR is set and not empty, or TERM is dumb)
 */
record Console(InputStream in, PrintStream out, PrintStream err, boolean outTerminal, boolean errTerminal,
        boolean noColor) {

    /** That of this process. */
    static Console ofProcess() {
        String noColor = System.getenv("NO_COLOR");
        return new Console(System.in, stream(FileDescriptor.out), stream(FileDescriptor.err), terminal(1), terminal(2),
                noColor != null && !noColor.isEmpty() || "dumb".equals(System.getenv("TERM")));
    }

    /** Tells something beside the result. */
    void remark(String text) {
        err.println("quorate: " + Plain.line(text));
    }

    /** Tells a problem of a scenario. */
    void tell(Problem problem) {
        err.println(problem.severity().name().toLowerCase(Locale.ROOT) + ": " + problem);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** Java tells only whether input and output are a terminal both; Linux tells of each. */
    private static boolean terminal(int descriptor) {
        try {
            Path device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
            return device.startsWith("/dev/pts") || device.toString().startsWith("/dev/tty")
                    || device.equals(Path.of("/dev/console"));
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }
}
