// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.List;
import org.quorate.report.ReportContext;
import org.quorate.report.ReproductionBlocks;
import org.quorate.report.document.Block;
import org.quorate.study.result.Comparison;

/** How to come to the same figures. */
record ReproductionChapter(Comparison comparison, ReportContext context) {

    List<Block> blocks() {
        return Sections.body(new ReproductionBlocks(comparison, context).blocks());
    }
}
