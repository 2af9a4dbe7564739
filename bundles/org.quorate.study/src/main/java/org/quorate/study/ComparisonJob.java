// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.RunResult;
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
import org.quorate.study.result.Difference;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.result.Origin;
import org.quorate.study.result.Stopping;
import org.quorate.study.result.Stopping.Reached;
import org.quorate.study.result.TotalFigures;
import org.quorate.study.result.Verdict.TargetResult;

/**
 * One comparison in the making: which runs it needs, what came of them, and what follows. Runs may be added in any order
 * and by several threads; the result is for one thread, after the last run.
 */
public final class ComparisonJob {

    private final Scenario scenario;
    private final List<FileSystemSpec> contenders;
    private final Function<String, KernelProfile> kernels;
    private final String version;
    private final Map<String, ContenderSamples> samples = new LinkedHashMap<>();

    ComparisonJob(Scenario scenario, List<FileSystemSpec> contenders, Function<String, KernelProfile> kernels,
            String version) {
        this.scenario = scenario;
        this.contenders = List.copyOf(contenders);
        this.kernels = kernels;
        this.version = version;
        List<String> phases = scenario.workload().phases().stream().filter(Phase::measured).map(Phase::name).toList();
        for (FileSystemSpec contender : contenders) {
            samples.put(contender.label(), new ContenderSamples(contender, phases, percentiles(scenario)));
        }
    }

    /** The runs to make: each contender in as many replications as the scenario says, whatever precision it wants. */
    public List<RunRequest> requests() {
        return requests(0, scenario.study().replications());
    }

    /**
     * The runs of some replications of each contender, for studies that add more as long as they need more.
     *
     * @param from first replication, 0 or more
     * @param to   the last is the one before
     */
    public List<RunRequest> requests(int from, int to) {
        List<RunRequest> requests = new ArrayList<>();
        for (int replication = from; replication < to; replication++) {
            for (FileSystemSpec contender : contenders) {
                requests.add(new RunRequest(scenario, contender, replication));
            }
        }
        return requests;
    }

    /** Takes in what came of one of the {@link #requests}. */
    public void add(RunResult run) {
        samples.get(run.contender()).add(run);
    }

    /** What follows from all of them. */
    public Comparison result() {
        return result(Optional.empty());
    }

    /** What follows from all of them, made until that was reached. */
    Comparison result(Optional<Stopping> stopping) {
        return comparison(List.copyOf(samples.values()), stopping);
    }

    /** How well the mean latency over the mix of each contender is known so far. */
    List<Reached> reached() {
        List<ContenderSamples> all = List.copyOf(samples.values());
        MixWeights weights = MixWeights.of(scenario, all);
        Intervals intervals = intervals();
        return all.stream().map(contender -> new Reached(contender.label(), weights.latency(contender).map(intervals::of)
                .filter(latency -> latency.mean() > 0).map(latency -> latency.halfWidth() / latency.mean()))).toList();
    }

    /** What is known while runs are still added, at any time and by any thread. */
    List<LiveFigures.Contender> soFar() {
        return samples.values().stream().map(contender -> contender.soFar(scenario.study().confidence())).toList();
    }

    /** Paired differences of the 99th percentiles of each two contenders, after the last run: they are not in the {@link #result}. */
    public List<Difference> tails() {
        return new Differences(intervals()).tails(measured());
    }

    /** Every target for every contender, local ones too, after the last run. */
    public List<TargetResult> targets() {
        TargetJudge judge = new TargetJudge(scenario, intervals());
        return measured().stream().flatMap(contender -> judge.of(contender).stream()).toList();
    }

    private Intervals intervals() {
        return new Intervals(scenario.study().confidence());
    }

    private List<Measured> measured() {
        List<ContenderSamples> all = List.copyOf(samples.values());
        return measured(all, MixWeights.of(scenario, all));
    }

    private List<Measured> measured(List<ContenderSamples> samples, MixWeights weights) {
        return samples.stream().map(contender -> Measured.of(contender, unsafe(contender.spec()), weights)).toList();
    }

    private static SortedSet<Double> percentiles(Scenario scenario) {
        SortedSet<Double> percentiles = new TreeSet<>(PhaseAnalysis.PERCENTILES);
        scenario.targets().stream().filter(target -> target.figure() == Target.Figure.LATENCY)
                .forEach(target -> percentiles.add(target.percentile()));
        return percentiles;
    }

    private Comparison comparison(List<ContenderSamples> samples, Optional<Stopping> stopping) {
        Intervals intervals = intervals();
        KernelProfile kernel = kernels.apply(scenario.cluster().kernel());
        MixWeights weights = MixWeights.of(scenario, samples);
        List<Measured> contenders = measured(samples, weights);
        PhaseAnalysis analysis = new PhaseAnalysis(kernel, intervals);
        List<ContenderResult> results = contenders.stream().map(contender -> result(contender, analysis)).toList();
        return new Comparison(Comparison.FORMAT, origin(kernel, samples.get(0).replications(), stopping),
                results,
                new Differences(intervals).of(contenders),
                new Judge(scenario, intervals).of(contenders),
                Notes.of(kernel, scenario, contenders, results, weights, stopping));
    }

    private List<String> unsafe(FileSystemSpec contender) {
        return Safety.findings(scenario, contender).stream().map(Safety.Finding::reason).toList();
    }

    private Origin origin(KernelProfile kernel, int replications, Optional<Stopping> stopping) {
        return new Origin(scenario.name(), scenario.title(), version, scenario.study().seed(), replications,
                scenario.study().confidence(), kernel.version(), kernel.measured(), nodes(), stopping);
    }

    private ContenderResult result(Measured contender, PhaseAnalysis analysis) {
        ContenderSamples samples = contender.samples();
        TotalFigures total = new TotalFigures(contender.mixLatency().map(analysis.intervals()::of),
                analysis.intervals().of(contender.lockBytes()));
        return new ContenderResult(samples.label(), FileSystemKind.of(samples.spec()),
                samples.spec() instanceof LocalSpec, contender.unsafe(),
                samples.phaseNames().stream().map(phase -> analysis.of(samples, phase)).toList(), total,
                new TimelineAnalysis(analysis.kernel(), nodes()).of(samples.memory()), HotLockAnalysis.of(samples), samples.events());
    }

    private List<String> nodes() {
        return scenario.cluster().nodes().stream().map(Node::name).toList();
    }
}
