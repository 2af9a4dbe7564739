// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.model.Scenario;
import org.quorate.model.observed.FigureName;
import org.quorate.model.observed.NodeSample;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.remote.RemoteException;
import org.quorate.remote.Target;
import org.quorate.remote.inventory.Fleet;
import org.quorate.study.io.ObservationSeriesJson;
import org.quorate.study.observe.FleetObservation;
import org.quorate.study.observe.FleetPrediction;
import org.quorate.study.observe.ObservationSeries;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.result.Interval;

/** Rounds of a watch without nodes; real ones are in the tests of org.quorate.remote. */
class ObserveNodesTest {

    private static final ObservationSeries.Head HEAD = new ObservationSeries.Head(ObservationSeries.FORMAT, "1", "s", "Title", "gfs2", FileSystemKind.GFS2,
            "/mnt/fs", List.of("n1", "n2"), 1000);

    @TempDir
    private Path directory;

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final List<String> told = new ArrayList<>();

    private final Progress progress = new Progress() {
        @Override
        public void report(int done, int total, String message) {
            told.add(done + " of " + total + (message.isEmpty() ? "" : ": " + message));
        }

        @Override
        public boolean isCancelled() {
            return cancelled.get();
        }
    };

    private static Scenario scenario() throws IOException {
        try (InputStream in = ObserveNodesTest.class.getResourceAsStream("observed.yaml")) {
            return ScenarioReader.read("observed.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8)).document().orElseThrow().scenario();
        }
    }

    private static Map<String, Target> targets() {
        Map<String, Target> targets = new LinkedHashMap<>();
        for (String node : List.of("n1", "n2")) {
            targets.put(node, new Target(node, node, 22, "root", node, List.of(), false, Optional.empty(), List.of(), false, true, Target.Limits.DEFAULT, List.of()));
        }
        return targets;
    }

    private ObservingRun run(Optional<Duration> total, Optional<Path> series) throws IOException {
        ObservePlan plan = new ObservePlan("gfs2", Duration.ofSeconds(1), total, 5, series);
        return new ObservingRun(new ObserveNodes.Request(scenario(), Map.of(), plan, Optional.empty()), HEAD, 4, Clock.systemUTC());
    }

    private static NodeSample sample(int number) {
        TreeMap<FigureName, Long> figures = new TreeMap<>();
        figures.put(FigureName.valueOf("lock/INODE/SH"), 100L + number);
        figures.put(FigureName.valueOf("use/INODE/requests"), 50L * number);
        return new NodeSample("boot", 10 + number, figures, 0, Set.of(), List.of(), List.of());
    }

    /** What the file of a series is that was ended in order. */
    private static String text(ObservationSeries series) {
        ObservationSeriesJson json = new ObservationSeriesJson();
        return json.head(series.head()) + series.rounds().stream().map(json::round).collect(Collectors.joining())
                + json.end(series.rounds().size());
    }

    /** Lines after the head; each has its end. */
    private static long rounds(Path file) {
        try {
            String text = Files.readString(file);
            assertTrue(text.endsWith("\n"));
            return text.lines().count() - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The second node dies after its first sample, and is back for the last one. */
    @Test
    void aNodeThatDiesBetweenSamplesIsAGapAndTheSeriesGoesOn() throws IOException {
        Path file = directory.resolve("series.jsonl");
        AtomicInteger[] asked = {new AtomicInteger(), new AtomicInteger()};
        Fleet.Task<NodeSample> task = (name, target, stop) -> {
            int number = asked[name.equals("n1") ? 0 : 1].getAndIncrement();
            if (name.equals("n2") && number == 1) {
                throw new RemoteException(RemoteException.Kind.DROPPED, "the connection broke", true);
            }
            return sample(number);
        };
        List<Long> whole = new ArrayList<>();
        ObserveNodes.Observed observed = run(Optional.of(Duration.ofSeconds(2)), Optional.of(file)).run(targets(), task, () -> false,
                (round, soFar) -> {
                    whole.add(rounds(file));
                    assertEquals(round, soFar.series().rounds().get(whole.size() - 1), "it is the last one of the series so far");
                    assertFalse(soFar.series().whole());
                }, progress);
        assertEquals(List.of(1L, 2L, 3L), whole, "each round is in the file before the next one");
        assertEquals(List.of("0 of 3", "1 of 3: round 1", "2 of 3: round 2", "3 of 3: round 3"), told);
        assertEquals(3, observed.series().rounds().size());
        assertEquals(text(observed.series()), Files.readString(file));
        FleetObservation.NodeState second = observed.observation().nodes().get(1);
        assertEquals(List.of(2L, 1L, "the connection broke"), List.of(second.answered(), second.missed(), second.failure().orElseThrow()));
        FleetObservation.FigureRow rate = observed.observation().figures().stream().filter(row -> row.node().equals("all")
                && row.figure().equals(FigureName.valueOf("use/INODE/requests"))).findFirst().orElseThrow();
        assertEquals(100, rate.mean().orElseThrow(), 1e-9, "its rate is over the gap");
    }

    @Test
    void whoCancelsKeepsWhatWasSeenWithinASecond() throws Exception {
        Path file = directory.resolve("series.jsonl");
        AtomicInteger asked = new AtomicInteger();
        Fleet.Task<NodeSample> task = (name, target, stop) -> {
            if (asked.incrementAndGet() > 2) {
                hang();
            }
            return sample(1);
        };
        ObservingRun run = run(Optional.empty(), Optional.of(file));
        List<ObserveNodes.Observed> ended = new ArrayList<>();
        Thread thread = new Thread(() -> {
            try {
                ended.add(run.run(targets(), task, () -> false, (round, soFar) -> told.add("asked"), progress));
            } catch (IOException e) {
                told.add(e.toString());
            }
        });
        thread.start();
        Thread.sleep(1500);
        assertTrue(thread.isAlive());
        cancelled.set(true);
        thread.join(1000);
        assertFalse(thread.isAlive());
        assertEquals(1, ended.get(0).series().rounds().size());
        assertEquals(List.of("0 of 0", "asked", "0 of 0: round 1"), told, "nobody knows how many there will be");
        assertEquals(text(ended.get(0).series()), Files.readString(file));
    }

    @Test
    void whoCancelsTheFirstRoundHasSeenNothing() throws IOException {
        ObservingRun run = run(Optional.empty(), Optional.empty());
        assertThrows(CancellationException.class, () -> run.run(targets(), (name, target, stop) -> {
            cancelled.set(true);
            hang();
            return sample(1);
        }, () -> false, (round, soFar) -> told.add("asked"), progress));
        assertEquals(List.of("0 of 0"), told);
    }

    private static void hang() {
        try {
            Thread.sleep(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aFileThatIsThereStaysAndNothingIsAsked() throws IOException {
        Path file = Files.writeString(directory.resolve("series.jsonl"), "mine");
        ObservingRun run = run(Optional.of(Duration.ZERO), Optional.of(file));
        assertThrows(FileAlreadyExistsException.class, () -> run.run(targets(), (name, target, stop) -> {
            throw new AssertionError("asked");
        }, () -> false, (round, soFar) -> told.add("asked"), progress));
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void aWatchThatHasNoHopeEnds() throws IOException {
        ObserveNodes.Observed observed = run(Optional.empty(), Optional.empty()).run(targets(), (name, target, stop) -> {
            throw new RemoteException(RemoteException.Kind.LOGIN, "no login");
        }, () -> true, (round, soFar) -> told.add("asked"), progress);
        assertEquals(1, observed.observation().rounds());
    }

    /** What is predicted has the same names as what real kernels said (ORIGIN.md beside their files): 308 locks of inodes in each mode. */
    @Test
    void thePredictionIsThatOfTheOneNodeForm() throws IOException {
        ObserveNodes use = new QuorateApp(2).observeNodes();
        FleetPrediction prediction = use.predict(scenario(), "gfs2", "stat", new StudyOptions(OptionalLong.empty(), OptionalInt.of(2)), progress);
        Interval inodes = prediction.of("n1").get(FigureName.valueOf("lock/INODE/SH"));
        assertEquals(608, inodes.mean(), 3);
        assertEquals(2 * inodes.mean(), prediction.of(FleetPrediction.FLEET).get(FigureName.valueOf("lock/INODE/SH")).mean(), 3);
        assertTrue(prediction.of("n1").get(FigureName.valueOf("use/INODE/requests")).mean() > 0);
        assertTrue(prediction.of(FleetPrediction.FLEET).get(FigureName.valueOf("disk/all/reads")).mean() > 0);
        assertTrue(prediction.of("n2").containsKey(FigureName.valueOf("slab/gfs2_glock/bytes")));
        assertThrows(IllegalArgumentException.class, () -> use.predict(scenario(), "gfs2", "nothing", new StudyOptions(OptionalLong.empty(),
                OptionalInt.of(2)), progress));
    }
}
