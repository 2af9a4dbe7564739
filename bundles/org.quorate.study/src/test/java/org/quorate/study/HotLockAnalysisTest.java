// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.HotLock;
import org.quorate.cluster.result.LockName;
import org.quorate.cluster.result.LockWaits;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.Scenario;
import org.quorate.study.result.HotLockFigures;

/** Locks that operations wait for, over replications in which inodes lie elsewhere. */
class HotLockAnalysisTest {

    private static final Scenario SCENARIO = TestScenarios.of(List.of(), TestScenarios.OCFS2);

    private final ContenderSamples samples = new ContenderSamples(TestScenarios.OCFS2, List.of("steady"), new TreeSet<>());

    private void add(int replication, long waitNanos, HotLock... locks) {
        RunResult run = new TableEngine(Map.of("ocfs2", TableEngine.Row.of(1_000_000, 10)))
                .run(new RunRequest(SCENARIO, TestScenarios.OCFS2, replication), () -> false);
        PhaseResult phase = run.phases().get(0);
        samples.add(new RunResult(run.contender(), replication, List.of(new PhaseResult(phase.phase(), phase.measured(), phase.startNanos(),
                phase.endNanos(), phase.operations(), phase.operationsTotal(), phase.messages(), phase.disk(), phase.heartbeat(),
                phase.census(), phase.stations(), phase.latency(), phase.growth(), new LockWaits(waitNanos, 100, List.of(locks)),
                phase.saturated())), run.memory(), run.events()));
    }

    private static HotLock lock(String plain, String kernel, long waitNanos, long waits, long handOvers) {
        return new HotLock(new LockName(plain, kernel), waitNanos, waits, handOvers);
    }

    @Test
    void aDirectoryIsOneLockWhereverItLies() {
        add(0, 1000, lock("directory /a", "META M4", 300, 30, 10), lock("directory /b", "META M5", 200, 20, 6));
        add(1, 1000, lock("directory /a", "META M5", 500, 10, 20), lock("directory /b", "META M4", 100, 20, 6));
        List<HotLockFigures> found = HotLockAnalysis.of(samples);
        assertEquals(List.of(new HotLockFigures(new LockName("directory /a", "META M5"), 0.4, 20, 20, 15),
                new HotLockFigures(new LockName("directory /b", "META M5"), 0.15, 20, 7.5, 6)), found);
    }

    @Test
    void locksOfTwoKindsAreTwo() {
        add(0, 1000, lock("directory /a", "META M4", 300, 30, 10), lock("directory /a", "OPEN O4", 100, 10, 1));
        assertEquals(List.of("META", "OPEN"), HotLockAnalysis.of(samples).stream().map(lock -> lock.lock().kind()).toList());
    }
}
