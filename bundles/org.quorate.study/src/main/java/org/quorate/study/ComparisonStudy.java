// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.quorate.cluster.RunRequest;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.KernelProfile;
import org.quorate.model.LocalSpec;
import org.quorate.model.Node;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.model.Target;
import org.quorate.model.validation.Safety;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.result.Origin;
import org.quorate.study.result.TotalFigures;

/**
 * Runs contenders on the same workload with common random numbers, in parallel replications, and says what follows.
 * Thread-safe; the result depends on scenario, seed and version only, not on the number of threads.
 */
public final class ComparisonStudy {

    private final Runs runs;
    private final Function<String, KernelProfile> kernels;
    private final String version;

    /**
     * A study.
     *
     * @param engine  makes the runs
     * @param kernels finds the profile of a kernel version
     * @param threads that make runs at the same time, at least 1
     * @param version of the program, for the result
     */
    public ComparisonStudy(RunEngine engine, Function<String, KernelProfile> kernels, int threads, String version) {
        this.runs = new Runs(engine, threads);
        this.kernels = kernels;
        this.version = version;
    }

    /**
     * Compares all contenders of the scenario, and a local ext4 if it lists no local file system.
     *
     * @throws CancellationException if cancelled
     * @throws StudyFailedException  if a run failed
     */
    public Comparison compare(Scenario scenario, StudyListener listener, BooleanSupplier cancelled) {
        List<FileSystemSpec> contenders = new ArrayList<>(scenario.fileSystems());
        LocalBaseline.of(scenario).ifPresent(contenders::add);
        return run(scenario, contenders, listener, cancelled);
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
        FileSystemSpec contender = scenario.fileSystems().stream().filter(spec -> spec.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no file system " + label));
        return run(scenario, List.of(contender), listener, cancelled);
    }

    private Comparison run(Scenario scenario, List<FileSystemSpec> contenders, StudyListener listener,
            BooleanSupplier cancelled) {
        Map<String, ContenderSamples> samples = new LinkedHashMap<>();
        List<String> phases = scenario.workload().phases().stream().filter(Phase::measured).map(Phase::name).toList();
        for (FileSystemSpec contender : contenders) {
            samples.put(contender.label(), new ContenderSamples(contender, phases, scenario.study().replications(),
                    percentiles(scenario)));
        }
        runs.make(requests(scenario, contenders), run -> samples.get(run.contender()).add(run), listener, cancelled);
        return comparison(scenario, List.copyOf(samples.values()));
    }

    private static List<RunRequest> requests(Scenario scenario, List<FileSystemSpec> contenders) {
        List<RunRequest> requests = new ArrayList<>();
        for (int replication = 0; replication < scenario.study().replications(); replication++) {
            for (FileSystemSpec contender : contenders) {
                requests.add(new RunRequest(scenario, contender, replication));
            }
        }
        return requests;
    }

    private static SortedSet<Double> percentiles(Scenario scenario) {
        SortedSet<Double> percentiles = new TreeSet<>(PhaseAnalysis.PERCENTILES);
        scenario.targets().stream().filter(target -> target.figure() == Target.Figure.LATENCY)
                .forEach(target -> percentiles.add(target.percentile()));
        return percentiles;
    }

    private Comparison comparison(Scenario scenario, List<ContenderSamples> samples) {
        Intervals intervals = new Intervals(scenario.study().confidence());
        KernelProfile kernel = kernels.apply(scenario.cluster().kernel());
        MixWeights weights = MixWeights.of(scenario, samples);
        List<Measured> contenders = samples.stream()
                .map(contender -> Measured.of(contender, unsafe(scenario, contender.spec()), weights)).toList();
        PhaseAnalysis analysis = new PhaseAnalysis(kernel, intervals);
        return new Comparison(Comparison.FORMAT, origin(scenario, kernel),
                contenders.stream().map(contender -> result(scenario, contender, analysis)).toList(),
                new Differences(intervals).of(contenders),
                new Judge(scenario, intervals).of(contenders),
                Notes.of(kernel, contenders, weights));
    }

    private static List<String> unsafe(Scenario scenario, FileSystemSpec contender) {
        return Safety.findings(scenario, contender).stream().map(Safety.Finding::reason).toList();
    }

    private Origin origin(Scenario scenario, KernelProfile kernel) {
        return new Origin(scenario.name(), scenario.title(), version, scenario.study().seed(),
                scenario.study().replications(), scenario.study().confidence(), kernel.version(), kernel.measured(),
                nodes(scenario));
    }

    private static ContenderResult result(Scenario scenario, Measured contender, PhaseAnalysis analysis) {
        ContenderSamples samples = contender.samples();
        TotalFigures total = new TotalFigures(contender.mixLatency().map(analysis.intervals()::of),
                analysis.intervals().of(contender.lockBytes()));
        return new ContenderResult(samples.label(), FileSystemKind.of(samples.spec()),
                samples.spec() instanceof LocalSpec, contender.unsafe(),
                samples.phaseNames().stream().map(phase -> analysis.of(samples, phase)).toList(), total,
                new TimelineAnalysis(analysis.kernel(), nodes(scenario)).of(samples.memory()), samples.events());
    }

    private static List<String> nodes(Scenario scenario) {
        return scenario.cluster().nodes().stream().map(Node::name).toList();
    }
}
