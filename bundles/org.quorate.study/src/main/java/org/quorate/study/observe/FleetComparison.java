// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.quorate.model.SlabCache;
import org.quorate.model.observed.FigureName;
import org.quorate.model.observed.FigureName.Topic;
import org.quorate.model.observed.NodeSample;
import org.quorate.study.observe.FleetObservation.Deviation;
import org.quorate.study.observe.FleetObservation.FigureRow;
import org.quorate.study.observe.FleetObservation.NodeState;
import org.quorate.study.observe.NodeFigures.Value;
import org.quorate.study.result.Interval;

/** Puts a series beside a prediction. Pure functions. */
public final class FleetComparison {

    private FleetComparison() {
    }

    /**
     * The comparison; some milliseconds.
     *
     * @param rounds that were asked, also those that the series no longer has
     * @param top    hot locks, of each node and of all
     */
    public static FleetObservation of(Optional<FleetPrediction> prediction, ObservationSeries series, long rounds, int top) {
        List<String> nodes = series.head().nodes();
        Map<String, NodeFigures> figures = new LinkedHashMap<>();
        nodes.forEach(node -> figures.put(node, new NodeFigures(node, series.rounds())));
        List<FigureRow> rows = new ArrayList<>();
        rows.addAll(fleet(prediction, figures));
        figures.forEach((node, own) -> rows.addAll(node(predicted(prediction, node), own)));
        List<Round> all = series.rounds();
        return new FleetObservation(FleetObservation.FORMAT, series.head(), prediction.map(FleetPrediction::origin),
                prediction.map(FleetPrediction::phase).orElse(""), all.isEmpty() ? 0 : all.get(0).atMillis(),
                all.isEmpty() ? 0 : all.get(all.size() - 1).atMillis(), rounds, nodes.stream().map(node -> state(node, all)).toList(), rows,
                HotLocks.of(nodes, all, top), notes(prediction, figures, series, rounds, rows));
    }

    private static SortedMap<FigureName, Interval> predicted(Optional<FleetPrediction> prediction, String node) {
        return prediction.map(found -> found.of(node)).orElse(Collections.emptySortedMap());
    }

    private static List<FigureRow> node(SortedMap<FigureName, Interval> predicted, NodeFigures figures) {
        Set<FigureName> names = new TreeSet<>(figures.names());
        // What a node says nothing of at all is not 0 there; of what it says some of, a missing type or mode is.
        predicted.keySet().stream().filter(name -> figures.names().stream().anyMatch(own -> own.topic() == name.topic())).forEach(names::add);
        List<FigureRow> rows = new ArrayList<>();
        for (FigureName name : names) {
            rows.add(row(figures.node(), name, Optional.ofNullable(predicted.get(name)), values(figures, name), uncounted(figures, name)));
        }
        return rows;
    }

    /** A count of locks of a type or mode that a node does not list is 0, if it lists any. */
    private static List<Value> values(NodeFigures figures, FigureName name) {
        if (name.topic() != Topic.LOCK) {
            return figures.values(name);
        }
        Map<Long, Double> listed = new LinkedHashMap<>();
        figures.values(new FigureName(Topic.LOCK, Observation.ALL, Observation.ALL)).forEach(value -> listed.put(value.atMillis(), 0.0));
        figures.values(name).forEach(value -> listed.put(value.atMillis(), value.value()));
        return listed.entrySet().stream().map(value -> new Value(value.getKey(), value.getValue(), 0)).toList();
    }

    private static FigureRow row(String node, FigureName name, Optional<Interval> predicted, List<Value> values, double uncounted) {
        boolean shared = isShared(name);
        OptionalDouble mean = NodeFigures.mean(values);
        OptionalDouble last = values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(values.get(values.size() - 1).value());
        return new FigureRow(node, name, predicted, shared, mean, last, values.stream().mapToDouble(Value::value).min(),
                values.stream().mapToDouble(Value::value).max(), values.size(), deviation(name, predicted, uncounted, name.grows() ? mean : last));
    }

    /** How many there may be besides those that are counted; infinite: nobody knows. Rates leave out what was not counted to its end. */
    private static double uncounted(NodeFigures figures, FigureName name) {
        if (figures.isCut(name) && !name.grows()) {
            return Double.POSITIVE_INFINITY;
        }
        // Those that are not listed may all be of this type and mode; the sum of all has them.
        return name.topic() == Topic.LOCK && !name.name().equals(Observation.ALL) ? figures.unlisted() : 0;
    }

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
    private static List<FigureRow> fleet(Optional<FleetPrediction> prediction, Map<String, NodeFigures> figures) {
        SortedMap<FigureName, Interval> predicted = predicted(prediction, FleetPrediction.FLEET);
        Set<FigureName> names = new TreeSet<>();
        figures.values().forEach(own -> names.addAll(own.names()));
        predicted.keySet().stream().filter(name -> names.stream().anyMatch(own -> own.topic() == name.topic())).toList().forEach(names::add);
        // A device has one name here and another there: only their sum is one figure.
        names.removeIf(name -> (name.topic() == Topic.DISK || name.topic() == Topic.NETWORK) && !name.name().equals(Observation.ALL)
                || name.what().equals("object_bytes"));
        List<FigureRow> rows = new ArrayList<>();
        for (FigureName name : names) {
            List<FigureRow> parts = figures.values().stream().map(own -> row(own.node(), name, Optional.empty(), values(own, name), 0)).toList();
            double uncounted = figures.values().stream().mapToDouble(own -> uncounted(own, name)).sum();
            OptionalDouble mean = sum(parts.stream().map(FigureRow::mean).toList());
            OptionalDouble last = sum(parts.stream().map(FigureRow::last).toList());
            Optional<Interval> interval = Optional.ofNullable(predicted.get(name));
            rows.add(new FigureRow(FleetPrediction.FLEET, name, interval, isShared(name), mean, last, OptionalDouble.empty(), OptionalDouble.empty(),
                    parts.stream().mapToInt(FigureRow::values).min().orElse(0), deviation(name, interval, uncounted, name.grows() ? mean : last)));
        }
        return rows;
    }

    private static OptionalDouble sum(List<OptionalDouble> parts) {
        return parts.isEmpty() || parts.stream().anyMatch(OptionalDouble::isEmpty) ? OptionalDouble.empty()
                : OptionalDouble.of(parts.stream().mapToDouble(OptionalDouble::getAsDouble).sum());
    }

    private static NodeState state(String node, List<Round> rounds) {
        long answered = rounds.stream().filter(round -> round.sample(node).isPresent()).count();
        List<String> failures = rounds.stream().flatMap(round -> round.nodes().stream()).filter(answer -> answer.node().equals(node))
                .flatMap(answer -> answer.failure().stream()).toList();
        Set<String> remarks = new LinkedHashSet<>();
        rounds.stream().flatMap(round -> round.sample(node).stream()).reduce((one, later) -> later).map(NodeSample::remarks)
                .ifPresent(remarks::addAll);
        return new NodeState(node, answered, failures.size(), failures.isEmpty() ? Optional.empty() : Optional.of(failures.get(failures.size() - 1)),
                List.copyOf(remarks));
    }

    private static List<String> notes(Optional<FleetPrediction> prediction, Map<String, NodeFigures> figures, ObservationSeries series, long rounds,
            List<FigureRow> rows) {
        List<String> notes = new ArrayList<>();
        prediction.ifPresent(found -> notes.addAll(found.notes()));
        figures.values().forEach(own -> {
            if (own.restarts() > 0) {
                notes.add(own.node() + " was started anew meanwhile: rates leave out the time between the samples before and after.");
            }
            if (own.setBack() > 0) {
                notes.add(own.node() + ": counters went back (" + own.setBack() + " times), as after a mount or at their end: rates leave out that time.");
            }
        });
        long unlisted = figures.values().stream().mapToLong(NodeFigures::unlisted).sum();
        if (unlisted > 0) {
            notes.add("OCFS2's locking_state leaves out about " + unlisted + " lock resources of all nodes: only the sum of all types has them, and a type that"
                    + " they may be of is not called less than predicted.");
        }
        if (figures.values().stream().anyMatch(NodeFigures::wasCut)) {
            notes.add("Some locks were not read, because that would have taken too long: such a count may be called more than predicted, never less or as"
                    + " predicted, and rates leave out that time.");
        }
        if (rounds < 2) {
            notes.add("There are no rates, because all were asked only once.");
        }
        if (rounds > series.rounds().size()) {
            notes.add("Only " + series.rounds().size() + " of " + rounds + " rounds are in the figures, evenly over the time.");
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
