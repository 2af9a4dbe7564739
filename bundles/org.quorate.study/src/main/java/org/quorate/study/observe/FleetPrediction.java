// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quorate.model.observed.FigureName;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Origin;

/**
 * What a phase of a scenario predicts of all nodes: counts at its end, and rates over it. Immutable, thread-safe.
 *
 * @param origin     what was run
 * @param fileSystem label in the scenario
 * @param kind       what it is
 * @param phase      which
 * @param figures    by node, {@link #FLEET} among them; of counters the rate a second; the interval is that of one more run, not of the mean,
 *                   because a real cluster is one run
 * @param notes      what a reader must know
 */
public record FleetPrediction(Origin origin, String fileSystem, FileSystemKind kind, String phase,
        Map<String, SortedMap<FigureName, Interval>> figures, List<String> notes) {

    /** Stands for the sum of all nodes. */
    public static final String FLEET = "all";

    public FleetPrediction {
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
        notes = List.copyOf(notes);
    }

    /** Those of a node, or of {@link #FLEET}. */
    public SortedMap<FigureName, Interval> of(String node) {
        return figures.getOrDefault(node, Collections.emptySortedMap());
    }
}
