// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Remembers for each file system of each scenario where it was exported to last, over restarts. Thread-safe if its store is. */
public final class FormerFolders {

    private final UnaryOperator<String> find;
    private final BiConsumer<String, String> keep;

    /**
     * Remembers them in a store.
     *
     * @param find the value of a key; empty if there is none
     * @param keep a key and its value
     */
    public FormerFolders(UnaryOperator<String> find, BiConsumer<String, String> keep) {
        this.find = find;
        this.keep = keep;
    }

    Optional<Path> of(String scenario, String label) {
        try {
            return Optional.of(find.apply(key(scenario, label))).filter(text -> !text.isEmpty()).map(Path::of);
        } catch (InvalidPathException e) {
            // Written by another system, perhaps.
            return Optional.empty();
        }
    }

    void remember(String scenario, String label, Path folder) {
        keep.accept(key(scenario, label), folder.toString());
    }

    /** Preferences take a slash for a level. */
    private static String key(String scenario, String label) {
        return "export." + scenario + "." + label.replace('/', '_');
    }
}
