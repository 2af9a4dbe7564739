// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quorate.model.observed.FigureName;
import org.quorate.model.observed.FigureName.Topic;
import org.quorate.model.observed.NodeSample;

/**
 * Figures of one real node over time: counts as they are, and of counters the rate since the sample before, as far as the node has not
 * started anew and the counter has not gone back since then. Immutable.
 */
public final class NodeFigures {

    private final String node;
    private final List<Point> points = new ArrayList<>();
    private Optional<NodeSample> last = Optional.empty();

    /**
     * A sample with what can be said of it.
     *
     * @param atMillis   milliseconds since 1970
     * @param sample     its own
     * @param figures    of it, and sums
     * @param before     the point before, if rates can be said: same start of the node, later by its own clock
     * @param seconds    since then
     */
    private record Point(long atMillis, NodeSample sample, SortedMap<FigureName, Long> figures, Optional<Past> before, double seconds) {

        /** What a counter was before; null: it was not told, or one of the two is less than it really was. */
        Long before(FigureName name) {
            return before.isEmpty() || before.get().sample().isCut(name) || sample.isCut(name) ? null : before.get().figures().get(name);
        }
    }

    /** A point without what was before it. */
    private record Past(NodeSample sample, SortedMap<FigureName, Long> figures) {
    }

    /**
     * A figure at a time.
     *
     * @param atMillis milliseconds since 1970
     * @param value    a count, or a rate a second; of times the share of the time
     * @param seconds  that a rate is over; 0 for counts
     */
    public record Value(long atMillis, double value, double seconds) {
    }

    /** Those of a node in rounds that are in the order of time. */
    public NodeFigures(String node, List<Round> rounds) {
        this.node = node;
        for (Round round : rounds) {
            Optional<NodeSample> sample = round.sample(node);
            if (sample.isPresent()) {
                NodeSample now = sample.get();
                Optional<NodeSample> before = last.filter(found -> follows(found, now));
                points.add(new Point(round.atMillis(), now, complete(now),
                        before.map(found -> new Past(found, points.get(points.size() - 1).figures())),
                        before.map(found -> now.uptime() - found.uptime()).orElse(0.0)));
                last = sample;
            }
        }
    }

    /** Locks that it had at last besides those of any type and mode: OCFS2 does not list all. */
    long unlisted() {
        return last.map(NodeSample::unlisted).orElse(0L);
    }

    /** Not all was counted of it at last: it is that or more. */
    boolean isCut(FigureName name) {
        return last.isPresent() && last.get().isCut(name);
    }

    /** Not all was counted of something at some time. */
    boolean wasCut() {
        return points.stream().anyMatch(point -> !point.sample().cut().isEmpty());
    }

    /** Counters of the one go on in the other: the node has not started anew between them. */
    static boolean follows(NodeSample before, NodeSample now) {
        return before.boot().equals(now.boot()) && now.uptime() > before.uptime();
    }

    /** With sums over modes, types and devices, and bytes of slab caches. */
    private static SortedMap<FigureName, Long> complete(NodeSample sample) {
        SortedMap<FigureName, Long> all = new TreeMap<>(sample.figures());
        sample.figures().forEach((name, value) -> {
            switch (name.topic()) {
                case LOCK -> {
                    all.merge(new FigureName(Topic.LOCK, name.name(), Observation.ALL), value, Long::sum);
                    all.merge(new FigureName(Topic.LOCK, Observation.ALL, Observation.ALL), value, Long::sum);
                }
                case DISK, NETWORK -> all.merge(new FigureName(name.topic(), Observation.ALL, name.what()), value, Long::sum);
                case SLAB -> {
                    Long size = sample.figures().get(new FigureName(Topic.SLAB, name.name(), "object_bytes"));
                    if (name.what().equals("objects") && size != null) {
                        all.put(new FigureName(Topic.SLAB, name.name(), "bytes"), value * size);
                    }
                }
                default -> {
                    // These have no sums.
                }
            }
        });
        all.computeIfPresent(new FigureName(Topic.LOCK, Observation.ALL, Observation.ALL), (name, sum) -> sum + sample.unlisted());
        return all;
    }

    /** Name of the node. */
    public String node() {
        return node;
    }

    /** All that it ever said. */
    public SortedSet<FigureName> names() {
        SortedSet<FigureName> names = new TreeSet<>();
        points.forEach(point -> names.addAll(point.figures().keySet()));
        return names;
    }

    /** A figure over time; of a counter one value less than samples, and less for each gap. */
    public List<Value> values(FigureName name) {
        List<Value> values = new ArrayList<>();
        for (Point point : points) {
            OptionalDouble value = value(point, name);
            if (value.isPresent()) {
                values.add(new Value(point.atMillis(), value.getAsDouble(), name.grows() ? point.seconds() : 0));
            }
        }
        return values;
    }

    private static OptionalDouble value(Point point, FigureName name) {
        Long now = point.figures().get(name);
        if (now == null) {
            return OptionalDouble.empty();
        }
        if (!name.grows()) {
            return OptionalDouble.of(now);
        }
        Long before = point.before(name);
        // A counter that went back was set to 0 meanwhile, or is at its end: how often it has counted since is not known.
        if (before == null || now < before) {
            return OptionalDouble.empty();
        }
        double rate = (now - before) / point.seconds();
        return OptionalDouble.of(name.what().endsWith("_ns") ? rate / 1e9 : name.what().endsWith("_ms") ? rate / 1e3 : rate);
    }

    /** Counters that went back although the node had not started anew, by how often. */
    public long setBack() {
        return points.stream().filter(point -> point.figures().entrySet().stream().anyMatch(figure -> {
            Long before = figure.getKey().grows() ? point.before(figure.getKey()) : null;
            return before != null && figure.getValue() < before;
        })).count();
    }

    /** Samples before which it had started anew. */
    public long restarts() {
        long restarts = 0;
        for (int i = 1; i < points.size(); i++) {
            restarts += points.get(i).before().isEmpty() ? 1 : 0;
        }
        return restarts;
    }

    /** The mean over time; of counters over the time that rates are known of. */
    static OptionalDouble mean(List<Value> values) {
        double seconds = values.stream().mapToDouble(Value::seconds).sum();
        return seconds > 0 ? OptionalDouble.of(values.stream().mapToDouble(value -> value.value() * value.seconds()).sum() / seconds)
                : values.stream().mapToDouble(Value::value).average();
    }
}
