// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quorate.model.Scenario;
import org.quorate.report.sizing.SizingResults;
import org.quorate.study.failure.FailurePlan;
import org.quorate.study.map.CrossoverMap;
import org.quorate.study.result.Comparison;
import org.quorate.study.search.SearchPlan;
import org.quorate.study.sensitivity.SensitivityPlan;
import org.quorate.study.sweep.Sweep;

/**
 * What is to be run for a sizing report, every part of it checked. Immutable.
 *
 * @param scenario    as it is run
 * @param given       the comparison, if it was made before
 * @param nodeLess    the scenario when its last node is gone, if it is to be compared
 * @param capacity    the search for the load that the targets allow, if there is one
 * @param sensitivity the inputs to move, if they are to be moved
 * @param failures    to be played, in the order of the report
 * @param sweeps      that were made before
 * @param maps        that were made before
 * @param scripts     of each cluster file system
 * @param keep        directory in which finished parts are kept and found; absent: nothing is kept
 * @param notes       what was left out and why, a sentence each
 */
public record SizingPlan(Scenario scenario, Optional<Comparison> given, Optional<Scenario> nodeLess, Optional<SearchPlan> capacity,
        Optional<SensitivityPlan> sensitivity, List<FailurePlan> failures, List<Sweep> sweeps, List<CrossoverMap> maps,
        List<SizingResults.Scripts> scripts, Optional<Path> keep, List<String> notes) {

    public SizingPlan {
        failures = List.copyOf(failures);
        sweeps = List.copyOf(sweeps);
        maps = List.copyOf(maps);
        scripts = List.copyOf(scripts);
        notes = List.copyOf(notes);
    }

    /**
     * What a user wants of a sizing report beyond its template.
     *
     * @param options     seed and runs
     * @param capacity    the load that the targets allow is searched, if the report has a chapter on it and the scenario has targets
     * @param sensitivity inputs are moved to see what would change the answer; takes some dozen times as long as the comparison
     * @param given       a comparison of this very scenario with these options that was made before: the caller answers for that
     * @param sweeps      of this scenario that were made before
     * @param maps        of this scenario that were made before
     * @param keep        directory in which finished parts are kept and found; absent: nothing is kept
     */
    public record Wish(StudyOptions options, boolean capacity, boolean sensitivity, Optional<Comparison> given, List<Sweep> sweeps,
            List<CrossoverMap> maps, Optional<Path> keep) {

        public Wish {
            sweeps = List.copyOf(sweeps);
            maps = List.copyOf(maps);
        }
    }
}
