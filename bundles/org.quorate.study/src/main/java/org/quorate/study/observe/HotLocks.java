// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quorate.model.observed.FollowedLock;
import org.quorate.model.observed.NodeSample;

/** Finds the hottest locks of a series. Pure functions. */
final class HotLocks {

    private static final Comparator<HotLock> HOTTEST = Comparator.comparingDouble((HotLock lock) -> lock.waitShare().orElse(0)).reversed()
            .thenComparing(Comparator.comparingLong(HotLock::waiters).reversed())
            .thenComparing(Comparator.comparingDouble((HotLock lock) -> lock.usesPerSecond().orElse(0)).reversed())
            .thenComparing(HotLock::type).thenComparing(HotLock::number);

    private HotLocks() {
    }

    /** What was seen of a lock. */
    private static final class Seen {
        private long waiters;
        private final Rate uses = new Rate();
        private final Rate waitNanos = new Rate();
    }

    /** A counter over the times at whose begin and end it was told. */
    private static final class Rate {
        private double counted;
        private double seconds;

        void add(OptionalLong before, OptionalLong now, double time) {
            if (before.isPresent() && now.isPresent()) {
                counted += now.getAsLong() - before.getAsLong();
                seconds += time;
            }
        }

        OptionalDouble perSecond() {
            return seconds > 0 ? OptionalDouble.of(counted / seconds) : OptionalDouble.empty();
        }
    }

    /** Which lock. */
    private record Key(String type, String number) {
    }

    /** The hottest of all nodes together, then those of each node; at most so many each. */
    static List<HotLock> of(List<String> nodes, List<Round> rounds, int top) {
        Map<String, Map<Key, Seen>> seen = new LinkedHashMap<>();
        nodes.forEach(node -> seen.put(node, ofNode(node, rounds)));
        List<HotLock> all = new ArrayList<>();
        seen.forEach((node, locks) -> locks.forEach((key, lock) -> all.add(lock(node, key, lock))));
        Map<Key, List<HotLock>> together = all.stream().collect(Collectors.groupingBy(lock -> new Key(lock.type(), lock.number()),
                LinkedHashMap::new, Collectors.toList()));
        List<HotLock> hot = new ArrayList<>();
        hot.addAll(hottest(together.entrySet().stream().map(entry -> sum(entry.getKey(), entry.getValue())).toList(), top));
        nodes.forEach(node -> hot.addAll(hottest(all.stream().filter(lock -> lock.node().equals(node)).toList(), top)));
        return hot;
    }

    private static List<HotLock> hottest(List<HotLock> locks, int top) {
        return locks.stream().filter(lock -> lock.waiters() > 0 || lock.waitShare().orElse(0) > 0 || lock.usesPerSecond().orElse(0) > 0)
                .sorted(HOTTEST).limit(top).toList();
    }

    private static Map<Key, Seen> ofNode(String node, List<Round> rounds) {
        Map<Key, Seen> seen = new LinkedHashMap<>();
        NodeSample last = null;
        Map<Key, FollowedLock> before = Map.of();
        for (Round round : rounds) {
            Optional<NodeSample> sample = round.sample(node);
            if (sample.isPresent()) {
                NodeSample now = sample.get();
                double seconds = last != null && NodeFigures.follows(last, now) ? now.uptime() - last.uptime() : 0;
                Map<Key, FollowedLock> locks = now.locks().stream().collect(Collectors.toMap(lock -> new Key(lock.type(), lock.number()),
                        Function.identity(), (one, other) -> one, LinkedHashMap::new));
                for (Map.Entry<Key, FollowedLock> lock : locks.entrySet()) {
                    add(seen.computeIfAbsent(lock.getKey(), key -> new Seen()), lock.getValue(), before.get(lock.getKey()), seconds);
                }
                last = now;
                before = locks;
            }
        }
        return seen;
    }

    /** A lock that was dropped and made again counts from 0: then a counter went back, and nothing is known of the time between. */
    private static void add(Seen seen, FollowedLock now, FollowedLock before, double seconds) {
        seen.waiters = Math.max(seen.waiters, now.waiters());
        if (before != null && seconds > 0 && !wentBack(before.uses(), now.uses()) && !wentBack(before.waitNanos(), now.waitNanos())) {
            seen.uses.add(before.uses(), now.uses(), seconds);
            seen.waitNanos.add(before.waitNanos(), now.waitNanos(), seconds);
        }
    }

    private static boolean wentBack(OptionalLong before, OptionalLong now) {
        return before.isPresent() && now.isPresent() && now.getAsLong() < before.getAsLong();
    }

    private static HotLock lock(String node, Key key, Seen seen) {
        OptionalDouble waited = seen.waitNanos.perSecond();
        return new HotLock(node, key.type(), key.number(), FollowedLock.inode(key.type(), key.number()), seen.waiters, seen.uses.perSecond(),
                waited.isPresent() ? OptionalDouble.of(waited.getAsDouble() / 1e9) : OptionalDouble.empty(), Optional.empty());
    }

    private static HotLock sum(Key key, List<HotLock> locks) {
        return new HotLock(FleetPrediction.FLEET, key.type(), key.number(), locks.get(0).inode(), locks.stream().mapToLong(HotLock::waiters).sum(),
                sum(locks, HotLock::usesPerSecond), sum(locks, HotLock::waitShare), Optional.empty());
    }

    private static OptionalDouble sum(List<HotLock> locks, Function<HotLock, OptionalDouble> figure) {
        return locks.stream().map(figure).filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble)
                .reduce(Double::sum);
    }
}
