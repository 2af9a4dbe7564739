// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.Optional;
import org.quorate.model.Cluster;

/**
 * What an import cannot know from its file.
 *
 * @param nodes that will do the work, 1 to {@value Cluster#MOST_NODES}
 * @param below only files below this absolute path lie on the shared file system; absent: all but the operating system's own
 */
public record ImportOptions(int nodes, Optional<String> below) {

    public ImportOptions {
        if (nodes < 1 || nodes > Cluster.MOST_NODES) {
            throw new IllegalArgumentException("nodes are 1 to " + Cluster.MOST_NODES + ", not " + nodes);
        }
    }
}
