// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.List;
import org.quorate.report.LimitsBlocks;
import org.quorate.report.document.Block;

/** What the figures rest on and where they end. */
record LimitsChapter(Evidence evidence) {

    List<Block> blocks() {
        return Sections.sections(new LimitsBlocks(evidence.comparison(), evidence.scenario(), evidence.results().accuracy()).blocks());
    }
}
