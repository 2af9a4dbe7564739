// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.KernelProfile;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.study.RunEngine;
import org.quorate.study.Runs;
import org.quorate.study.StudyListener;

/**
 * Simulates the runs of the lab and compares. Thread-safe; the result depends on the version only, not on the number of
 * threads.
 */
public final class AccuracyStudy {

    /** How often each run is simulated, with other random numbers: enough to halve what chance adds to a row. */
    public static final int REPLICATIONS = 5;

    private final RunEngine engine;
    private final Function<String, KernelProfile> kernels;
    private final int threads;
    private final String version;

    /**
     * A study.
     *
     * @param engine  makes the runs
     * @param kernels finds the profile of a kernel version
     * @param threads that make runs at the same time, at least 1
     * @param version of the program, for the result
     */
    public AccuracyStudy(RunEngine engine, Function<String, KernelProfile> kernels, int threads, String version) {
        this.engine = engine;
        this.kernels = kernels;
        this.threads = threads;
        this.version = version;
    }

    /** What is simulated of one run of the lab; a result for each replication, in their order. The last that made one is told to all. */
    private record Replications(LabResult of, RunResult[] results, AtomicReference<String> last) implements Runs.Work {

        @Override
        public List<RunRequest> requests() {
            return IntStream.range(0, results.length)
                    .mapToObj(replication -> new RunRequest(of.scenario(), of.scenario().fileSystems().get(0), replication)).toList();
        }

        /** Each result has a place of its own; {@link Runs} waits for every run before it returns, so that all are seen then. */
        @Override
        public void made(RunRequest request, RunResult result) {
            results[request.replication()] = result;
            last.set(of.run().name());
        }
    }

    /** Names of all runs of the lab: those of the tables, captures last, then those that were measured in the box. */
    public List<String> runs() {
        return names(LabTables.ofProduct().stream(), LabResults.ofProduct());
    }

    private static List<String> names(Stream<LabRun> tables, List<LabResult> results) {
        return Stream.concat(tables, results.stream().map(LabResult::run)).map(LabRun::name).toList();
    }

    /**
     * Simulates runs and compares.
     *
     * @param names of runs; empty: all
     * @throws IllegalArgumentException                   if there is no run of a name
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws org.quorate.study.StudyFailedException     if a run failed
     */
    public Accuracy compare(List<String> names, StudyListener listener, BooleanSupplier cancelled) {
        List<LabRun> tables = LabTables.ofProduct();
        List<LabResult> measured = LabResults.ofProduct();
        List<String> known = names(tables.stream(), measured);
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("no run " + name + ": there are " + String.join(", ", known));
        });
        Predicate<LabRun> chosen = run -> names.isEmpty() || names.contains(run.name());
        List<LabResult> results = Stream.concat(
                tables.stream().filter(chosen).map(run -> new LabResult(run, LabScenarios.named(run.name()))),
                measured.stream().filter(result -> chosen.test(result.run()))).toList();
        return compare(tables, results, listener, cancelled);
    }

    /**
     * Simulates the run in a folder that {@code quorate lab measure} wrote, and compares.
     *
     * @throws IOException                                if a file of it cannot be read
     * @throws IllegalArgumentException                   if the tables are not those of one run, or the scenario has errors
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws org.quorate.study.StudyFailedException     if a run failed
     */
    public Accuracy compare(Path folder, StudyListener listener, BooleanSupplier cancelled) throws IOException {
        LabResult result = LabResults.ofFolder(folder);
        return compare(List.of(result.run()), List.of(result), listener, cancelled);
    }

    private Map<String, SimulatedRun> simulate(List<LabResult> chosen, StudyListener listener, BooleanSupplier cancelled) {
        AtomicReference<String> last = new AtomicReference<>("running");
        List<Replications> replications = chosen.stream().map(run -> new Replications(run, new RunResult[REPLICATIONS], last)).toList();
        new Runs(engine, threads).make(replications, (done, total, message) -> listener.advanced(done, total, last.get()), cancelled);
        Map<String, SimulatedRun> simulated = new HashMap<>();
        replications.forEach(made -> simulated.put(made.of().run().name(), new SimulatedRun(List.of(made.results()),
                kernels.apply(made.of().scenario().cluster().kernel()), made.of().scenario().cluster().hardware().systemCall().toNanos(),
                !made.of().run().origin().box(), timed(made.of().scenario()))));
        return simulated;
    }

    private static Set<String> timed(Scenario scenario) {
        // What only drops caches, or waits, does nothing whose number could differ.
        return scenario.workload().phases().stream().dropWhile(phase -> phase.counted() || phase.mix().isEmpty()).map(Phase::name)
                .collect(Collectors.toSet());
    }

    private Accuracy compare(List<LabRun> all, List<LabResult> results, StudyListener listener, BooleanSupplier cancelled) {
        Map<String, SimulatedRun> simulated = simulate(results, listener, cancelled);
        List<LabRun> chosen = results.stream().map(LabResult::run).toList();
        LatencyComparison latency = new LatencyComparison(all);
        List<AccuracyRow> rows = new ArrayList<>();
        for (LabRun run : chosen) {
            rows.addAll(new RunComparison(run, simulated.get(run.name())).rows());
            rows.addAll(latency.rows(run, simulated.get(run.name())));
        }
        rows.addAll(new OrderComparison(latency, simulated).rows());
        KnownDeviations deviations = KnownDeviations.ofProduct();
        List<AccuracyRow> explained = rows.stream().map(deviations::explain).toList();
        return new Accuracy(Accuracy.FORMAT, version, words(chosen, LabOrigin::date), words(chosen, LabOrigin::kernel),
                chosen.stream().map(LabRun::name).toList(), AccuracySummary.of(explained), explained);
    }

    private static String words(List<LabRun> runs, Function<LabOrigin, String> part) {
        return runs.stream().map(LabRun::origin).map(part).distinct().collect(Collectors.joining(", "));
    }
}
