// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import org.quorate.report.FailureReport;
import org.quorate.report.document.Block;
import org.quorate.study.failure.Failure;

/**
 * What happens when something fails, a section each.
 *
 * @param failures   in order
 * @param candidates labels that the verdict is about: a private file system for each node has no failures that nodes share, and is left out
 */
record FailuresChapter(List<Failure> failures, List<String> candidates) {

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < failures.size(); i++) {
            Failure failure = ofCandidates(failures.get(i));
            blocks.addAll(Sections.section("failure-" + (i + 1), failure.headline(), FailureReport.content(failure)));
        }
        return blocks;
    }

    private Failure ofCandidates(Failure failure) {
        if (failure.contenders().stream().noneMatch(contender -> candidates.contains(contender.label()))) {
            return failure;
        }
        return new Failure(failure.format(), failure.scenario(), failure.title(), failure.quorateVersion(), failure.kind(), failure.node(),
                failure.durationNanos(), failure.seed(), failure.replications(),
                failure.contenders().stream().filter(contender -> candidates.contains(contender.label())).toList(),
                failure.advice().stream().filter(advice -> candidates.contains(advice.contender())).toList());
    }
}
