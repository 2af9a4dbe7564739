// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a running cluster said in all rounds so far, summed up, for {@link FleetComparison}: a round costs the same however many were before
 * it, and none is left out. Used by one thread.
 */
public final class FleetTally {

    private final ObservationSeries.Head head;
    private final Map<String, NodeTally> nodes = new LinkedHashMap<>();
    private long rounds;
    private long fromMillis;
    private long toMillis;

    /** Nothing yet. */
    public FleetTally(ObservationSeries.Head head) {
        this.head = head;
        head.nodes().forEach(node -> nodes.put(node, new NodeTally(node)));
    }

    /** The next round; a node that the head does not have is left out. */
    public void add(Round round) {
        fromMillis = rounds == 0 ? round.atMillis() : fromMillis;
        toMillis = round.atMillis();
        rounds++;
        round.nodes().stream().filter(answer -> nodes.containsKey(answer.node())).forEach(answer -> nodes.get(answer.node()).add(round.atMillis(), answer));
    }

    /** How many were added. */
    public long rounds() {
        return rounds;
    }

    ObservationSeries.Head head() {
        return head;
    }

    /** In the order of the head. */
    Collection<NodeTally> nodes() {
        return Collections.unmodifiableCollection(nodes.values());
    }

    /** When the first one began, milliseconds since 1970; 0: there is none. */
    long fromMillis() {
        return fromMillis;
    }

    /** When the last one began. */
    long toMillis() {
        return toMillis;
    }
}
