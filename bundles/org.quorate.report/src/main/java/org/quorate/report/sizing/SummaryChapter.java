// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import org.quorate.report.VerdictBlocks;
import org.quorate.report.document.Block;
import org.quorate.report.document.Paragraph;

/** The answer on one page. */
record SummaryChapter(Evidence evidence) {

    List<Block> blocks() {
        VerdictBlocks verdict = new VerdictBlocks(evidence.contenders());
        List<Block> blocks = new ArrayList<>(List.of(verdict.notice()));
        blocks.addAll(verdict.dangers());
        blocks.add(new Paragraph(verdict.basis()));
        return blocks;
    }
}
