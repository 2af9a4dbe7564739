// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.quorate.cluster.ClusterRun;
import org.quorate.model.Scenario;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.ContenderResult;

class LiveFiguresTest {

    /** Keeps what it hears, and lets runs go on when it has heard of their beginning. */
    private static final class Watcher implements StudyListener {

        private final List<LiveFigures> heard = new CopyOnWriteArrayList<>();
        private final CountDownLatch seen = new CountDownLatch(1);

        @Override
        public void advanced(int done, int total, String message) {
            assertTrue(done <= total);
        }

        @Override
        public void live(LiveFigures now) {
            heard.add(now);
            seen.countDown();
        }
    }

    private static ComparisonStudy study(RunEngine engine) {
        return new ComparisonStudy(engine, TestScenarios.KERNELS, 2, "test", () -> 0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted");
        }
    }

    /** The last run waits until somebody has looked. */
    private static RunEngine heldUntilSeen(Scenario scenario, Watcher watcher) {
        AtomicBoolean held = new AtomicBoolean();
        return (request, cancelled) -> {
            if (request.replication() == scenario.study().replications() - 1 && request.contender() == scenario.fileSystems().get(0)
                    && held.compareAndSet(false, true)) {
                await(watcher.seen);
            }
            return new QueueEngine().run(request, cancelled);
        };
    }

    @Test
    void theFiguresSoFarAreThoseOfTheRunsThatWereMade() {
        Scenario scenario = TestScenarios.of(List.of(), TestScenarios.OCFS2, TestScenarios.GFS2);
        Watcher watcher = new Watcher();
        int last = scenario.study().replications() - 1;
        Comparison result = study(heldUntilSeen(scenario, watcher)).compare(scenario, watcher, () -> false);
        LiveFigures now = watcher.heard.get(watcher.heard.size() - 1);
        assertEquals(result.contenders().stream().map(ContenderResult::label).toList(),
                now.contenders().stream().map(LiveFigures.Contender::label).toList());
        assertTrue(now.events() > 0 && now.events() <= result.contenders().stream().mapToLong(ContenderResult::events).sum());
        for (LiveFigures.Contender contender : now.contenders()) {
            assertTrue(contender.replications() <= last + 1);
            assertTrue(contender.replications() == 0 || contender.throughput().isPresent());
        }
    }

    /** Whoever looks costs nothing but the look: with and without, the result is the same to the last digit. */
    @Test
    void aLookChangesNothing() {
        Scenario scenario = TestScenarios.of(List.of(), TestScenarios.OCFS2, TestScenarios.GFS2);
        Watcher watcher = new Watcher();
        Comparison watched = study(heldUntilSeen(scenario, watcher)).compare(scenario, watcher, () -> false);
        assertFalse(watcher.heard.isEmpty());
        assertEquals(study(new QueueEngine()).compare(scenario, (done, total, message) -> { }, () -> false), watched);
    }

    @Test
    void aRunUnderWayTellsWhereItStands() {
        Scenario scenario = TestScenarios.of(List.of(), TestScenarios.OCFS2, TestScenarios.GFS2);
        long planned = scenario.workload().phases().stream().mapToLong(phase -> phase.duration().toNanos()).sum();
        List<Double> shares = new CopyOnWriteArrayList<>();
        UnderWay underWay = new UnderWay();
        ComparisonJob job = new ComparisonJobs(TestScenarios.KERNELS, "test").all(scenario);
        var request = job.requests().get(0);
        var gauge = underWay.begin(request, () -> {
            underWay.figures().runs().get(0).share().ifPresent(shares::add);
            assertEquals(planned, underWay.figures().runs().get(0).plannedNanos().orElseThrow());
            return false;
        });
        ClusterRun.run(request, gauge);
        assertFalse(shares.isEmpty());
        assertEquals(shares.stream().sorted().toList(), shares, "time goes on");
        assertTrue(gauge.simulatedNanos() > 0);
        underWay.end(request, gauge.events());
        assertEquals(List.of(), underWay.figures().runs());
        assertEquals(gauge.events(), underWay.figures().events());
        assertEquals(0, underWay.figures().made());
    }
}
