// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.quorate.model.LocalSpec;
import org.quorate.model.Node;
import org.quorate.model.Scenario;
import org.quorate.model.UnitFormat;
import org.quorate.study.StudyListener;

/** Runs a scenario on an ext4 or an XFS that all its nodes mount at once. Immutable, thread-safe. */
public final class UnsafeStudy {

    /** How long the nodes work unless said otherwise: what is not gone by then goes when they are restarted. */
    public static final Duration DEFAULT_DURATION = Duration.ofMinutes(5);
    /** The shortest and the longest. */
    public static final Duration SHORTEST = Duration.ofSeconds(1);
    public static final Duration LONGEST = Duration.ofMinutes(30);
    /** Mount option commit, if the scenario has no ext4 (include/linux/jbd2.h:JBD2_DEFAULT_MAX_COMMIT_AGE). */
    private static final Duration COMMIT = Duration.ofSeconds(5);
    /** Times in seconds at which losses are counted, as far as they are before the end. */
    private static final List<Integer> SECONDS = List.of(5, 10, 30, 60, 120, 300, 600, 1200);

    private final String version;

    /**
     * A study.
     *
     * @param version of the program, for the result
     */
    public UnsafeStudy(String version) {
        this.version = version;
    }

    /**
     * Says early what {@link #run} would refuse.
     *
     * @throws IllegalArgumentException if the duration is out of range
     */
    public static void check(Duration duration) {
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the duration is " + UnitFormat.format(SHORTEST) + " to " + UnitFormat.format(LONGEST));
        }
    }

    /**
     * Makes the runs: one to each time at which losses are counted, because counting ends it. Takes seconds at most for common
     * scenarios.
     *
     * @param kind     which file system; its options are those of the scenario, if it has one of that kind
     * @param duration 1 s to {@link #LONGEST}
     * @throws IllegalArgumentException                   if the duration is out of range
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public UnsafeResult run(Scenario scenario, LocalSpec.Kind kind, Duration duration, StudyListener listener, BooleanSupplier cancelled) {
        check(duration);
        Duration commit = scenario.fileSystems().stream().filter(LocalSpec.class::isInstance).map(LocalSpec.class::cast)
                .filter(spec -> spec.kind() == kind).map(LocalSpec::commit).findFirst().orElse(COMMIT);
        TreeSet<Long> times = new TreeSet<>(List.of(duration.toNanos()));
        SECONDS.stream().map(seconds -> seconds * 1_000_000_000L).filter(nanos -> nanos < duration.toNanos()).forEach(times::add);
        List<LossPoint> points = new ArrayList<>();
        UnsafeRun run = null;
        for (long nanos : times) {
            run = new UnsafeRun(scenario, kind, commit.toNanos());
            run.workUntil(nanos, cancelled);
            points.add(point(run, nanos));
            listener.advanced(points.size(), times.size(), nanos / 1_000_000_000L + " s of " + kind);
        }
        return new UnsafeResult(UnsafeResult.FORMAT, scenario.name(), scenario.title(), version, scenario.study().seed(), kind,
                scenario.cluster().nodes().stream().map(Node::name).toList(), duration.toNanos(), run.device().firsts(),
                run.device().conflicts(), points, new Inspection(run).complaints());
    }

    private static LossPoint point(UnsafeRun run, long nanos) {
        CrashFigures crash = CrashFigures.of(run);
        long logBlocks = run.device().logBlocksLost();
        run.unmount();
        Inspection found = new Inspection(run);
        return new LossPoint(nanos, run.operations(), run.reads(), run.staleReads(), run.updates(), found.lost(), found.changedFiles(),
                found.damaged(), run.device().dataBlocksLost(), logBlocks, crash);
    }
}
