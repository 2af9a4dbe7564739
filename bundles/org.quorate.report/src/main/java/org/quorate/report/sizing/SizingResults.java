// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.List;
import java.util.Optional;
import org.quorate.model.Scenario;
import org.quorate.provision.plan.ProvisioningResult;
import org.quorate.study.accuracy.AccuracySummary;
import org.quorate.study.failure.Failure;
import org.quorate.study.map.CrossoverMap;
import org.quorate.study.result.Comparison;
import org.quorate.study.search.Search;
import org.quorate.study.sensitivity.Sensitivity;
import org.quorate.study.sweep.Sweep;

/**
 * All that a sizing report is made of. Immutable.
 *
 * @param scenario    what is planned
 * @param comparison  of the scenario
 * @param nodeLess    the comparison of the scenario with its last node gone and its work spread over the others; absent: not run, or the
 *                    cluster has a single node
 * @param capacity    how much more the cluster could do within its targets; absent: not run, or there are no targets
 * @param sensitivity what would change the verdict; absent: not run
 * @param failures    timelines, in the order of the report
 * @param sweeps      that were run before
 * @param maps        that were run before
 * @param scripts     the set-up of each cluster file system that can be exported, or why not, in the order of the scenario
 * @param accuracy    how near the model is to real kernels
 */
public record SizingResults(Scenario scenario, Comparison comparison, Optional<Comparison> nodeLess, Optional<Search> capacity,
        Optional<Sensitivity> sensitivity, List<Failure> failures, List<Sweep> sweeps, List<CrossoverMap> maps, List<Scripts> scripts,
        List<AccuracySummary> accuracy) {

    /**
     * The set-up of one file system.
     *
     * @param label  of the file system
     * @param result the plan with its files, or the reasons against it
     */
    public record Scripts(String label, ProvisioningResult result) {
    }

    public SizingResults {
        failures = List.copyOf(failures);
        sweeps = List.copyOf(sweeps);
        maps = List.copyOf(maps);
        scripts = List.copyOf(scripts);
        accuracy = List.copyOf(accuracy);
    }
}
