// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

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

    private HotLockAnalysis() {
    }

    /** Over all phases and replications, most waiting first. Locks are the same that are called the same by people and kernel. */
    static List<HotLockFigures> of(ContenderSamples samples) {
        Map<LockName, HotLock> sums = new LinkedHashMap<>();
        double all = 0;
        for (String name : samples.phaseNames()) {
            for (PhaseSample phase : samples.phase(name)) {
                all += phase.frame().locks().waitNanos();
                for (HotLock lock : phase.frame().locks().hottest()) {
                    sums.merge(lock.lock(), lock, (a, b) -> new HotLock(a.lock(), a.waitNanos() + b.waitNanos(), a.waits() + b.waits(),
                            a.handOvers() + b.handOvers()));
                }
            }
        }
        double total = all;
        double replications = samples.replications();
        return sums.values().stream().filter(lock -> lock.waitNanos() >= LEAST_SHARE * total && lock.waits() > 0)
                .sorted(Comparator.comparingLong(HotLock::waitNanos).reversed().thenComparing(lock -> lock.lock().plain())
                        .thenComparing(lock -> lock.lock().kernel()))
                .limit(MOST).map(lock -> new HotLockFigures(lock.lock(), lock.waitNanos() / total, lock.waits() / replications,
                        (double) lock.waitNanos() / lock.waits(), lock.handOvers() / replications)).toList();
    }
}
