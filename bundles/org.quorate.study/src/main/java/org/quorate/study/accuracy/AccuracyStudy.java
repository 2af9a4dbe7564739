// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.KernelProfile;
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
    private final LabScenarios scenarios = new LabScenarios();

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

    /** What is simulated of one run of the lab; a result for each replication, in their order. */
    private record Replications(String run, Scenario scenario, RunResult[] results) {
    }

    /** Names of all runs of the lab, captures last. */
    public List<String> runs() {
        return LabTables.ofProduct().stream().map(LabRun::name).toList();
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
        List<LabRun> all = LabTables.ofProduct();
        names.stream().filter(name -> all.stream().noneMatch(run -> run.name().equals(name))).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("no run " + name + ": there are " + String.join(", ", runs()));
        });
        List<LabRun> chosen = all.stream().filter(run -> names.isEmpty() || names.contains(run.name())).toList();
        return compare(all, chosen, simulate(chosen, listener, cancelled));
    }

    private Map<String, SimulatedRun> simulate(List<LabRun> chosen, StudyListener listener, BooleanSupplier cancelled) {
        Map<RunRequest, Replications> runs = new IdentityHashMap<>();
        Map<String, Replications> replications = new LinkedHashMap<>();
        List<RunRequest> requests = new ArrayList<>();
        for (LabRun run : chosen) {
            Scenario scenario = scenarios.named(run.name());
            Replications made = new Replications(run.name(), scenario, new RunResult[REPLICATIONS]);
            replications.put(run.name(), made);
            for (int replication = 0; replication < REPLICATIONS; replication++) {
                RunRequest request = new RunRequest(scenario, scenario.fileSystems().get(0), replication);
                runs.put(request, made);
                requests.add(request);
            }
        }
        AtomicReference<String> last = new AtomicReference<>("running");
        // Each result has a place of its own; Runs waits for every run before it returns, so that all are seen here.
        Runs.Sink sink = (request, result) -> {
            runs.get(request).results()[request.replication()] = result;
            last.set(runs.get(request).run());
        };
        new Runs(engine, threads).make(requests, sink, (done, total, message) -> listener.advanced(done, total, last.get()), cancelled);
        Map<String, SimulatedRun> simulated = new HashMap<>();
        replications.forEach((name, made) -> simulated.put(name, new SimulatedRun(List.of(made.results()),
                kernels.apply(made.scenario().cluster().kernel()), made.scenario().cluster().hardware().systemCall().toNanos())));
        return simulated;
    }

    private Accuracy compare(List<LabRun> all, List<LabRun> chosen, Map<String, SimulatedRun> simulated) {
        LatencyComparison latency = new LatencyComparison(all);
        List<AccuracyRow> rows = new ArrayList<>();
        for (LabRun run : chosen) {
            rows.addAll(new RunComparison(run, simulated.get(run.name())).rows());
            rows.addAll(latency.rows(run, simulated.get(run.name())));
        }
        rows.addAll(new OrderComparison(latency, simulated).rows());
        KnownDeviations deviations = KnownDeviations.ofProduct();
        List<AccuracyRow> explained = rows.stream().map(deviations::explain).toList();
        return new Accuracy(Accuracy.FORMAT, version, Accuracy.MEASURED, Accuracy.KERNEL, chosen.stream().map(LabRun::name).toList(),
                AccuracySummary.of(explained), explained);
    }
}
