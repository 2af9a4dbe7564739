// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.quorate.model.observed.FigureName;
import org.quorate.model.observed.FigureName.Topic;
import org.quorate.model.observed.NodeSample;

/**
 * A sample with what can be said of it. Immutable.
 *
 * @param atMillis milliseconds since 1970
 * @param sample   its own
 * @param figures  of it, and sums
 * @param before   the sample before, if rates can be said: same start of the node, later by its own clock
 * @param seconds  since then
 */
record SamplePoint(long atMillis, NodeSample sample, SortedMap<FigureName, Long> figures, Optional<Past> before, double seconds) {

    /** Locks of any type and mode, also those that are not listed. */
    static final FigureName LOCKS = new FigureName(Topic.LOCK, Observation.ALL, Observation.ALL);

    /** A sample without what was before it. */
    private record Past(NodeSample sample, SortedMap<FigureName, Long> figures) {
    }

    /**
     * A sample after another.
     *
     * @param last  the one before; absent: this is the first
     * @param which figures are kept
     */
    static SamplePoint of(long atMillis, NodeSample sample, Optional<SamplePoint> last, Predicate<FigureName> which) {
        Optional<SamplePoint> before = last.filter(found -> follows(found.sample(), sample));
        return new SamplePoint(atMillis, sample, complete(sample, which), before.map(found -> new Past(found.sample(), found.figures())),
                before.map(found -> sample.uptime() - found.sample().uptime()).orElse(0.0));
    }

    /** Counters of the one go on in the other: the node has not started anew between them. */
    private static boolean follows(NodeSample before, NodeSample now) {
        return before.boot().equals(now.boot()) && now.uptime() > before.uptime();
    }

    /** With sums over modes, types and devices, and bytes of slab caches. */
    private static SortedMap<FigureName, Long> complete(NodeSample sample, Predicate<FigureName> which) {
        SortedMap<FigureName, Long> all = new TreeMap<>();
        sample.figures().forEach((name, value) -> {
            add(all, name, value, which);
            switch (name.topic()) {
                case LOCK -> {
                    add(all, new FigureName(Topic.LOCK, name.name(), Observation.ALL), value, which);
                    add(all, LOCKS, value, which);
                }
                case DISK, NETWORK -> add(all, new FigureName(name.topic(), Observation.ALL, name.what()), value, which);
                case SLAB -> {
                    Long size = sample.figures().get(new FigureName(Topic.SLAB, name.name(), "object_bytes"));
                    if (name.what().equals("objects") && size != null) {
                        add(all, new FigureName(Topic.SLAB, name.name(), "bytes"), value * size, which);
                    }
                }
                default -> {
                    // These have no sums.
                }
            }
        });
        all.computeIfPresent(LOCKS, (name, sum) -> sum + sample.unlisted());
        return all;
    }

    private static void add(SortedMap<FigureName, Long> all, FigureName name, long value, Predicate<FigureName> which) {
        if (which.test(name)) {
            all.merge(name, value, Long::sum);
        }
    }

    /** Not all was counted of it: of a count this is the least that it may be. */
    boolean isCut(FigureName name) {
        return sample.isCut(name);
    }

    /** A count, as far as it was counted, or of a counter the rate since the sample before; absent: it is not known. */
    OptionalDouble value(FigureName name) {
        Long now = figures.get(name);
        if (now == null) {
            return OptionalDouble.empty();
        }
        if (!name.grows()) {
            return OptionalDouble.of(now);
        }
        Long past = past(name);
        // A counter that went back was set to 0 meanwhile, or is at its end: how often it has counted since is not known.
        if (past == null || now < past) {
            return OptionalDouble.empty();
        }
        double rate = (now - past) / seconds;
        return OptionalDouble.of(name.what().endsWith("_ns") ? rate / 1e9 : name.what().endsWith("_ms") ? rate / 1e3 : rate);
    }

    /** What a counter was before; null: it was not told, or one of the two is less than it really was. */
    private Long past(FigureName name) {
        return before.isEmpty() || before.get().sample().isCut(name) || isCut(name) ? null : before.get().figures().get(name);
    }

    /** A counter went back although the node had not started anew. */
    boolean isSetBack() {
        return figures.entrySet().stream().anyMatch(figure -> {
            Long past = figure.getKey().grows() ? past(figure.getKey()) : null;
            return past != null && figure.getValue() < past;
        });
    }
}
