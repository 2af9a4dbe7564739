// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.map;

import java.util.List;
import java.util.Optional;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.result.Verdict.TargetResult;
import org.quorate.study.sweep.PointContender;
import org.quorate.study.sweep.PointOutcome;
import org.quorate.study.sweep.SweepPoint;

/**
 * A point of a map. Immutable.
 *
 * @param x          value of the field across
 * @param y          value of the field upwards
 * @param state      who is better, or why that is not said
 * @param difference first − second of the figure, paired by replication, nanoseconds or bytes; absent if either has no figure
 * @param first      the one contender
 * @param second     the other
 * @param verdict    of the comparison, which rests on targets or on latency and lock memory; empty if a run failed
 * @param failure    which run failed and how, which is an error of the program
 */
public record MapPoint(String x, String y, State state, Optional<Interval> difference, Side first, Side second, String verdict,
        Optional<String> failure) {

    /** Kinds of answers. */
    public enum State {
        /** The first has significantly less. */
        FIRST,
        /** The second has significantly less. */
        SECOND,
        /** The interval of the difference includes 0. */
        NOT_SIGNIFICANT,
        /** The second is saturated, the first is not. */
        ONLY_FIRST,
        /** The first is saturated, the second is not. */
        ONLY_SECOND,
        /** Both are saturated. */
        NEITHER_CARRIES,
        /** A contender that carries the load does not have the figure in every replication. */
        NOT_MEASURED,
        /** A run failed. */
        FAILED
    }

    /**
     * One contender at the point.
     *
     * @param value     the figure; absent if saturated or not measured
     * @param saturated what holds it up, if it cannot carry the load
     * @param targets   how it stands to all targets of the scenario together; absent if there are none
     * @param missed    targets that it does not meet for sure, in words
     * @param unsafe    the design as described would lose data or hang
     */
    public record Side(Optional<Interval> value, Optional<String> saturated, Optional<Standing> targets, List<String> missed,
            boolean unsafe) {

        private static final Side UNKNOWN = new Side(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false);

        public Side {
            missed = List.copyOf(missed);
        }

        private static Side of(MapFigure figure, PointOutcome outcome, PointContender contender) {
            List<TargetResult> targets = outcome.targets(contender.label());
            boolean saturated = contender.saturated().isPresent();
            Optional<Standing> standing = targets.isEmpty() ? Optional.empty()
                    : Optional.of(saturated ? Standing.MISSES : Standing.together(targets));
            return new Side(saturated ? Optional.empty() : figure.value(contender), contender.saturated(), standing,
                    targets.stream().filter(target -> target.standing() != Standing.MEETS).map(TargetResult::target).toList(),
                    contender.unsafe());
        }

        /** There are targets, and it is not sure to meet all of them. */
        public boolean fallsShort() {
            return targets.filter(standing -> standing != Standing.MEETS).isPresent();
        }
    }

    static MapPoint of(MapFigure figure, String first, String second, SweepPoint point) {
        String y = point.values().get(0);
        String x = point.values().get(1);
        if (point.outcome().isEmpty()) {
            return new MapPoint(x, y, State.FAILED, Optional.empty(), Side.UNKNOWN, Side.UNKNOWN, "", point.failure());
        }
        PointOutcome outcome = point.outcome().get();
        PointContender one = outcome.contender(first).orElseThrow();
        PointContender other = outcome.contender(second).orElseThrow();
        boolean full = one.saturated().isPresent() || other.saturated().isPresent();
        Optional<Interval> difference = full ? Optional.empty() : difference(figure, first, second, outcome);
        return new MapPoint(x, y, full ? ofLoad(one, other) : state(difference), difference, Side.of(figure, outcome, one),
                Side.of(figure, outcome, other), outcome.headline(), Optional.empty());
    }

    /** Differences are kept in the order of the scenario, which need not be that of the map. */
    private static Optional<Interval> difference(MapFigure figure, String first, String second, PointOutcome outcome) {
        return outcome.difference(first, second, figure.figure(), figure.phase(), figure.operation()).map(kept -> kept.absolute())
                .or(() -> outcome.difference(second, first, figure.figure(), figure.phase(), figure.operation())
                        .map(kept -> new Interval(-kept.absolute().mean(), kept.absolute().halfWidth())));
    }

    private static State ofLoad(PointContender one, PointContender other) {
        return one.saturated().isEmpty() ? State.ONLY_FIRST : other.saturated().isEmpty() ? State.ONLY_SECOND : State.NEITHER_CARRIES;
    }

    private static State state(Optional<Interval> difference) {
        return difference.map(known -> !known.excludesZero() ? State.NOT_SIGNIFICANT
                : known.mean() < 0 ? State.FIRST : State.SECOND).orElse(State.NOT_MEASURED);
    }

    /** How far the worse is above the better, as a share of the better; absent if either has no figure, or the better has 0. */
    public Optional<Double> advantage() {
        return difference.isEmpty() || first.value().isEmpty() || second.value().isEmpty() ? Optional.empty()
                : Optional.of(Math.min(first.value().get().mean(), second.value().get().mean())).filter(least -> least > 0)
                        .map(least -> Math.abs(difference.get().mean()) / least);
    }
}
