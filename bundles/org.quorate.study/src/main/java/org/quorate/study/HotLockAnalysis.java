// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quorate.cluster.result.HotLock;
import org.quorate.cluster.result.LockName;
import org.quorate.study.result.HotLockFigures;

/** The locks that the operations of a contender wait for most. */
final class HotLockAnalysis {

    private static final int MOST = 5;
    /** What has less is not hot. */
    private static final double LEAST_SHARE = 0.01;

    /**
     * What makes a lock the same in all replications. Its number is not part of that: where an inode lies depends on the order in which
     * inodes are made or first used, which is chance.
     */
    private record Identity(String plain, String kind) {

        static Identity of(LockName name) {
            return new Identity(name.plain(), name.kind());
        }
    }

    private HotLockAnalysis() {
    }

    /**
     * Over all phases and replications, most waiting first. Locks are the same that people call the same and that are of one kind; the
     * kernel's name is that of the replication in which it was waited for most.
     */
    static List<HotLockFigures> of(ContenderSamples samples) {
        Map<Identity, List<HotLock>> found = new LinkedHashMap<>();
        double all = 0;
        for (String name : samples.phaseNames()) {
            for (PhaseSample phase : samples.phase(name)) {
                all += phase.frame().locks().waitNanos();
                for (HotLock lock : phase.frame().locks().hottest()) {
                    found.computeIfAbsent(Identity.of(lock.lock()), identity -> new ArrayList<>()).add(lock);
                }
            }
        }
        double total = all;
        double replications = samples.replications();
        return found.values().stream().map(HotLockAnalysis::sum).filter(lock -> lock.waitNanos() > 0
                        && lock.waitNanos() >= LEAST_SHARE * total && lock.waits() > 0)
                .sorted(Comparator.comparingLong(HotLock::waitNanos).reversed().thenComparing(lock -> lock.lock().plain())
                        .thenComparing(lock -> lock.lock().kernel()))
                .limit(MOST).map(lock -> new HotLockFigures(lock.lock(), lock.waitNanos() / total, lock.waits() / replications,
                        (double) lock.waitNanos() / lock.waits(), lock.handOvers() / replications)).toList();
    }

    private static HotLock sum(List<HotLock> parts) {
        LockName name = Collections.max(parts, Comparator.comparingLong(HotLock::waitNanos)).lock();
        return new HotLock(name, parts.stream().mapToLong(HotLock::waitNanos).sum(), parts.stream().mapToLong(HotLock::waits).sum(),
                parts.stream().mapToLong(HotLock::handOvers).sum());
    }
}
