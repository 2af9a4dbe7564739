// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.quorate.model.observed.FigureName;
import org.quorate.model.observed.FigureName.Topic;
import org.quorate.model.observed.NodeSample;
import org.quorate.study.observe.FleetObservation.NodeState;

/** What one node said in all rounds so far, summed up: a round costs the same however many were before it. Used by one thread. */
final class NodeTally {

    private final String node;
    private final Map<FigureName, Tally> tallies = new HashMap<>();
    private final LockTally locks = new LockTally();
    private Optional<SamplePoint> last = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private long answered;
    private long missed;
    private long setBack;
    private long restarts;
    private boolean cut;

    NodeTally(String node) {
        this.node = node;
    }

    /** One figure. */
    private static final class Tally {
        private final DoubleSummaryStatistics values = new DoubleSummaryStatistics();
        private final DoubleSummaryStatistics weighted = new DoubleSummaryStatistics();
        private final DoubleSummaryStatistics seconds = new DoubleSummaryStatistics();
        private double latest;
        private double latestUncounted;
        private long latestAnswer;

        /** Of what was not counted to its end the last one only: the least that it is. */
        void add(double value, double time, double uncounted, long answer) {
            if (uncounted < Double.POSITIVE_INFINITY) {
                values.accept(value);
                weighted.accept(value * time);
                seconds.accept(time);
            }
            latest = value;
            latestUncounted = uncounted;
            latestAnswer = answer;
        }
    }

    /**
     * A figure over all rounds, without those in which it was not counted to its end.
     *
     * @param mean      over time; of counters over the time that rates are known of
     * @param last      at last, as far as it was counted then
     * @param uncounted besides the last one there may be so many; infinite: it was not counted to its end
     * @param least     of all
     * @param most      of all
     * @param values    that mean, least and most are of
     */
    record Sum(OptionalDouble mean, OptionalDouble last, double uncounted, OptionalDouble least, OptionalDouble most, int values) {

        private static final Sum NONE = new Sum(OptionalDouble.empty(), OptionalDouble.empty(), 0, OptionalDouble.empty(),
                OptionalDouble.empty(), 0);

        /** The last one is the least that it may be. */
        boolean isCut() {
            return uncounted == Double.POSITIVE_INFINITY;
        }
    }

    /** What came of the node in the next round. */
    void add(long atMillis, Round.Answer answer) {
        missed += answer.failure().isPresent() ? 1 : 0;
        failure = answer.failure().or(() -> failure);
        if (answer.sample().isEmpty()) {
            return;
        }
        SamplePoint point = SamplePoint.of(atMillis, answer.sample().get(), last, name -> true);
        restarts += last.isPresent() && point.before().isEmpty() ? 1 : 0;
        setBack += point.isSetBack() ? 1 : 0;
        cut |= !point.sample().cut().isEmpty();
        answered++;
        for (FigureName name : point.figures().keySet()) {
            Tally tally = tallies.computeIfAbsent(name, key -> new Tally());
            point.value(name).ifPresent(value -> tally.add(value, name.grows() ? point.seconds() : 0, uncounted(point, name), answered));
        }
        locks.add(point.sample(), point.seconds());
        last = Optional.of(point);
    }

    /** Those that are not listed may all be of this type and mode; the sum of all has them. */
    private static double uncounted(SamplePoint point, FigureName name) {
        return point.isCut(name) ? Double.POSITIVE_INFINITY : name.topic() == Topic.LOCK ? point.sample().unlisted() : 0;
    }

    String node() {
        return node;
    }

    /** All that it ever said. */
    Set<FigureName> names() {
        return Collections.unmodifiableSet(tallies.keySet());
    }

    /** A figure that it said, or a count of locks of a type or mode that it does not list: that is 0, if it lists any. */
    Sum sum(FigureName name) {
        Tally own = tallies.getOrDefault(name, new Tally());
        Tally listed = name.topic() == Topic.LOCK ? tallies.getOrDefault(SamplePoint.LOCKS, own) : own;
        if (listed.latestAnswer == 0) {
            return Sum.NONE;
        }
        OptionalDouble last = OptionalDouble.of(own.latestAnswer == listed.latestAnswer ? own.latest : 0);
        boolean inSum = name.name().equals(Observation.ALL) && listed.latestUncounted < Double.POSITIVE_INFINITY;
        double uncounted = inSum ? 0 : listed.latestUncounted;
        long count = listed.values.getCount();
        if (count == 0) {
            return new Sum(OptionalDouble.empty(), last, uncounted, OptionalDouble.empty(), OptionalDouble.empty(), 0);
        }
        boolean always = own.values.getCount() == count;
        double seconds = own.seconds.getSum();
        return new Sum(OptionalDouble.of(seconds > 0 ? own.weighted.getSum() / seconds : own.values.getSum() / count), last, uncounted,
                OptionalDouble.of(always ? own.values.getMin() : Math.min(0, own.values.getMin())),
                OptionalDouble.of(always ? own.values.getMax() : Math.max(0, own.values.getMax())), Math.toIntExact(count));
    }

    /** Locks that it had at last besides those of any type and mode: OCFS2 does not list all. */
    long unlisted() {
        return last.map(point -> point.sample().unlisted()).orElse(0L);
    }

    /** Not all was counted of something at last. */
    boolean isCut() {
        return last.isPresent() && !last.get().sample().cut().isEmpty();
    }

    /** Not all was counted of something at some time. */
    boolean wasCut() {
        return cut;
    }

    /** Samples with a counter that went back although the node had not started anew. */
    long setBack() {
        return setBack;
    }

    /** Samples before which it had started anew. */
    long restarts() {
        return restarts;
    }

    LockTally locks() {
        return locks;
    }

    NodeState state() {
        return new NodeState(node, answered, missed, failure, last.map(SamplePoint::sample).map(NodeSample::remarks).orElse(List.of()).stream().distinct().toList());
    }
}
