// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.quorate.model.observed.FollowedLock;
import org.quorate.model.observed.NodeSample;

/** What was seen of the locks of one node in all its samples so far. In bounded memory: of very many the coldest are forgotten. Used by one thread. */
final class LockTally {

    /** Beyond it half of them are forgotten; some tens are told at once, and fewer are shown. */
    private static final int MOST = 4096;

    private final Map<LockKey, Seen> seen = new LinkedHashMap<>();
    private Map<LockKey, FollowedLock> before = Map.of();

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

    /** @param seconds since the sample before; 0: counters do not go on from it */
    void add(NodeSample sample, double seconds) {
        Map<LockKey, FollowedLock> locks = new LinkedHashMap<>();
        sample.locks().forEach(lock -> locks.putIfAbsent(LockKey.of(lock), lock));
        locks.forEach((key, lock) -> add(seen.computeIfAbsent(key, ignored -> new Seen()), lock, before.get(key), seconds));
        before = locks;
        if (seen.size() > MOST) {
            Set<LockKey> hottest = new HashSet<>();
            of("").stream().sorted(HotLocks.HOTTEST).limit(MOST / 2).forEach(lock -> hottest.add(LockKey.of(lock)));
            seen.keySet().retainAll(hottest);
        }
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

    /** All of them, as those of that node. */
    List<HotLock> of(String node) {
        List<HotLock> locks = new ArrayList<>();
        seen.forEach((key, lock) -> locks.add(lock(node, key, lock)));
        return locks;
    }

    private static HotLock lock(String node, LockKey key, Seen seen) {
        OptionalDouble waited = seen.waitNanos.perSecond();
        return new HotLock(node, key.type(), key.number(), FollowedLock.inode(key.type(), key.number()), seen.waiters, seen.uses.perSecond(),
                waited.isPresent() ? OptionalDouble.of(waited.getAsDouble() / 1e9) : OptionalDouble.empty(), Optional.empty());
    }
}
