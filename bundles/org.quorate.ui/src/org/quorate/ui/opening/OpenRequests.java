// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Files that are to be opened: named on the command line, chosen in the system's file manager. They wait until there is a
 * window. Used by one thread.
 */
public final class OpenRequests {

    private final List<String> waiting = new ArrayList<>();
    private Consumer<String> server;

    /** @param files to begin with, as {@link ScenarioPaths#of} reads them */
    public OpenRequests(List<String> files) {
        waiting.addAll(files);
    }

    /** Opens a file, at once if that can be. */
    public void add(String file) {
        if (server == null) {
            waiting.add(file);
        } else {
            server.accept(file);
        }
    }

    /** From now on files can be opened; those that wait are. */
    public void serve(Consumer<String> open) {
        server = open;
        List.copyOf(waiting).forEach(open);
        waiting.clear();
    }
}
