// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quorate.model.SlabCache;
import org.quorate.model.observed.FigureName;
import org.quorate.model.observed.FigureName.Topic;
import org.quorate.study.observe.FleetObservation.Deviation;
import org.quorate.study.observe.FleetObservation.FigureRow;
import org.quorate.study.observe.NodeTally.Sum;
import org.quorate.study.result.Interval;

/** Puts what a running cluster said beside a prediction. Pure functions. */
public final class FleetComparison {

    private FleetComparison() {
    }

    /**
     * The comparison of the rounds so far; some milliseconds, however many there were.
     *
     * @param top hot locks, of each node and of all
     */
    public static FleetObservation of(Optional<FleetPrediction> prediction, FleetTally tally, int top) {
        List<FigureRow> rows = new ArrayList<>(fleet(prediction, tally.nodes()));
        tally.nodes().forEach(node -> rows.addAll(node(predicted(prediction, node.node()), node)));
        return new FleetObservation(FleetObservation.FORMAT, tally.head(), prediction.map(FleetPrediction::origin),
                prediction.map(FleetPrediction::phase).orElse(""), tally.fromMillis(), tally.toMillis(), tally.rounds(),
                tally.nodes().stream().map(NodeTally::state).toList(), rows, HotLocks.of(tally.nodes(), top), notes(prediction, tally, rows));
    }

    private static SortedMap<FigureName, Interval> predicted(Optional<FleetPrediction> prediction, String node) {
        return prediction.map(found -> found.of(node)).orElse(Collections.emptySortedMap());
    }

    private static List<FigureRow> node(SortedMap<FigureName, Interval> predicted, NodeTally node) {
        Set<FigureName> names = new TreeSet<>(node.names());
        // What a node says nothing of at all is not 0 there; of what it says some of, a missing type or mode is.
        names.addAll(ofTopics(predicted.keySet(), node.names()));
        List<FigureRow> rows = new ArrayList<>();
        for (FigureName name : names) {
            Sum sum = node.sum(name);
            Optional<Interval> interval = Optional.ofNullable(predicted.get(name));
            rows.add(new FigureRow(node.node(), name, interval, isShared(name), sum.mean(), sum.last(), sum.isCut(), sum.least(), sum.most(),
                    sum.values(), deviation(name, interval, sum.uncounted(), name.grows() ? sum.mean() : sum.last())));
        }
        return rows;
    }

    /** Those of the names that are of the topics of others. */
    private static List<FigureName> ofTopics(Set<FigureName> names, Set<FigureName> others) {
        Set<Topic> topics = others.stream().map(FigureName::topic).collect(Collectors.toSet());
        return names.stream().filter(name -> topics.contains(name.topic())).toList();
    }

    /** @param uncounted there may be so many besides the actual ones; infinite: nobody knows */
    private static Deviation deviation(FigureName name, Optional<Interval> predicted, double uncounted, OptionalDouble actual) {
        if (predicted.isEmpty() || actual.isEmpty() || isShared(name)) {
            return Deviation.UNKNOWN;
        }
        double value = actual.getAsDouble();
        if (value < predicted.get().low() && value + uncounted >= predicted.get().low()
                || value <= predicted.get().high() && uncounted == Double.POSITIVE_INFINITY) {
            return Deviation.UNKNOWN;
        }
        return value > predicted.get().high() ? Deviation.ABOVE : value < predicted.get().low() ? Deviation.BELOW : Deviation.NONE;
    }

    /** Others use it, too: the general caches, dentries of all file systems, and what else goes over the interface. */
    private static boolean isShared(FigureName name) {
        return name.topic() == Topic.NETWORK || name.topic() == Topic.SLAB && List.of(SlabCache.values()).stream()
                .anyMatch(cache -> cache.slabName().equals(name.name()) && SlabRows.isShared(cache));
    }

    /** Sums of the nodes, of figures that all of them have. */
    private static List<FigureRow> fleet(Optional<FleetPrediction> prediction, Collection<NodeTally> nodes) {
        SortedMap<FigureName, Interval> predicted = predicted(prediction, FleetPrediction.FLEET);
        Set<FigureName> names = new TreeSet<>();
        nodes.forEach(node -> names.addAll(node.names()));
        names.addAll(ofTopics(predicted.keySet(), names));
        // A device has one name here and another there: only their sum is one figure.
        names.removeIf(name -> (name.topic() == Topic.DISK || name.topic() == Topic.NETWORK) && !name.name().equals(Observation.ALL)
                || name.what().equals("object_bytes"));
        List<FigureRow> rows = new ArrayList<>();
        for (FigureName name : names) {
            List<Sum> parts = nodes.stream().map(node -> node.sum(name)).toList();
            OptionalDouble mean = sum(parts.stream().map(Sum::mean).toList());
            OptionalDouble last = sum(parts.stream().map(Sum::last).toList());
            Optional<Interval> interval = Optional.ofNullable(predicted.get(name));
            double uncounted = parts.stream().mapToDouble(Sum::uncounted).sum();
            rows.add(new FigureRow(FleetPrediction.FLEET, name, interval, isShared(name), mean, last, parts.stream().anyMatch(Sum::isCut),
                    OptionalDouble.empty(), OptionalDouble.empty(), parts.stream().mapToInt(Sum::values).min().orElse(0),
                    deviation(name, interval, uncounted, name.grows() ? mean : last)));
        }
        return rows;
    }

    private static OptionalDouble sum(List<OptionalDouble> parts) {
        return parts.isEmpty() || parts.stream().anyMatch(OptionalDouble::isEmpty) ? OptionalDouble.empty()
                : OptionalDouble.of(parts.stream().mapToDouble(OptionalDouble::getAsDouble).sum());
    }

    private static List<String> notes(Optional<FleetPrediction> prediction, FleetTally tally, List<FigureRow> rows) {
        List<String> notes = new ArrayList<>();
        prediction.ifPresent(found -> notes.addAll(found.notes()));
        tally.nodes().forEach(own -> {
            if (own.restarts() > 0) {
                notes.add(own.node() + " was started anew meanwhile: rates leave out the time between the samples before and after.");
            }
            if (own.setBack() > 0) {
                notes.add(own.node() + ": counters went back (" + own.setBack() + " times), as after a mount or at their end: rates leave out that time.");
            }
        });
        long unlisted = tally.nodes().stream().mapToLong(NodeTally::unlisted).sum();
        if (unlisted > 0) {
            notes.add("OCFS2's locking_state leaves out about " + unlisted + " lock resources of all nodes: only the sum of all types has them, and a type that"
                    + " they may be of is not called less than predicted.");
        }
        if (tally.nodes().stream().anyMatch(NodeTally::isCut)) {
            notes.add("Some locks were not read at last, because that would have taken too long: such a count is that or more, and may be"
                    + " called more than predicted, never less or as predicted.");
        }
        if (tally.nodes().stream().anyMatch(NodeTally::wasCut)) {
            notes.add("At times not all locks were read: charts, means, least, most and rates of what is counted in them leave out"
                    + " these times.");
        }
        if (tally.rounds() < 2) {
            notes.add("There are no rates, because all were asked only once.");
        }
        if (rows.stream().anyMatch(row -> row.shared() && row.predicted().isPresent())) {
            notes.add("Others use the kmalloc caches, the dentries and the network, too: these are not judged.");
        }
        if (rows.stream().anyMatch(row -> row.figure().topic() == Topic.SLAB && row.predicted().isPresent())) {
            notes.add("SLUB counts all objects of the slabs that a processor works with as active: for each cache some slabs too many.");
        }
        return notes;
    }
}
