// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.quorate.model.Scenario;
import org.quorate.model.StudySettings;
import org.quorate.study.TableEngine.Row;
import org.quorate.study.io.ComparisonJson;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Origin;
import org.quorate.study.result.Stopping;
import org.quorate.study.result.Stopping.Reason;

/** Studies that make replications until they are enough. */
class SequentialStudyTest {

    private static final StudyListener SILENT = (done, total, message) -> { };

    private static Scenario scenario(StudySettings settings) {
        return TestScenarios.of(List.of(), settings, List.of(TestScenarios.steady()), TestScenarios.OCFS2, TestScenarios.GFS2);
    }

    private static StudySettings precise(double precision, int most) {
        return new StudySettings(3, 5, 0.95, OptionalDouble.of(precision), most, Optional.empty());
    }

    private static Comparison compare(RunEngine engine, int threads, StudySettings settings) {
        return new ComparisonStudy(engine, TestScenarios.KERNELS, threads, "1", () -> 0).compare(scenario(settings), SILENT, () -> false);
    }

    private static double width(Comparison comparison, String label) {
        Interval latency = comparison.contender(label).total().mixLatencyNanos().orElseThrow();
        return latency.halfWidth() / latency.mean();
    }

    @Test
    void replicationsAreMadeUntilEveryContenderIsPrecise() {
        Comparison comparison = compare(new QueueEngine(), 2, precise(0.015, 1000));
        Origin origin = comparison.origin();
        Stopping stopping = origin.stopping().orElseThrow();
        assertEquals(Reason.PRECISE, stopping.reason());
        assertTrue(origin.replications() > 10 && origin.replications() < 1000, origin.toString());
        assertEquals(List.of("ocfs2", "gfs2", "local-ext4"), stopping.reached().stream().map(Stopping.Reached::label).toList());
        for (Stopping.Reached reached : stopping.reached()) {
            assertEquals(width(comparison, reached.label()), reached.halfWidth().orElseThrow(), 1e-12);
            assertTrue(reached.halfWidth().orElseThrow() <= 0.015);
        }
        assertEquals(List.of(), comparison.notes().stream().filter(note -> note.contains("precision")).toList());
        String text = StoppingText.of(origin.replications(), stopping);
        assertTrue(text.matches(origin.replications() + " replications for ± 1\\.[0-5] %; wanted 1\\.5 %"), text);
    }

    /** What the fixed number would give: the same runs, whatever made them as many as they are. */
    @Test
    void theFiguresAreThoseOfSoManyReplicationsOnAnyNumberOfThreads() {
        Comparison one = compare(new QueueEngine(), 1, precise(0.03, 1000));
        for (int threads : new int[] {2, 7}) {
            assertEquals(new ComparisonJson().write(one), new ComparisonJson().write(compare(new QueueEngine(), threads, precise(0.03, 1000))));
        }
        Comparison fixed = compare(new QueueEngine(), 2, new StudySettings(3, one.origin().replications(), 0.95));
        assertEquals(fixed.contenders(), one.contenders());
        assertEquals(fixed.differences(), one.differences());
        assertEquals(Optional.empty(), fixed.origin().stopping());
    }

    @Test
    void theMostIsTheMost() {
        Comparison comparison = compare(new QueueEngine(), 2, precise(0.001, 12));
        assertEquals(12, comparison.origin().replications());
        assertEquals(Reason.MOST_REPLICATIONS, comparison.origin().stopping().orElseThrow().reason());
        assertTrue(comparison.notes().stream().anyMatch(note -> note.startsWith("The wanted precision of 0.1 % was not reached by ocfs2 (")),
                comparison.notes().toString());
        String text = StoppingText.of(12, comparison.origin().stopping().orElseThrow());
        assertTrue(text.startsWith("12 replications for ± ") && text.endsWith(" %, the most allowed; wanted 0.1 %"), text);
    }

    @Test
    void saturatedContendersDoNotSteer() {
        Row saturated = new Row(4_000_000, 1000, true, 0);
        Comparison some = compare(new TableEngine(Map.of("ocfs2", saturated, "gfs2", Row.of(2_000_000, 3000))), 2, precise(0.05, 50));
        assertEquals(10, some.origin().replications());
        assertEquals(Optional.empty(), some.origin().stopping().orElseThrow().reached().get(0).halfWidth());
        Comparison all = new ComparisonStudy(new TableEngine(Map.of("ocfs2", saturated)), TestScenarios.KERNELS, 2, "1", () -> 0)
                .simulate(scenario(precise(0.05, 50)), "ocfs2", SILENT, () -> false);
        assertEquals(10, all.origin().replications());
        assertEquals(Reason.NO_LATENCY, all.origin().stopping().orElseThrow().reason());
        assertEquals("10 replications: no file system has a latency to be known better",
                StoppingText.of(10, all.origin().stopping().orElseThrow()));
    }

    /** A clock that goes one second ahead for each run. */
    @Test
    void aTimeBudgetIsNotExceeded() {
        AtomicLong runs = new AtomicLong();
        RunEngine counting = (request, cancelled) -> {
            runs.incrementAndGet();
            return new QueueEngine().run(request, cancelled);
        };
        StudySettings settings = new StudySettings(3, 5, 0.95, OptionalDouble.empty(), 100, Optional.of(Duration.ofSeconds(60)));
        List<String> progress = new ArrayList<>();
        Comparison comparison = new ComparisonStudy(counting, TestScenarios.KERNELS, 2, "1", () -> runs.get() * 1_000_000_000L)
                .compare(scenario(settings), (done, total, message) -> progress.add(done + "/" + total), () -> false);
        assertEquals(20, comparison.origin().replications());
        assertEquals(60, runs.get());
        assertEquals(Reason.TIME_BUDGET, comparison.origin().stopping().orElseThrow().reason());
        assertTrue(progress.contains("15/15") && progress.contains("15/30") && progress.contains("60/60"), progress.toString());
        String text = StoppingText.of(20, comparison.origin().stopping().orElseThrow());
        assertTrue(text.startsWith("20 replications for ± ") && text.endsWith(" in 1 min"), text);
    }
}
