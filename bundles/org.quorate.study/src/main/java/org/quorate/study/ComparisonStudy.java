// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.quorate.model.KernelProfile;
import org.quorate.model.Scenario;
import org.quorate.model.StudySettings;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.Stopping;

/**
 * Runs contenders on the same workload with common random numbers, in parallel replications, and says what follows.
 * Thread-safe; the result depends on scenario, seed and version only, not on the number of threads. A time budget decides how many
 * replications are made, and these alone decide the rest.
 */
public final class ComparisonStudy {

    private final Runs runs;
    private final ComparisonJobs jobs;
    private final LongSupplier nanoTime;

    /**
     * A study.
     *
     * @param engine  makes the runs
     * @param kernels finds the profile of a kernel version
     * @param threads that make runs at the same time, at least 1
     * @param version of the program, for the result
     * @param nanoTime wall time that time budgets are measured by, in nanoseconds from any instant
     */
    public ComparisonStudy(RunEngine engine, Function<String, KernelProfile> kernels, int threads, String version,
            LongSupplier nanoTime) {
        this.runs = new Runs(engine, threads);
        this.jobs = new ComparisonJobs(kernels, version);
        this.nanoTime = nanoTime;
    }

    /**
     * Compares all contenders of the scenario, and a local ext4 if it lists no local file system.
     *
     * @throws CancellationException if cancelled
     * @throws StudyFailedException  if a run failed
     */
    public Comparison compare(Scenario scenario, StudyListener listener, BooleanSupplier cancelled) {
        return run(scenario, jobs.all(scenario), listener, cancelled);
    }

    /**
     * Simulates one contender alone.
     *
     * @param label of one of the scenario's file systems
     * @throws IllegalArgumentException if there is none of that label
     * @throws CancellationException    if cancelled
     * @throws StudyFailedException     if a run failed
     */
    public Comparison simulate(Scenario scenario, String label, StudyListener listener, BooleanSupplier cancelled) {
        return run(scenario, jobs.alone(scenario, label), listener, cancelled);
    }

    private Comparison run(Scenario scenario, ComparisonJob job, StudyListener outer, BooleanSupplier cancelled) {
        StudyListener listener = new WithFigures(job, outer);
        if (!scenario.study().sequential()) {
            runs.make(job.requests(), job::add, listener, cancelled);
            return job.result();
        }
        StoppingRule rule = StoppingRule.of(scenario.study());
        long start = nanoTime.getAsLong();
        int made = 0;
        int next = rule.fewest();
        Stopping stopping = null;
        while (made < next) {
            int before = job.requests(0, made).size();
            runs.make(job.requests(made, next), job::add, listener.part(before, 0), cancelled);
            made = next;
            stopping = stopping(scenario.study(), rule, made, job.reached());
            next = rule.next(made, widest(stopping), nanoTime.getAsLong() - start);
        }
        return job.result(Optional.of(stopping));
    }

    /** Adds the figures so far to what is said of the runs. */
    private record WithFigures(ComparisonJob job, StudyListener listener) implements StudyListener {

        @Override
        public void advanced(int done, int total, String message) {
            listener.advanced(done, total, message);
        }

        @Override
        public void live(LiveFigures now) {
            listener.live(now.with(job.soFar()));
        }
    }

    private static Stopping stopping(StudySettings settings, StoppingRule rule, int made, List<Stopping.Reached> reached) {
        Stopping soFar = new Stopping(Stopping.Reason.NO_LATENCY,
                settings.precision().isPresent() ? Optional.of(settings.precision().getAsDouble()) : Optional.empty(),
                settings.maxReplications(), settings.timeBudget().map(Duration::toNanos), reached);
        return new Stopping(rule.reason(made, widest(soFar)), soFar.precision(), soFar.maxReplications(), soFar.timeBudgetNanos(), reached);
    }

    private static OptionalDouble widest(Stopping stopping) {
        return stopping.widest().map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
