// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import org.quorate.report.FailureReport;
import org.quorate.report.document.Block;
import org.quorate.study.failure.Failure;

/** What happens when something fails, a section each. */
record FailuresChapter(List<Failure> failures) {

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < failures.size(); i++) {
            Failure failure = failures.get(i);
            blocks.addAll(Sections.section("failure-" + (i + 1), failure.headline(), FailureReport.content(failure)));
        }
        return blocks;
    }
}
