// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.quorate.model.FileSystemSpec;
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
    private final Function<String, KernelProfile> kernels;
    private final String version;
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
        this.kernels = kernels;
        this.version = version;
        this.nanoTime = nanoTime;
    }

    /**
     * Compares all contenders of the scenario, and a local ext4 if it lists no local file system.
     *
     * @throws CancellationException if cancelled
     * @throws StudyFailedException  if a run failed
     */
    public Comparison compare(Scenario scenario, StudyListener listener, BooleanSupplier cancelled) {
        return run(scenario, contenders(scenario), listener, cancelled);
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
        return run(scenario, List.of(contender(scenario, label)), listener, cancelled);
    }

    /** The work of {@link #compare} in its parts, for studies that make the runs of many comparisons at once. */
    public ComparisonJob job(Scenario scenario) {
        return job(scenario, contenders(scenario));
    }

    /** The same for only some of the scenario's file systems. */
    public ComparisonJob job(Scenario scenario, List<FileSystemSpec> contenders) {
        return new ComparisonJob(scenario, contenders, kernels, version);
    }

    /** The work of {@link #simulate} in its parts; throws {@link IllegalArgumentException} if there is none of that label. */
    public ComparisonJob job(Scenario scenario, String label) {
        return new ComparisonJob(scenario, List.of(contender(scenario, label)), kernels, version);
    }

    private static FileSystemSpec contender(Scenario scenario, String label) {
        return scenario.fileSystems().stream().filter(spec -> spec.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no file system " + label));
    }

    private static List<FileSystemSpec> contenders(Scenario scenario) {
        List<FileSystemSpec> contenders = new ArrayList<>(scenario.fileSystems());
        LocalBaseline.of(scenario).ifPresent(contenders::add);
        return contenders;
    }

    private Comparison run(Scenario scenario, List<FileSystemSpec> contenders, StudyListener listener,
            BooleanSupplier cancelled) {
        ComparisonJob job = job(scenario, contenders);
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
            int before = made * contenders.size();
            runs.make(job.requests(made, next), job::add,
                    (done, total, message) -> listener.advanced(before + done, before + total, message), cancelled);
            made = next;
            stopping = stopping(scenario.study(), rule, made, job.reached());
            next = rule.next(made, widest(stopping), nanoTime.getAsLong() - start);
        }
        return job.result(Optional.of(stopping));
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
