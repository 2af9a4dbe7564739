// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.quorate.app.AtomicFile;
import org.quorate.app.ReportFiles;
import org.quorate.app.ReportForm;
import org.quorate.app.ReportStore;
import picocli.CommandLine.Option;

/** Where a result goes. */
final class OutputArguments {

    private static final String STANDARD_OUTPUT = "-";

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", defaultValue = STANDARD_OUTPUT,
            description = "Write the result into this file, whole or not at all; - is standard output (the default).")
    private String output;

    @Option(names = "--force", description = "Replace files that exist.")
    private boolean force;

    boolean force() {
        return force;
    }

    boolean toTerminal() {
        return output.equals(STANDARD_OUTPUT);
    }

    /** The file, unless it is standard output. */
    Optional<Path> file() {
        return toTerminal() ? Optional.empty() : Optional.of(Path.of(output));
    }

    /** Refuses at once what would be refused after minutes of work. */
    void check() throws IOException {
        if (!toTerminal()) {
            new AtomicFile().check(Path.of(output), force);
        }
    }

    /** The same of a report in that form. */
    void check(ReportForm form) throws IOException {
        if (!toTerminal()) {
            new ReportStore().check(Path.of(output), form, force);
        }
    }

    /** Writes a report with what is beside it; on standard output it has nothing beside it. */
    void write(Console console, ReportFiles report) throws IOException {
        if (toTerminal()) {
            write(console, report.main());
        } else {
            new ReportStore().write(Path.of(output), report, force);
        }
    }

    /** Writes the result. */
    void write(Console console, String text) throws IOException {
        write(console, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a result that need not be text. */
    void write(Console console, byte[] content) throws IOException {
        if (toTerminal()) {
            console.out().write(content);
            console.out().flush();
        } else {
            new AtomicFile().write(Path.of(output), content, force);
        }
    }
}
