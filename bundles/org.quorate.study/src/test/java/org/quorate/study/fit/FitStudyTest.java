// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.quorate.cluster.ClusterRun;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.study.RunEngine;
import org.quorate.study.io.FitYaml;

class FitStudyTest {

    private static final int EVALUATIONS = 120;
    private static final BooleanSupplier GO_ON = () -> false;

    @Test
    void knownParametersAreFoundAgain() {
        FitRun run = truth();
        Scenario wrong = wrong().applyTo(run.scenario());
        FitRun start = new FitRun("wrong", wrong, run.targets());
        Fit fit = new FitStudy(ClusterRun::run, 2, "test").fit(List.of(start), List.of(run), EVALUATIONS, (d, t, m) -> { }, GO_ON);
        assertTrue(fit.costAfter() < fit.costBefore() / 20, fit.costBefore() + " to " + fit.costAfter());
        ParameterSet truth = ParameterSet.of(run.scenario());
        for (Parameter parameter : List.of(Parameter.SYSTEM_CALL, Parameter.READ)) {
            double ratio = fit.after().get(parameter) / truth.get(parameter);
            assertTrue(ratio > 0.75 && ratio < 1.33, parameter + " is off by a factor of " + ratio);
        }
        assertTrue(fit.medianError(true) < 0.1, "held out: " + fit.medianError(true));
        assertEquals(2 * run.targets().size(), fit.residuals().size());
    }

    @Test
    void theSameFitHasTheSameBytesOnAnyNumberOfThreads() {
        FitRun run = truth();
        FitRun start = new FitRun("wrong", wrong().applyTo(run.scenario()), run.targets());
        List<String> texts = new ArrayList<>();
        for (int threads : new int[] {1, 2}) {
            texts.add(new FitYaml().write(new FitStudy(ClusterRun::run, threads, "test").fit(List.of(start, run), List.of(),
                    FitStudy.LEAST_EVALUATIONS, (d, t, m) -> { }, GO_ON)));
        }
        assertEquals(texts.get(0), texts.get(1));
    }

    /** What is written can be read again as part of a scenario. */
    @Test
    void theYamlBelongsIntoAScenario() {
        FitRun run = truth();
        Fit fit = new FitStudy(ClusterRun::run, 2, "test").fit(List.of(run), List.of(), FitStudy.LEAST_EVALUATIONS,
                (d, t, m) -> { }, GO_ON);
        String yaml = new FitYaml().write(fit);
        String cluster = yaml.substring(yaml.indexOf("  interconnect:"), yaml.indexOf("lun:"));
        String service = yaml.substring(yaml.indexOf("  service:"), yaml.indexOf("#\n"));
        String text = """
                schemaVersion: 1
                name: fitted
                title: "Fitted"
                cluster:
                  name: lab
                  os: debian-12
                  kernel: "6.1"
                  nodes:
                    - {name: n1, address: 10.99.0.1, cores: 1, memory: 1 GiB}
                """ + cluster + "lun:\n  name: fs\n  size: 4 GiB\n" + service + """
                mountPoint: /mnt/fs
                fileSystems:
                  - type: xfs
                workload:
                  fileSets:
                    - {name: p, files: 10, size: 4 KiB, layout: private}
                  phases:
                    - {name: warm, closed: {threads: 1}, operationsPerThread: 10, mix: [{operation: stat, fileSet: p}]}
                """;
        var reading = ScenarioReader.read("fitted", text);
        assertTrue(reading.document().isPresent(), reading.problems().toString());
        assertEquals(fit.after(), ParameterSet.of(reading.document().get().scenario()));
    }

    @Test
    void itStopsWhenCancelled() {
        FitRun run = truth();
        int[] made = {0};
        RunEngine counting = (RunRequest request, BooleanSupplier stop) -> {
            made[0]++;
            return ClusterRun.run(request, stop);
        };
        assertThrows(CancellationException.class, () -> new FitStudy(counting, 1, "test").fit(List.of(run), List.of(), EVALUATIONS,
                (d, t, m) -> { }, () -> made[0] >= 2));
        assertEquals(2, made[0]);
    }

    @Test
    void theLabsRunsHaveTargets() {
        List<String> all = new ArrayList<>(FitRun.TRAINING);
        all.addAll(FitRun.HELD_OUT);
        all.forEach(name -> assertFalse(FitRun.ofLab(name).targets().isEmpty(), name));
        assertThrows(IllegalArgumentException.class, () -> FitRun.ofLab("none"));
    }

    /** One run of the lab, "measured" by the simulator itself. */
    private static FitRun truth() {
        FitRun lab = FitRun.ofLab("uml-ocfs2-1-r2");
        RunResult result = ClusterRun.run(new RunRequest(lab.scenario(), lab.scenario().fileSystems().get(0), 0), GO_ON);
        ParameterSet truth = ParameterSet.of(lab.scenario());
        List<FitTarget> targets = new ArrayList<>();
        for (FitTarget target : lab.targets()) {
            FitTarget.Latency latency = (FitTarget.Latency) target;
            target.simulated(result, truth).ifPresent(measured -> targets.add(
                    new FitTarget.Latency(latency.phase(), latency.operation(), latency.clockReads(), measured)));
        }
        return new FitRun("truth", lab.scenario(), targets);
    }

    private static ParameterSet wrong() {
        ParameterSet truth = ParameterSet.of(FitRun.ofLab("uml-ocfs2-1-r2").scenario());
        Map<Parameter, Double> values = new EnumMap<>(truth.values());
        values.computeIfPresent(Parameter.SYSTEM_CALL, (p, v) -> v * 2);
        values.computeIfPresent(Parameter.READ, (p, v) -> v / 2);
        values.computeIfPresent(Parameter.WRITE, (p, v) -> v * 1.5);
        values.computeIfPresent(Parameter.FLUSH, (p, v) -> v * 2);
        return new ParameterSet(values);
    }
}
