// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where finished points are kept. */
final class KeepArgument {

    @Option(names = "--keep", paramLabel = "DIR", description = "Keep finished points in this directory and use those that are"
            + " there; default: the output's name with .points behind it; without an output nothing is kept.")
    private Path keep;

    /** The directory; absent: nothing is kept. */
    Optional<Path> directory(OutputArguments output) {
        // Beside a device there is no place for a directory.
        return keep != null ? Optional.of(keep) : output.file().filter(file -> !Files.exists(file) || Files.isRegularFile(file))
                .map(file -> file.resolveSibling(file.getFileName() + ".points"));
    }
}
