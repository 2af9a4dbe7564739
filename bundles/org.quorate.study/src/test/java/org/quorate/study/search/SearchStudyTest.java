// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.RunEngine;
import org.quorate.study.TableEngine;
import org.quorate.study.TableEngine.Row;
import org.quorate.study.io.SearchCsv;
import org.quorate.study.io.SearchJson;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.search.SearchResult.Outcome;
import org.quorate.study.sweep.Documents;
import org.quorate.study.sweep.MemoryStore;
import org.quorate.study.sweep.PointStore;
import org.quorate.study.sweep.SweepSettings;

class SearchStudyTest {

    private static final String DEPTH = "lun.queueDepth=1..512";
    private static final String LIMIT = "p99 create < 100 ms";

    /** The latency of a create, milliseconds, follows from the depth of the queue; OCFS2 has twice that of GFS2. */
    private static RunEngine engine(IntToDoubleFunction millis, double jitter, int saturatedFrom) {
        return (request, cancelled) -> {
            int depth = request.scenario().lun().queueDepth();
            long nanos = (long) (millis.applyAsDouble(depth) * 1e6);
            return new TableEngine(Map.of("ocfs2", new Row(2 * nanos, 1000L * depth, depth >= saturatedFrom, jitter),
                    "gfs2", new Row(nanos, 1000L * depth, depth >= saturatedFrom, jitter))).run(request, cancelled);
        };
    }

    private static final RunEngine LINEAR = engine(depth -> depth, 0.001, 1000);

    private static SearchPlan.Wish wish(String field, String... targets) {
        return new SearchPlan.Wish(field, List.of(targets), List.of(), Optional.empty(), OptionalInt.empty());
    }

    private static SearchPlan plan(SearchPlan.Wish wish) {
        return SearchPlan.of(Documents.small(), wish, SweepSettings.NONE);
    }

    private static SearchStudy.Done done(RunEngine engine, int threads, PointStore store, SearchPlan plan, BooleanSupplier cancelled) {
        return new SearchStudy(engine, KernelProfiles::named, threads, "1", "a").search(plan, store, (done, total, message) ->
                assertTrue(done <= total, done + " of " + total), cancelled);
    }

    private static Search search(RunEngine engine, SearchPlan.Wish wish) {
        return done(engine, 2, PointStore.NONE, plan(wish), () -> false).search();
    }

    private static String answer(RunEngine engine, SearchPlan.Wish wish) {
        Search search = search(engine, wish);
        return new SearchWords(search).answer(search.results().get(1));
    }

    @Test
    void theLargestValueIsThatOfTheClosedForm() {
        // p99 of replications 0 to 2: 1.001, 1.000 and 1.003 ms a place; their mean 1.0013 with a half width of 0.0038.
        SearchPlan.Wish exact = new SearchPlan.Wish(DEPTH, List.of(LIMIT), List.of(), Optional.of("1"), OptionalInt.of(3));
        Search search = search(LINEAR, exact);
        SearchResult gfs2 = search.results().get(1);
        SearchResult ocfs2 = search.results().get(0);
        assertEquals(99, Integer.parseInt(gfs2.meets().orElseThrow()), 1);
        assertEquals(49, Integer.parseInt(ocfs2.meets().orElseThrow()), 1);
        assertEquals(List.of(), gfs2.remarks());
        assertTrue(gfs2.points().size() <= 20, gfs2.points().size() + " values");
        assertTrue(search.results().stream().allMatch(result -> result.points().stream().allMatch(point ->
                point.standing() == Standing.NEITHER || point.number() < (result == gfs2 ? 100.5 : 50.5) == (point.standing() == Standing.MEETS))));
    }

    @Test
    void theLoadOfAQueueIsThatOfTheTextbook() {
        // Sojourn in M/M/1 is exponential with rate mu − lambda: the 95th percentile is 10 ms where lambda is mu − ln(20) / 10 ms.
        double expected = 1000 - Math.log(20) / 0.010;
        ScenarioDocument open = Documents.written(text -> text.replace("closed: {threads: 2, thinkTime: exponential 2 ms}", "open: {rate: 100 /s}")
                .replace("replications: 3", "replications: 10"));
        SearchPlan plan = SearchPlan.of(open, new SearchPlan.Wish("workload.phases[mixed].open.rate=100..950 /s", List.of("p95 create < 10 ms"),
                List.of("gfs2"), Optional.of("1 %"), OptionalInt.of(80)), SweepSettings.NONE);
        SearchResult result = done(new OpenQueue(), 2, PointStore.NONE, plan, () -> false).search().results().get(0);
        double meets = Double.parseDouble(result.meets().orElseThrow().replace(" /s", ""));
        double misses = Double.parseDouble(result.misses().orElseThrow().replace(" /s", ""));
        assertTrue(meets < expected && expected < misses, meets + " to " + misses + " without " + expected);
        assertTrue(misses - meets < 0.08 * expected, meets + " to " + misses);
        assertEquals(List.of(), result.remarks());
    }

    @Test
    void theToleranceEndsItEarly() {
        SearchResult rough = search(LINEAR, new SearchPlan.Wish(DEPTH, List.of(LIMIT), List.of("gfs2"), Optional.of("20 %"),
                OptionalInt.empty())).results().get(0);
        int meets = Integer.parseInt(rough.meets().orElseThrow());
        int misses = Integer.parseInt(rough.misses().orElseThrow());
        assertTrue(meets < 100 && misses > 99 && misses - meets <= 0.2 * misses, meets + " to " + misses);
        assertTrue(rough.points().size() <= 7, rough.points().toString());
        assertEquals(Outcome.LARGEST, rough.outcome());
    }

    @Test
    void atTheEndsItIsSaidSo() {
        assertEquals("gfs2 meets every target from queueDepth = 1 to 64.", answer(LINEAR, wish("lun.queueDepth=1..64", LIMIT)));
        String nowhere = answer(LINEAR, wish("lun.queueDepth=128..512", LIMIT));
        assertTrue(nowhere.matches("gfs2 does not meet every target anywhere from queueDepth = 128 to 512: at 128 it misses p99 create ≤ 100 ms"
                + " \\(128[^)]*\\); at 512 it misses p99 create ≤ 100 ms \\(51[^)]*\\)\\."), nowhere);
    }

    @Test
    void saturatedIsAMissWhateverTheTarget() {
        Search search = search(engine(depth -> 0.1, 0.001, 200), wish(DEPTH, "lock memory < 1 GiB a node"));
        SearchResult gfs2 = search.results().get(1);
        assertEquals(Outcome.LARGEST, gfs2.outcome());
        assertTrue(Integer.parseInt(gfs2.meets().orElseThrow()) < 200 && Integer.parseInt(gfs2.misses().orElseThrow()) >= 200);
        assertTrue(new SearchWords(search).answer(gfs2).contains(" it cannot carry the load (phase mixed: LUN service is 75 % of the time"));
    }

    @Test
    void lockMemoryIsSearchedToo() {
        // 10 bytes a lock object, 1000 objects a place: 102,400 bytes are ten and a bit places; node1 has the most.
        SearchResult gfs2 = search(LINEAR, wish(DEPTH, "lock memory < 100 KiB a node")).results().get(1);
        assertEquals(Optional.of("10"), gfs2.meets());
        assertEquals(Optional.of("11"), gfs2.misses());
    }

    @Test
    void ofSeveralTargetsTheHardestCounts() {
        SearchResult both = search(LINEAR, wish(DEPTH, LIMIT, "lock memory < 100 KiB")).results().get(1);
        assertEquals(Optional.of("10"), both.meets());
        assertEquals(2, both.points().get(0).targets().size());
    }

    @Test
    void moreReplicationsAreMadeUntilItIsDecidedOrTheBoundIsReached() {
        // Three replications spread by ten per cent have an interval of a quarter; 24 have one of five per cent.
        RunEngine noisy = engine(depth -> depth, 0.1, 1000);
        Search search = search(noisy, new SearchPlan.Wish(DEPTH, List.of(LIMIT), List.of("gfs2"), Optional.of("1 %"), OptionalInt.of(24)));
        SearchResult gfs2 = search.results().get(0);
        assertEquals(Outcome.UNDECIDED, gfs2.outcome());
        int meets = Integer.parseInt(gfs2.meets().orElseThrow());
        int misses = Integer.parseInt(gfs2.misses().orElseThrow());
        assertTrue(meets < 100 && meets > 80 && misses > 100 && misses < 120, meets + " to " + misses);
        assertTrue(gfs2.points().stream().filter(point -> point.standing() == Standing.NEITHER).allMatch(point -> point.replications() == 24));
        assertTrue(gfs2.points().stream().anyMatch(point -> point.standing() == Standing.MEETS && point.replications() == 3), "far off, few are enough");
        assertTrue(gfs2.points().stream().anyMatch(point -> point.standing() != Standing.NEITHER && point.replications() > 3), "near, more are made");
        String told = new SearchWords(search).answer(gfs2);
        assertTrue(told.matches("gfs2 meets every target up to queueDepth = " + meets + "; queueDepth = \\d+ to \\d+ is not decided within 24 replications, and"
                + " neither is what lies between " + meets + " and " + misses + "; at " + misses + " it misses p99 create ≤ 100 ms \\(.*\\)\\."), told);
        Search more = search(noisy, new SearchPlan.Wish(DEPTH, List.of(LIMIT), List.of("gfs2"), Optional.of("1 %"), OptionalInt.of(96)));
        assertTrue(Integer.parseInt(more.results().get(0).misses().orElseThrow()) - Integer.parseInt(more.results().get(0).meets().orElseThrow())
                < misses - meets, "more replications, a narrower gap");
    }

    @Test
    void whereMoreIsBetterTheSmallestIsFound() {
        Search search = search(engine(depth -> 1000.0 / depth, 0.001, 1000), wish(DEPTH, LIMIT));
        SearchResult gfs2 = search.results().get(1);
        assertEquals(Outcome.SMALLEST, gfs2.outcome());
        assertEquals(11, Integer.parseInt(gfs2.meets().orElseThrow()), 1);
        assertTrue(new SearchWords(search).answer(gfs2).startsWith("gfs2 meets every target from queueDepth = 1"), new SearchWords(search).answer(gfs2));
    }

    @Test
    void whatIsNotMonotoneIsTold() {
        // A hump in the middle, both ends meet: it is seen because the middle is checked.
        Search hump = search(engine(depth -> depth > 15 && depth < 40 ? 200 : 10, 0.001, 1000), wish(DEPTH, LIMIT));
        SearchResult gfs2 = hump.results().get(1);
        assertEquals(Outcome.LARGEST, gfs2.outcome());
        assertEquals(Optional.of("15"), gfs2.meets());
        assertTrue(gfs2.remarks().get(0).startsWith("Not monotone: ") && gfs2.remarks().get(0).endsWith("misses, but 512 meets."), gfs2.remarks().toString());
        // A figure that sinks beyond the limit, though it never meets it there.
        SearchResult sinking = search(engine(depth -> depth < 100 ? depth : 3000.0 - depth, 0.001, 1000), wish(DEPTH, LIMIT)).results().get(1);
        assertTrue(sinking.remarks().stream().anyMatch(remark -> remark.contains("a value further on may meet again")), sinking.remarks().toString());
    }

    @Test
    void quantitiesAreSearchedInTheirUnits() {
        RunEngine trips = (request, cancelled) -> {
            long trip = request.scenario().cluster().interconnect().roundTrip().toNanos();
            return new TableEngine(Map.of("ocfs2", Row.of(20 * trip, 1), "gfs2", Row.of(10 * trip, 1))).run(request, cancelled);
        };
        SearchResult gfs2 = search(trips, new SearchPlan.Wish("cluster.interconnect.roundTrip=0.1..20 ms", List.of("p99 create < 37 ms"),
                List.of("gfs2"), Optional.of("0.05 ms"), OptionalInt.empty())).results().get(0);
        assertTrue(gfs2.meets().orElseThrow().matches("3\\.[56]\\d* ms"), gfs2.meets().toString());
        assertTrue(gfs2.misses().orElseThrow().matches("3\\.[67]\\d* ms"), gfs2.misses().toString());
        RunEngine thinking = (request, cancelled) -> new TableEngine(Map.of("gfs2", Row.of(1, request.scenario().cluster().nodes().get(0)
                .memory().value() >> 20))).run(request, cancelled);
        SearchResult memory = search(thinking, new SearchPlan.Wish("cluster.nodes[].memory=1 GiB..64 GiB", List.of("lock memory < 100 KiB"),
                List.of("gfs2"), Optional.empty(), OptionalInt.empty())).results().get(0);
        assertEquals(10 << 10, Double.parseDouble(memory.meets().orElseThrow().replaceAll(" MiB| GiB", "")) * (memory.meets().get().endsWith("GiB")
                ? 1 << 10 : 1), 110);
    }

    @Test
    void theNumberOfNodesIsSearchedAsIfItWereAField() {
        RunEngine nodes = (request, cancelled) -> {
            int count = request.scenario().cluster().nodes().size();
            RunResult run = new TableEngine(Map.of("ocfs2", Row.of(3_000_000L * count, 1), "gfs2", Row.of(1_000_000L * count, 1)))
                    .run(request, cancelled);
            // The slabs of that engine are those of two nodes.
            return new RunResult(run.contender(), run.replication(), run.phases(), List.of(), run.events());
        };
        Search search = search(nodes, wish("nodes=1..64", "p99 create < 20 ms"));
        assertEquals(List.of(Optional.of("6"), Optional.of("19")), search.results().stream().map(SearchResult::meets).toList());
        assertEquals(List.of(Optional.of("7"), Optional.of("20")), search.results().stream().map(SearchResult::misses).toList());
    }

    @Test
    void keptValuesAreNeverMadeAgainAndTheResultIsTheSame() {
        MemoryStore store = new MemoryStore();
        AtomicInteger runs = new AtomicInteger();
        AtomicBoolean interrupted = new AtomicBoolean();
        RunEngine ending = (request, cancelled) -> {
            interrupted.compareAndSet(false, runs.incrementAndGet() == 20);
            return LINEAR.run(request, cancelled);
        };
        SearchPlan plan = plan(wish(DEPTH, LIMIT));
        assertThrows(CancellationException.class, () -> done(ending, 1, store, plan, interrupted::get));
        int kept = store.texts().size();
        assertTrue(kept >= 5, kept + " of 20 runs of three each");
        Map<String, String> before = Map.copyOf(store.texts());
        SearchStudy.Done whole = done(LINEAR, 1, PointStore.NONE, plan, () -> false);
        SearchStudy.Done resumed = done(LINEAR, 3, store, plan, () -> false);
        assertEquals(new SearchJson().write(whole.search()), new SearchJson().write(resumed.search()));
        assertTrue(resumed.runs() < whole.runs(), resumed.runs() + " of " + whole.runs());
        before.forEach((key, text) -> assertEquals(text, store.texts().get(key)));
        SearchStudy.Done again = done((request, cancelled) -> {
            throw new AssertionError("all is kept");
        }, 2, store, plan, () -> false);
        assertEquals(0, again.runs());
        assertEquals(whole.search(), again.search());
        assertEquals(whole.search(), new SearchJson().read(new SearchJson().write(whole.search())));
        assertThrows(IllegalArgumentException.class, () -> new SearchJson().read("{}"));
    }

    @Test
    void theBytesDoNotDependOnThreads() {
        SearchPlan plan = plan(new SearchPlan.Wish(DEPTH, List.of(LIMIT), List.of(), Optional.empty(), OptionalInt.of(24)));
        RunEngine noisy = engine(depth -> depth, 0.1, 1000);
        String one = new SearchJson().write(done(noisy, 1, PointStore.NONE, plan, () -> false).search());
        for (int threads : new int[] {2, 5}) {
            assertEquals(one, new SearchJson().write(done(noisy, threads, PointStore.NONE, plan, () -> false).search()));
        }
    }

    @Test
    @Timeout(20)
    void cancelledItEndsWithinASecond() throws InterruptedException {
        AtomicBoolean cancelled = new AtomicBoolean();
        RunEngine endless = (request, stop) -> {
            while (!stop.getAsBoolean()) {
                Thread.onSpinWait();
            }
            throw new CancellationException();
        };
        AtomicBoolean ended = new AtomicBoolean();
        Thread search = new Thread(() -> {
            assertThrows(CancellationException.class, () -> done(endless, 2, PointStore.NONE, plan(wish(DEPTH, LIMIT)), cancelled::get));
            ended.set(true);
        });
        search.start();
        Thread.sleep(300);
        cancelled.set(true);
        search.join(1000);
        assertTrue(ended.get());
    }

    @Test
    void aFailedRunEndsItsContenderOnly() {
        RunEngine failing = (request, cancelled) -> {
            if (request.contender().label().equals("ocfs2") && request.scenario().lun().queueDepth() < 512) {
                throw new IllegalStateException("stuck, really");
            }
            return LINEAR.run(request, cancelled);
        };
        Search search = search(failing, wish(DEPTH, LIMIT));
        assertEquals(List.of(Outcome.FAILED, Outcome.LARGEST), search.results().stream().map(SearchResult::outcome).toList());
        assertTrue(search.results().get(0).failure().orElseThrow().endsWith("stuck, really at lun.queueDepth = 1"));
        assertEquals(1, search.failures());
        List<String> rows = new SearchCsv().write(search).lines().toList();
        assertTrue(rows.get(0).startsWith("contender,outcome,meets,misses,lun.queueDepth,replications,standing,load,p99 create ≤ 100 ms,"), rows.get(0));
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("gfs2,largest,") && row.contains(",1,3,meets,ok,1.0")), rows.toString());
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("ocfs2,\"failed: ocfs2, replication 1 of 3")), rows.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"lun.queueDepth|is not FIELD=LOW..HIGH", "lun.queueDepth=1|is not FIELD=LOW..HIGH",
        "lun.queueDepth=1..4:3|two values, without", "lun.queueDepth=1..4,8|two values, without", "lun.queueDepth=4..1|4 is not less than 1",
        "lun.queueDepth=2..2|stands twice", "lun.device=nvme..disk|is no number", "cluster.kernel=6.1..6.8|is no number",
        "lun.queueDepth=0..4|'0' is out of range", "lun.queueDepth=1..99999999|out of range", "lun.queDepth=1..2|did you mean queueDepth?",
        "study.seed=1..5|cannot be searched", "study.replications=2..5|cannot be searched", "nodes=0..4|a whole number from 1 to 64",
        "nodes=2..65|a whole number from 1 to 64", "lun.queueDepth=a..4|has no two numbers as its ends", "lun.queueDepth=1..2..3|has no two numbers", "cluster.nodes=2..4|cluster.nodes", "=1..2|is not FIELD=LOW..HIGH"})
    void fieldsThatCannotBeSearchedAreTold(String field, String why) {
        String told = assertThrows(IllegalArgumentException.class, () -> plan(wish(field, LIMIT))).getMessage();
        assertTrue(told.contains(why), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J=1..2", "lun.queueDepth=\u001b[2J..2", "lun.queueDepth=1..\u0000", "lun.queueDepth=..", "lun.queueDepth=1e99..2e99",
        "lun.queueDepth=1..2..3", "lun.queueDepth=-1..2", "lun.queueDepth=NaN..Infinity"})
    void hostileFieldsAreToldInLinesThatAreSafeToPrint(String field) {
        String told = assertThrows(IllegalArgumentException.class, () -> plan(wish(field, LIMIT))).getMessage();
        assertTrue(told.length() < 1000 && told.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'), told);
    }

    @Test
    void theRestOfTheQuestionIsCheckedToo() {
        assertTrue(told(wish(DEPTH)).contains("the scenario has no targets"));
        assertTrue(told(wish(DEPTH, "p99 unlink < 1 ms")).contains("no measured phase does the operation unlink"));
        assertTrue(told(wish(DEPTH, "fast")).contains("'fast' is no target"));
        assertTrue(told(new SearchPlan.Wish(DEPTH, List.of(LIMIT), List.of("xfs"), Optional.empty(), OptionalInt.empty())).contains("allowed: ocfs2, gfs2"));
        for (String tolerance : List.of("0", "-1", "0 %", "101 %", "1 ms", "x", "")) {
            assertTrue(told(new SearchPlan.Wish(DEPTH, List.of(LIMIT), List.of(), Optional.of(tolerance), OptionalInt.empty()))
                    .contains("is no distance of two values of lun.queueDepth"), tolerance);
        }
        assertTrue(told(new SearchPlan.Wish(DEPTH, List.of(LIMIT), List.of(), Optional.empty(), OptionalInt.of(2))).contains("2 replications are no bound"));
    }

    private static String told(SearchPlan.Wish wish) {
        return assertThrows(IllegalArgumentException.class, () -> plan(wish)).getMessage();
    }
}
