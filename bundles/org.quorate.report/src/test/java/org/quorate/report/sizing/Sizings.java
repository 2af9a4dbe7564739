// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.model.Cluster;
import org.quorate.model.LocalSpec;
import org.quorate.model.Scenario;
import org.quorate.provision.Provisioning;
import org.quorate.report.Comparisons;
import org.quorate.report.Reports;
import org.quorate.report.Scenarios;
import org.quorate.report.document.ReportDocument;
import org.quorate.study.accuracy.AccuracySummary;
import org.quorate.study.failure.Failure;
import org.quorate.study.failure.FailureKind;
import org.quorate.study.failure.FailurePlan;
import org.quorate.study.failure.FailureStudy;
import org.quorate.study.map.CrossoverMap;
import org.quorate.study.result.Comparison;
import org.quorate.study.search.Search;
import org.quorate.study.sensitivity.Sensitivity;
import org.quorate.study.sweep.Sweep;

/** Results of a sizing for tests: a sample model with made-up figures, and what is really derived from the scenario. */
final class Sizings {

    private Sizings() {
    }

    /** Of the sample with the web servers, with the made-up figures. */
    static SizingResults webSessions() throws IOException {
        return of(Scenarios.sample("web-sessions"), Comparisons.webSessions().comparison());
    }

    /** Without capacity, sensitivity, sweeps, maps and the cluster with a node less. */
    static SizingResults of(Scenario scenario, Comparison comparison) {
        List<Failure> failures = new ArrayList<>();
        if (scenario.cluster().nodes().size() > 1) {
            for (FailureKind kind : List.of(FailureKind.NODE_DIES, FailureKind.SPLIT)) {
                failures.add(new FailureStudy("1").play(FailurePlan.of(scenario, kind, Optional.empty(), Optional.empty(), 20), () -> false));
            }
        }
        List<SizingResults.Scripts> scripts = scenario.fileSystems().stream().filter(spec -> !(spec instanceof LocalSpec))
                .map(spec -> new SizingResults.Scripts(spec.label(), Provisioning.plan(scenario, spec.label()))).toList();
        return new SizingResults(scenario, comparison, Optional.empty(), Optional.empty(), Optional.empty(), failures, List.of(), List.of(),
                scripts, AccuracySummary.ofProduct());
    }

    /** The sample with its first node alone. */
    static Scenario singleNode() throws IOException {
        Scenario sample = Scenarios.sample("web-sessions");
        Cluster cluster = sample.cluster();
        return new Scenario(sample.schemaVersion(), sample.name(), sample.title(), new Cluster(cluster.name(), cluster.os(), cluster.kernel(),
                cluster.nodes().subList(0, 1), cluster.interconnect(), cluster.hardware(), cluster.token(), cluster.fencing(),
                cluster.quorumDevice(), cluster.waitForFencing()), sample.lun(), sample.mountPoint(), sample.fileSystems(), sample.workload(),
                sample.initialState(), sample.targets(), sample.application(), sample.study());
    }

    static SizingResults with(SizingResults results, Comparison comparison, Optional<Comparison> nodeLess, Optional<Search> capacity,
            Optional<Sensitivity> sensitivity) {
        return new SizingResults(results.scenario(), comparison, nodeLess, capacity, sensitivity, results.failures(), results.sweeps(),
                results.maps(), results.scripts(), results.accuracy());
    }

    static SizingResults with(SizingResults results, List<Sweep> sweeps, List<CrossoverMap> maps) {
        return new SizingResults(results.scenario(), results.comparison(), results.nodeLess(), results.capacity(), results.sensitivity(),
                results.failures(), sweeps, maps, results.scripts(), results.accuracy());
    }

    /** With the standard template. */
    static ReportDocument document(SizingResults results) {
        return SizingReport.document(results, Template.standard(), Reports.context());
    }
}
