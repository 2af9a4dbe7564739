// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.Optional;

/**
 * What an import cannot know from its file.
 *
 * @param nodes that will do the work, 1 to 64
 * @param below only files below this absolute path lie on the shared file system; absent: all but the operating system's own
 */
public record ImportOptions(int nodes, Optional<String> below) {

    /** Nodes of the model. */
    public static final int MOST_NODES = 64;

    public ImportOptions {
        if (nodes < 1 || nodes > MOST_NODES) {
            throw new IllegalArgumentException("nodes are 1 to " + MOST_NODES + ", not " + nodes);
        }
    }
}
