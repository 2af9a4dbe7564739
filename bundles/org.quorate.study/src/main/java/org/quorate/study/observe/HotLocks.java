// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the hottest locks of a series. Pure functions. */
final class HotLocks {

    static final Comparator<HotLock> HOTTEST = Comparator.comparingDouble((HotLock lock) -> lock.waitShare().orElse(0)).reversed()
            .thenComparing(Comparator.comparingLong(HotLock::waiters).reversed())
            .thenComparing(Comparator.comparingDouble((HotLock lock) -> lock.usesPerSecond().orElse(0)).reversed())
            .thenComparing(HotLock::type).thenComparing(HotLock::number);

    private HotLocks() {
    }

    /** The hottest of all nodes together, then those of each node; at most so many each. */
    static List<HotLock> of(Collection<NodeTally> nodes, int top) {
        Map<String, List<HotLock>> each = new LinkedHashMap<>();
        nodes.forEach(node -> each.put(node.node(), node.locks().of(node.node())));
        Map<LockKey, List<HotLock>> together = each.values().stream().flatMap(List::stream).collect(Collectors.groupingBy(
                LockKey::of, LinkedHashMap::new, Collectors.toList()));
        List<HotLock> hot = new ArrayList<>();
        hot.addAll(hottest(together.entrySet().stream().map(entry -> sum(entry.getKey(), entry.getValue())).toList(), top));
        each.values().forEach(locks -> hot.addAll(hottest(locks, top)));
        return hot;
    }

    private static List<HotLock> hottest(List<HotLock> locks, int top) {
        return locks.stream().filter(lock -> lock.waiters() > 0 || lock.waitShare().orElse(0) > 0 || lock.usesPerSecond().orElse(0) > 0)
                .sorted(HOTTEST).limit(top).toList();
    }

    private static HotLock sum(LockKey key, List<HotLock> locks) {
        return new HotLock(FleetPrediction.FLEET, key.type(), key.number(), locks.get(0).inode(), locks.stream().mapToLong(HotLock::waiters).sum(),
                sum(locks, HotLock::usesPerSecond), sum(locks, HotLock::waitShare), Optional.empty());
    }

    private static OptionalDouble sum(List<HotLock> locks, Function<HotLock, OptionalDouble> figure) {
        return locks.stream().map(figure).filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble)
                .reduce(Double::sum);
    }
}
