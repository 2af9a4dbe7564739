// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.List;
import java.util.Optional;
import org.quorate.advice.Advice;
import org.quorate.advice.Adviser;
import org.quorate.model.Scenario;
import org.quorate.report.Contenders;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.ContenderResult;

/**
 * What chapters are written from: the results, and what follows from them more than once.
 *
 * @param results    as they were handed in
 * @param contenders of the comparison
 * @param advice     on the scenario and the comparison
 */
record Evidence(SizingResults results, Contenders contenders, Advice advice) {

    static Evidence of(SizingResults results) {
        return new Evidence(results, new Contenders(results.comparison()),
                new Adviser().advise(results.scenario(), Optional.of(results.comparison())));
    }

    Scenario scenario() {
        return results.scenario();
    }

    Comparison comparison() {
        return results.comparison();
    }

    /** What the nodes' memory must hold, for each candidate that there are figures of. */
    List<RamPlan> ram() {
        return candidates().stream().map(contender -> RamPlan.of(scenario(), contender)).filter(plan -> !plan.nodes().isEmpty()).toList();
    }

    /** Those that the verdict is about, in the order of the scenario. */
    List<ContenderResult> candidates() {
        List<String> labels = comparison().verdict().candidates();
        return contenders.all().stream().filter(contender -> labels.contains(contender.label())).toList();
    }
}
