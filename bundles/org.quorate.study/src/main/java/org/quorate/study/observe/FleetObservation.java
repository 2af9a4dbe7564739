// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.quorate.model.observed.FigureName;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Origin;

/**
 * A running cluster beside what was predicted. Immutable, thread-safe.
 *
 * @param format     name and version of the JSON form, {@link #FORMAT}
 * @param head       what was asked
 * @param origin     of the prediction; absent: there is none
 * @param phase      that was predicted; empty: none was
 * @param fromMillis first round, milliseconds since 1970
 * @param toMillis   last round
 * @param rounds     how often all were asked
 * @param nodes      how they answered, in the order of the scenario
 * @param figures    of all nodes together, then of each
 * @param hot        the hottest locks of all nodes together, then of each
 * @param notes      sentences that a reader must know before using the figures
 */
public record FleetObservation(String format, ObservationSeries.Head head, Optional<Origin> origin, String phase, long fromMillis, long toMillis,
        long rounds, List<NodeState> nodes, List<FigureRow> figures, List<HotLock> hot, List<String> notes) {

    /** The form that this version writes. */
    public static final String FORMAT = "quorate-fleet-observation/1";

    private static final Set<String> MEMORY = Set.of("MemAvailable", "Slab", "SReclaimable");

    /** How an actual figure stands to the predicted one. */
    public enum Deviation {
        /** One of the two is not known, or they do not mean the same. */
        UNKNOWN,
        /** It lies in the interval that is predicted. */
        NONE,
        /** It is more. */
        ABOVE,
        /** It is less. */
        BELOW
    }

    /**
     * How a node answered.
     *
     * @param node     name
     * @param answered rounds
     * @param missed   rounds
     * @param failure  why it last did not
     * @param remarks  what it could not say, with the remedy; safe to print
     */
    public record NodeState(String node, long answered, long missed, Optional<String> failure, List<String> remarks) {

        public NodeState {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * A figure; of counters the rate a second, of times the share of the time.
     *
     * @param node      name, or {@link FleetPrediction#FLEET} for the sum
     * @param figure    which
     * @param predicted with the interval of one run; absent: the simulator does not say
     * @param shared    others count there, too, so that the actual figure has more in it
     * @param mean      actual, over the time that is known
     * @param last      actual, at last
     * @param cut       the last one is that or more, because not all was counted of it
     * @param least     actual
     * @param most      actual
     * @param values    that the actual figures are of
     * @param deviation of the mean, or for counts of the last one
     */
    public record FigureRow(String node, FigureName figure, Optional<Interval> predicted, boolean shared, OptionalDouble mean, OptionalDouble last,
            boolean cut, OptionalDouble least, OptionalDouble most, int values, Deviation deviation) {

        /** What stands beside the prediction: of a count the last one, because a phase is predicted at its end; of a rate the mean. */
        public OptionalDouble actual() {
            return figure.grows() ? mean : last;
        }

        /** By how much more it is than predicted, as a share: -1 for nothing; absent if nothing is predicted, or the prediction is 0. */
        public OptionalDouble beyond() {
            return predicted.isEmpty() || actual().isEmpty() || predicted.get().mean() == 0 ? OptionalDouble.empty()
                    : OptionalDouble.of(actual().getAsDouble() / predicted.get().mean() - 1);
        }

        /** One for everybody: predicted, or not 0 and no part of a sum that is there, too. */
        public boolean matters() {
            if (predicted.isPresent() || most.orElse(0) == 0 && mean.orElse(0) == 0 && last.orElse(0) == 0) {
                return predicted.isPresent();
            }
            return switch (figure.topic()) {
                case DISK, NETWORK -> figure.name().equals(Observation.ALL);
                case MEMORY -> MEMORY.contains(figure.name());
                case SLAB -> false;
                case LOCK, USE, DLM -> true;
            };
        }
    }

    public FleetObservation {
        nodes = List.copyOf(nodes);
        figures = List.copyOf(figures);
        hot = List.copyOf(hot);
        notes = List.copyOf(notes);
    }

    /** The same with paths of hot locks. */
    public FleetObservation with(List<HotLock> found, List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new FleetObservation(format, head, origin, phase, fromMillis, toMillis, rounds, nodes, figures, found, all);
    }

    /** Those beyond the predicted interval, the farthest first. */
    public List<FigureRow> deviating() {
        return figures.stream().filter(row -> row.deviation() == Deviation.ABOVE || row.deviation() == Deviation.BELOW)
                .sorted(Comparator.comparingDouble((FigureRow row) -> -Math.abs(Math.log1p(Math.max(row.beyond().orElse(Double.MAX_VALUE), -0.999999)))))
                .toList();
    }
}
