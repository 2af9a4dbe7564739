// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** The files that were opened or saved last, newest first. Used by one thread. */
public final class RecentFiles {

    private final IntSupplier most;
    private final Consumer<String> keep;
    private final List<Path> files = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /**
     * @param kept what {@code keep} was last given; empty at the first start
     * @param most how many to remember, asked at each change
     * @param keep stores the list for the next start
     */
    public RecentFiles(String kept, IntSupplier most, Consumer<String> keep) {
        this.most = most;
        this.keep = keep;
        for (String line : kept.lines().limit(most.getAsInt()).toList()) {
            try {
                files.add(Path.of(line));
            } catch (InvalidPathException e) {
                // Kept by another system's version; nothing that could be opened here.
                continue;
            }
        }
    }

    public List<Path> files() {
        return List.copyOf(files);
    }

    public void add(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        files.remove(absolute);
        if (absolute.toString().lines().count() == 1) {
            files.add(0, absolute);
        }
        change();
    }

    /** Forgets a file that is gone. */
    public void remove(Path file) {
        files.remove(file.toAbsolutePath().normalize());
        change();
    }

    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void change() {
        while (files.size() > most.getAsInt()) {
            files.remove(files.size() - 1);
        }
        keep.accept(String.join("\n", files.stream().map(Path::toString).toList()));
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
