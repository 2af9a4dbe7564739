// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.List;
import org.quorate.advice.Advice;
import org.quorate.report.AdviceBlocks;
import org.quorate.report.document.Block;

/** What the rules say. */
record AdviceChapter(Advice advice) {

    List<Block> blocks() {
        return Sections.body(new AdviceBlocks(advice).blocks());
    }
}
