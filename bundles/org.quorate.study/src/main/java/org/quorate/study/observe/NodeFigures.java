// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.quorate.model.observed.FigureName;
import org.quorate.model.observed.NodeSample;

/**
 * Figures of one real node over time: counts as they are, and of counters the rate since the sample before, as far as the node has not
 * started anew and the counter has not gone back since then. Immutable.
 */
public final class NodeFigures {

    private final String node;
    private final List<SamplePoint> points = new ArrayList<>();
    private final SortedSet<FigureName> names = new TreeSet<>();

    /**
     * A figure at a time.
     *
     * @param atMillis milliseconds since 1970
     * @param value    a count, or a rate a second; of times the share of the time
     * @param seconds  that a rate is over; 0 for counts
     */
    public record Value(long atMillis, double value, double seconds) {
    }

    /**
     * Those of a node.
     *
     * @param rounds in the order of time
     * @param which  figures; of a long series all of them take seconds, and some of them a fraction of that
     */
    public NodeFigures(String node, List<Round> rounds, Predicate<FigureName> which) {
        this.node = node;
        Optional<SamplePoint> last = Optional.empty();
        for (Round round : rounds) {
            Optional<NodeSample> sample = round.sample(node);
            if (sample.isPresent()) {
                last = Optional.of(SamplePoint.of(round.atMillis(), sample.get(), last, which));
                names.addAll(last.get().figures().keySet());
                points.add(last.get());
            }
        }
    }

    /** Name of the node. */
    public String node() {
        return node;
    }

    /** Those that it ever said. */
    public SortedSet<FigureName> names() {
        return Collections.unmodifiableSortedSet(names);
    }

    /** Of some samples it is left out, because not all was counted of it. */
    public boolean isCut(FigureName name) {
        return points.stream().anyMatch(point -> point.isCut(name) && point.figures().containsKey(name));
    }

    /** A figure over time, without what was not counted to its end; of a counter one value less than samples, and less for each gap. */
    public List<Value> values(FigureName name) {
        List<Value> values = new ArrayList<>();
        for (SamplePoint point : points) {
            OptionalDouble value = point.value(name);
            if (value.isPresent() && !point.isCut(name)) {
                values.add(new Value(point.atMillis(), value.getAsDouble(), name.grows() ? point.seconds() : 0));
            }
        }
        return values;
    }
}
