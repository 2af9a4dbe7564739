// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.RunEngine;
import org.quorate.study.TableEngine;
import org.quorate.study.TableEngine.Row;
import org.quorate.study.io.MapCsv;
import org.quorate.study.io.MapJson;
import org.quorate.study.io.SweepJson;
import org.quorate.study.map.MapPoint.State;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.sweep.Documents;
import org.quorate.study.sweep.MemoryStore;
import org.quorate.study.sweep.PointStore;
import org.quorate.study.sweep.SweepSettings;
import org.quorate.study.sweep.SweepStudy;

class MapStudyTest {

    private static final String DEPTHS = "lun.queueDepth=1,2,4,8,16";
    private static final String TRIPS = "cluster.interconnect.roundTrip=0.5 ms,1 ms,2 ms";

    /**
     * OCFS2 takes 1 ms a place of the queue, with a spread; GFS2 4 ms a millisecond of the round trip. Both are equal where the
     * depth is four times the milliseconds. From a depth of 16 on OCFS2 is saturated, from 2 ms on GFS2 there too.
     */
    private static final RunEngine CROSSING = (request, cancelled) -> {
        int depth = request.scenario().lun().queueDepth();
        long trip = request.scenario().cluster().interconnect().roundTrip().toNanos();
        return new TableEngine(Map.of("ocfs2", new Row(1_000_000L * depth, 1000L * depth, depth >= 16, 0.1),
                "gfs2", new Row(4 * trip, 4000, depth >= 16 && trip >= 2_000_000, 0))).run(request, cancelled);
    };

    private static CrossoverMap map(RunEngine engine, int threads, PointStore store, ScenarioDocument document, String figure,
            String... contenders) {
        return map(engine, threads, store, document, () -> false, figure, contenders);
    }

    private static CrossoverMap map(RunEngine engine, int threads, PointStore store, ScenarioDocument document, BooleanSupplier cancelled,
            String figure, String... contenders) {
        MapPlan plan = MapPlan.of(document, new MapPlan.Wish(DEPTHS, TRIPS, figure, List.of(contenders)), SweepSettings.NONE, () -> false);
        return CrossoverMap.of(plan, new SweepStudy(engine, KernelProfiles::named, threads, "1", "a").sweep(plan.sweep(), store,
                (done, total, message) -> { }, cancelled).sweep());
    }

    private static CrossoverMap map(String figure, String... contenders) {
        return map(CROSSING, 2, PointStore.NONE, Documents.small(), figure, contenders);
    }

    private static List<State> row(CrossoverMap map, int row) {
        return map.points().subList(row * 5, row * 5 + 5).stream().map(MapPoint::state).toList();
    }

    @Test
    void theBetterOneChangesWhereItIsKnownTo() {
        CrossoverMap map = map("latency");
        assertEquals(List.of(State.FIRST, State.NOT_SIGNIFICANT, State.SECOND, State.SECOND, State.ONLY_SECOND), row(map, 0));
        assertEquals(List.of(State.FIRST, State.FIRST, State.NOT_SIGNIFICANT, State.SECOND, State.ONLY_SECOND), row(map, 1));
        assertEquals(List.of(State.FIRST, State.FIRST, State.FIRST, State.NOT_SIGNIFICANT, State.NEITHER_CARRIES), row(map, 2));
        // One create of 4 ms or 1 ms and two stats of half of that: two thirds of 3 ms, and two per mille of noise that pairing leaves.
        MapPoint first = map.at(0, 1);
        assertEquals(-2e6, first.difference().orElseThrow().mean(), 0.1e6);
        assertEquals(3.0, first.advantage().orElseThrow(), 0.2);
        assertEquals("1", first.x());
        assertEquals("1 ms", first.y());
        assertTrue(map.at(4, 0).difference().isEmpty() && map.at(4, 0).first().value().isEmpty() && map.at(4, 0).second().value().isPresent());
        assertTrue(map.at(4, 0).first().saturated().orElseThrow().contains("LUN is busy 90 %"));
    }

    @Test
    void turnedRoundEverythingIsTurnedRound() {
        CrossoverMap map = map("latency");
        CrossoverMap turned = map("latency", "gfs2", "ocfs2");
        for (int i = 0; i < map.points().size(); i++) {
            MapPoint point = map.points().get(i);
            MapPoint other = turned.points().get(i);
            assertEquals(point.first(), other.second());
            assertEquals(point.difference().map(difference -> -difference.mean()), other.difference().map(difference -> difference.mean()));
            assertEquals(point.state() == State.FIRST ? State.SECOND : point.state() == State.SECOND ? State.FIRST
                    : point.state() == State.ONLY_SECOND ? State.ONLY_FIRST : point.state(), other.state());
        }
    }

    @Test
    void otherFiguresHaveOtherAnswers() {
        CrossoverMap memory = map("lock memory");
        assertEquals(List.of(State.FIRST, State.FIRST, State.NOT_SIGNIFICANT, State.SECOND, State.ONLY_SECOND), row(memory, 0));
        CrossoverMap tail = map("p99 create");
        assertEquals(List.of(State.FIRST, State.FIRST, State.NOT_SIGNIFICANT, State.SECOND, State.ONLY_SECOND), row(tail, 1));
        assertEquals(-3e6, tail.at(0, 1).difference().orElseThrow().mean(), 0.1e6, "of create alone");
        assertEquals(-1.5e6, map("mean stat in mixed").at(0, 1).difference().orElseThrow().mean(), 0.1e6);
        assertEquals("p99 create in mixed", tail.figure().text());
        assertEquals(tail.figure(), MapFigure.of(Documents.small().scenario(), tail.figure().text()));
    }

    @Test
    void targetsAreHeldAgainstEach() {
        ScenarioDocument document = Documents.written(text -> text + "targets:\n  - {figure: latency, operation: create, percentile: 99,"
                + " limit: 3 ms}\n  - {figure: lock-memory, limit: 1 GiB}\n");
        CrossoverMap map = map(CROSSING, 2, PointStore.NONE, document, "latency");
        MapPoint point = map.at(1, 1);
        assertEquals(Standing.MEETS, point.first().targets().orElseThrow(), "2 ms");
        assertEquals(Standing.MISSES, point.second().targets().orElseThrow(), "4 ms");
        assertEquals(List.of("p99 create ≤ 3 ms"), point.second().missed());
        assertEquals(Standing.MISSES, map.at(4, 0).first().targets().orElseThrow(), "saturated");
        assertTrue(map("latency").at(0, 0).first().targets().isEmpty());
        assertFalse(map("latency").at(0, 0).first().fallsShort());
    }

    @Test
    void theBytesDependOnNothingElseAndPointsServeSweepsToo() {
        MemoryStore store = new MemoryStore();
        AtomicInteger runs = new AtomicInteger();
        RunEngine counting = (request, cancelled) -> {
            runs.incrementAndGet();
            return CROSSING.run(request, cancelled);
        };
        new SweepStudy(counting, KernelProfiles::named, 2, "1", "a").sweep(Documents.plan(DEPTHS, "cluster.interconnect.roundTrip=1 ms"),
                store, (done, total, message) -> { }, () -> false);
        assertEquals(5 * 9, runs.getAndSet(0));
        String json = new MapJson().write(map(counting, 3, store, Documents.small(), "latency"));
        assertEquals(10 * 9, runs.getAndSet(0), "the row of 1 ms is there");
        assertEquals(json, new MapJson().write(map("latency")));
        assertEquals(json, new MapJson().write(new MapJson().read(json)));
        assertEquals("p99 create in mixed", map(counting, 1, store, Documents.small(), "p99 create").figure().text());
        assertEquals(0, runs.get(), "another figure of the same points");
        assertThrows(IllegalArgumentException.class, () -> new SweepJson().read(json));
        assertThrows(IllegalArgumentException.class, () -> new MapJson().read(json.replace("quorate-map/1", "quorate-map/9")));
    }

    @Test
    void oneThatIsInterruptedGoesOnWhereItWas() {
        MemoryStore store = new MemoryStore();
        AtomicInteger runs = new AtomicInteger();
        AtomicBoolean interrupted = new AtomicBoolean();
        RunEngine ending = (request, cancelled) -> {
            interrupted.compareAndSet(false, runs.incrementAndGet() == 50);
            return CROSSING.run(request, cancelled);
        };
        assertThrows(CancellationException.class, () -> map(ending, 1, store, Documents.small(), interrupted::get, "latency"));
        assertEquals(5, store.texts().size(), "50 runs are five points of nine");
        Map<String, String> before = Map.copyOf(store.texts());
        assertEquals(map("latency"), map(CROSSING, 2, store, Documents.small(), "latency"));
        assertEquals(15, store.texts().size());
        before.forEach((key, text) -> assertEquals(text, store.texts().get(key)));
    }

    @Test
    void pointsHoldNoneOfTheirRuns() {
        Queue<WeakReference<Object>> made = new ConcurrentLinkedQueue<>();
        AtomicInteger runs = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        RunEngine watched = (request, cancelled) -> {
            if (runs.incrementAndGet() % 300 == 0) {
                System.gc();
                most.accumulateAndGet((int) made.stream().filter(reference -> reference.get() != null).count(), Math::max);
            }
            RunResult result = CROSSING.run(request, cancelled);
            made.add(new WeakReference<>(result.memory()));
            made.add(new WeakReference<>(result.phases().get(0).operations().get(0).latency()));
            return result;
        };
        MapPlan plan = MapPlan.of(Documents.small(), new MapPlan.Wish("lun.queueDepth=1..20:20",
                "cluster.interconnect.roundTrip=0.1 ms..1 ms:10", "latency", List.of()), SweepSettings.NONE, () -> false);
        CrossoverMap map = CrossoverMap.of(plan, new SweepStudy(watched, KernelProfiles::named, 2, "1", "a").sweep(plan.sweep(),
                PointStore.NONE, (done, total, message) -> { }, () -> false).sweep());
        assertEquals(200, map.points().size());
        assertEquals(1800, runs.get());
        // Of the few points in the making; all runs together have 3,600.
        assertTrue(most.get() <= 10 * 9 * 2, most + " parts of runs are still there");
    }

    @Test
    void aFailedPointSaysSo() {
        RunEngine failing = (request, cancelled) -> {
            if (request.scenario().lun().queueDepth() == 2) {
                throw new IllegalStateException("stuck, really");
            }
            return CROSSING.run(request, cancelled);
        };
        CrossoverMap map = map(failing, 2, PointStore.NONE, Documents.small(), "latency");
        assertEquals(3, map.count(State.FAILED));
        assertTrue(map.at(1, 0).failure().orElseThrow().endsWith("stuck, really"));
        List<String> rows = new MapCsv().write(map).lines().toList();
        assertEquals(16, rows.size());
        assertEquals(rows.get(0).split(",", -1).length, rows.get(1).split(",", -1).length);
        assertTrue(rows.get(0).startsWith("lun.queueDepth,cluster.interconnect.roundTrip,state,better,difference_ns,"), rows.get(0));
        assertTrue(rows.get(1).startsWith("1,0.5 ms,first,ocfs2,-"), rows.get(1));
        assertTrue(rows.get(2).startsWith("2,0.5 ms,\"failed: ocfs2, replication 1 of 3: "), rows.get(2));
        assertTrue(rows.get(5).startsWith("16,0.5 ms,only second,gfs2,,,,,saturated: phase mixed: LUN service"), rows.get(5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"throughput|is no figure", "p95 create|is no figure", "p99|is no figure", "''|is no figure",
        "p99 unlink|no measured phase does this operation", "p99 create in other|no measured phase does this operation or has this name",
        "p99 create in mixed; rm|is no figure", "mean CREATE|is no figure"})
    void whatIsNoFigureIsTold(String figure, String why) {
        String told = assertThrows(IllegalArgumentException.class, () -> map(figure)).getMessage();
        assertTrue(told.contains(why), told);
    }

    @Test
    void itTakesTwoClusterFileSystems() {
        for (List<String> labels : List.of(List.of("ocfs2"), List.of("ocfs2", "ocfs2"), List.of("ocfs2", "local-ext4"),
                List.of("ocfs2", "gfs2", "gfs2"), List.of("a\u001b", "b"))) {
            String told = assertThrows(IllegalArgumentException.class, () -> map("latency", labels.toArray(String[]::new))).getMessage();
            assertEquals("a map compares two cluster file systems of the scenario (allowed: two of ocfs2, gfs2)", told);
        }
        ScenarioDocument three = Documents.written(text -> text.replace("- {type: gfs2}", "- {type: gfs2}\n  - {type: gfs2, label: other}"));
        String told = assertThrows(IllegalArgumentException.class, () -> map(CROSSING, 1, PointStore.NONE, three, "latency")).getMessage();
        assertTrue(told.contains("has 3: ocfs2, gfs2, other"), told);
        ScenarioDocument one = Documents.written(text -> text.replace("- {type: gfs2}", "- {type: ext4}"));
        told = assertThrows(IllegalArgumentException.class, () -> map(CROSSING, 1, PointStore.NONE, one, "latency")).getMessage();
        assertTrue(told.contains("has 1: ocfs2"), told);
    }

    @Test
    void aFieldThatIsHostileOrTheSameTwiceIsTold() {
        for (String field : List.of("lun.queueDepth", "=1", "lun.queDepth=1", "..=1", "cluster.nodes=2", "\u001b[2J=1", "a".repeat(5000) + "=1")) {
            String told = assertThrows(IllegalArgumentException.class, () -> MapPlan.of(Documents.small(),
                    new MapPlan.Wish(field, TRIPS, "latency", List.of()), SweepSettings.NONE, () -> false)).getMessage();
            assertTrue(told.length() < 1000 && told.chars().noneMatch(Character::isISOControl), told);
        }
        assertTrue(assertThrows(IllegalArgumentException.class, () -> MapPlan.of(Documents.small(), new MapPlan.Wish(TRIPS, TRIPS, "latency",
                List.of()), SweepSettings.NONE, () -> false)).getMessage().contains("varied twice"));
    }
}
