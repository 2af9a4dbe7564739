// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.opening;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of the files that somebody drops on a window are scenarios.
 *
 * @param scenarios to be opened
 * @param refused   what is none, as it was named
 */
public record ScenarioPaths(List<Path> scenarios, List<String> refused) {

    /** Every sample is a folder with this file in it. */
    private static final String USUAL_NAME = "scenario.yaml";

    public ScenarioPaths {
        scenarios = List.copyOf(scenarios);
        refused = List.copyOf(refused);
    }

    /** Takes YAML files, and folders that hold a scenario; a path or a URI names each. */
    public static ScenarioPaths of(List<String> names) {
        List<Path> scenarios = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (String name : names) {
            path(name).flatMap(ScenarioPaths::scenario).ifPresentOrElse(scenarios::add, () -> refused.add(name));
        }
        return new ScenarioPaths(scenarios, refused);
    }

    /** A path, or a URI of a file as file managers and browsers hand them over; empty if it is neither. */
    public static Optional<Path> path(String name) {
        try {
            return Optional.of(name.startsWith("file:") ? Path.of(URI.create(name)) : Path.of(name));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            // What is no path at all is among the former.
            return Optional.empty();
        }
    }

    private static Optional<Path> scenario(Path path) {
        if (Files.isDirectory(path)) {
            return Optional.of(path.resolve(USUAL_NAME)).filter(Files::isRegularFile);
        }
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return Optional.of(path).filter(file -> Files.isRegularFile(file) && (name.endsWith(".yaml") || name.endsWith(".yml")));
    }
}
