// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code quorate desktop}: what the start script does itself, as the desktop is another program. Here so that help, manual and
 * completion tell about it.
 */
@Command(name = "desktop", description = "Start the desktop, and open scenarios in it.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure: there is no display, say", "2:wrong usage"},
        footer = {"", "Without FILE it opens what was open last, or the welcome page. What was",
            "edited and not saved when a desktop crashed is offered for recovery.",
            "The desktop needs a display. quorate without any argument starts it, too."})
final class DesktopCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Scenarios to open.")
    private List<Path> files = List.of();

    /** The start script calls this program only for help. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "The desktop is another program; start it as: "
                + String.join(" ", Stream.concat(Stream.of("quorate-desktop"), files.stream().map(Path::toString)).toList()));
    }
}
