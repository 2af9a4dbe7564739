// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quorate.model.Operation;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.study.RunEngine;
import org.quorate.study.StudyListener;
import org.quorate.study.TableEngine;
import org.quorate.study.TableEngine.Row;
import org.quorate.study.io.SweepCsv;
import org.quorate.study.io.SweepJson;

class SweepStudyTest {

    private static final StudyListener SILENT = (done, total, message) -> { };
    private static final String DEPTHS = "lun.queueDepth=1,2,4,8";

    /** The deeper the queue, the slower; OCFS2 is saturated from 8 on. */
    private static final RunEngine TABLE = (request, cancelled) -> {
        int depth = request.scenario().lun().queueDepth();
        return new TableEngine(Map.of("ocfs2", new Row(2_000_000L * depth, 1000, depth >= 8, 0.01),
                "gfs2", new Row(1_000_000L * depth, 2000, false, 0.01))).run(request, cancelled);
    };

    private static Sweep sweep(RunEngine engine, int threads, PointStore store, String... variations) {
        return new SweepStudy(engine, KernelProfiles::named, threads, "1", "a").sweep(Documents.plan(variations), store, SILENT, () -> false).sweep();
    }

    @Test
    void theBytesDoNotDependOnThreads() {
        String one = new SweepJson().write(sweep(TABLE, 1, PointStore.NONE, DEPTHS));
        for (int threads : new int[] {2, 3, 16}) {
            assertEquals(one, new SweepJson().write(sweep(TABLE, threads, PointStore.NONE, DEPTHS)));
        }
        assertEquals(one, new SweepJson().write(new SweepJson().read(one)));
        Sweep former = new SweepJson().read(one.replaceFirst("\"basis\" : \\{[^}]*\\},", ""));
        assertEquals(Basis.UNKNOWN, former.basis(), "files of former programs are read");
        assertTrue(new SweepJson().read(one).basis().known());
    }

    @Test
    void eachPointHasTheFiguresOfItsOwnScenario() {
        Sweep sweep = sweep(TABLE, 3, PointStore.NONE, DEPTHS);
        for (int i = 0; i < 3; i++) {
            PointContender gfs2 = sweep.points().get(i).outcome().orElseThrow().contenders().get(1);
            double mean = gfs2.phase("mixed").orElseThrow().latency(Operation.CREATE).orElseThrow().meanNanos().mean();
            assertEquals(1e6 * (1 << i), mean, 1e4 * (1 << i));
        }
        assertEquals(List.of("ocfs2", "gfs2", "local-ext4"), sweep.contenders());
    }

    @Test
    void whatIsSaturatedSaysSoAndHasNoNumber() {
        Sweep sweep = sweep(TABLE, 2, PointStore.NONE, DEPTHS);
        PointContender ocfs2 = sweep.points().get(3).outcome().orElseThrow().contenders().get(0);
        assertEquals(Optional.of("phase mixed: LUN service is 75 % of the time of its operations; LUN is busy 90 % of the time"),
                ocfs2.saturated());
        assertTrue(ocfs2.mixLatencyNanos().isEmpty() && ocfs2.lockBytes().isEmpty());
        assertTrue(ocfs2.phases().get(0).throughput().isEmpty());
        List<String> rows = new SweepCsv().write(sweep).lines().toList();
        assertEquals(1 + 4 * 3, rows.size());
        String row = rows.stream().filter(line -> line.startsWith("8,ocfs2,")).findFirst().orElseThrow();
        assertTrue(row.matches("8,ocfs2,saturated: phase mixed: LUN service is 75 % [a-zLUN ]+; LUN is busy 90 % of the time,[^,]*(,saturated,){12}"), row);
    }

    @Test
    void keptPointsAreNeverMadeAgainAndTheResultIsTheSame() {
        MemoryStore store = new MemoryStore();
        AtomicInteger runs = new AtomicInteger();
        RunEngine counting = (request, cancelled) -> {
            runs.incrementAndGet();
            return TABLE.run(request, cancelled);
        };
        sweep(counting, 2, store, "lun.queueDepth=2,8");
        assertEquals(2 * 9, runs.getAndSet(0));
        String all = new SweepJson().write(sweep(counting, 2, store, DEPTHS));
        assertEquals(2 * 9, runs.getAndSet(0), "only 1 and 4");
        assertEquals(new SweepJson().write(sweep(TABLE, 1, PointStore.NONE, DEPTHS)), all);
        sweep(counting, 2, store, "lun.queueDepth=8,4,2,1");
        assertEquals(0, runs.get(), "in another order too");
        assertEquals(3, new SweepStudy(TABLE, KernelProfiles::named, 2, "1", "a").sweep(Documents.plan("lun.queueDepth=8,16,1,2"), store,
                SILENT, () -> false).kept(), "all but 16");
        new SweepStudy(counting, KernelProfiles::named, 2, "1", "b").sweep(Documents.plan(DEPTHS), store, SILENT, () -> false);
        assertEquals(4 * 9, runs.getAndSet(0), "another build of the same version may give other figures");
        store.texts().replaceAll((key, text) -> text.substring(0, text.length() / 2));
        assertEquals(all, new SweepJson().write(sweep(counting, 2, store, DEPTHS)), "halves are no points");
        assertEquals(4 * 9, runs.get());
    }

    @Test
    void aFailedPointSaysSoAndTheOthersAreMade() {
        RunEngine failing = (request, cancelled) -> {
            if (request.scenario().lun().queueDepth() == 2 && request.replication() > 0) {
                throw new IllegalStateException("stuck, really");
            }
            return TABLE.run(request, cancelled);
        };
        MemoryStore store = new MemoryStore();
        Sweep sweep = sweep(failing, 1, store, DEPTHS);
        assertEquals(1, sweep.failures());
        assertEquals(Optional.of("ocfs2, replication 2 of 3: java.lang.IllegalStateException: stuck, really"),
                sweep.points().get(1).failure());
        assertEquals(3, store.texts().size(), "it is not kept");
        for (int i = 0; i < 20; i++) {
            assertEquals(sweep, sweep(failing, 4, PointStore.NONE, DEPTHS), "the first failure is told, whichever came first");
        }
        String csv = new SweepCsv().write(sweep);
        assertTrue(csv.contains("\n2,,\"failed: ocfs2, replication 2 of 3: java.lang.IllegalStateException: stuck, really\",,"), csv);
    }

    @Test
    void aFaultOfTheStoreEndsTheSweep() {
        PointStore full = new PointStore() {
            @Override
            public Optional<PointOutcome> find(String key) {
                return Optional.empty();
            }

            @Override
            public void keep(String key, PointOutcome outcome) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
        };
        assertThrows(UncheckedIOException.class, () -> sweep(TABLE, 2, full, DEPTHS));
    }

    @Test
    @Timeout(20)
    void cancelledItEndsWithinASecondAndKeepsWhatIsFinished() throws InterruptedException {
        AtomicBoolean cancelled = new AtomicBoolean();
        MemoryStore store = new MemoryStore();
        RunEngine endless = (request, stop) -> {
            while (request.scenario().lun().queueDepth() > 2) {
                if (stop.getAsBoolean()) {
                    throw new CancellationException();
                }
                Thread.onSpinWait();
            }
            return TABLE.run(request, stop);
        };
        AtomicBoolean ended = new AtomicBoolean();
        Thread sweep = new Thread(() -> {
            assertThrows(CancellationException.class, () -> new SweepStudy(endless, KernelProfiles::named, 2, "1", "a")
                    .sweep(Documents.plan(DEPTHS), store, SILENT, cancelled::get));
            ended.set(true);
        });
        sweep.start();
        while (store.texts().size() < 2) {
            Thread.sleep(5);
        }
        cancelled.set(true);
        sweep.join(1000);
        assertTrue(ended.get());
        assertEquals(2, store.texts().size());
    }

    @Test
    void progressCountsOnlyWhatIsToBeMade() {
        MemoryStore store = new MemoryStore();
        sweep(TABLE, 1, store, "lun.queueDepth=1,2");
        AtomicInteger total = new AtomicInteger();
        new SweepStudy(TABLE, KernelProfiles::named, 2, "1", "a").sweep(Documents.plan(DEPTHS), store,
                (done, all, message) -> total.set(all), () -> false);
        assertEquals(2 * 9, total.get());
    }

    @Test
    void twoPointsThatMeanTheSameAreMadeOnce() {
        AtomicInteger runs = new AtomicInteger();
        RunEngine counting = (request, cancelled) -> {
            runs.incrementAndGet();
            return TABLE.run(request, cancelled);
        };
        Sweep sweep = sweep(counting, 2, PointStore.NONE, "cluster.interconnect.roundTrip=1 ms,1000 us");
        assertEquals(9, runs.get());
        assertEquals(sweep.points().get(0).outcome(), sweep.points().get(1).outcome());
        assertFalse(sweep.points().get(0).values().equals(sweep.points().get(1).values()));
    }
}
