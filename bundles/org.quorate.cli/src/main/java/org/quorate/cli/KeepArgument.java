// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** Where finished points are kept. */
final class KeepArgument {

    @Option(names = "--keep", paramLabel = "DIR", description = "Keep finished points in this directory and use those that are"
            + " there; default: the output's name with .points behind it; without an output nothing is kept.")
    private Path keep;

    /** The directory; absent: nothing is kept. */
    Optional<Path> directory(OutputArguments output) {
        return Optional.ofNullable(keep).or(() -> beside(output, name -> name));
    }

    /**
     * The directory beside an output; absent: there is no output, or it is a device, beside which there is no place.
     *
     * @param named what the directory is called by, of the name of the output
     */
    static Optional<Path> beside(OutputArguments output, UnaryOperator<String> named) {
        return output.file().filter(file -> !Files.exists(file) || Files.isRegularFile(file))
                .map(file -> file.resolveSibling(named.apply(file.getFileName().toString()) + ".points"));
    }
}
