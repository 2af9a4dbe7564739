// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.util.List;

/**
 * What the nodes do: sets of files, and phases that use them one after the other. Immutable, thread-safe.
 *
 * @param fileSets at least one
 * @param phases   at least one, run in this order on one file system; each inherits what the earlier ones left
 */
public record Workload(List<FileSet> fileSets, List<Phase> phases) {

    public Workload {
        fileSets = List.copyOf(fileSets);
        phases = List.copyOf(phases);
    }
}
