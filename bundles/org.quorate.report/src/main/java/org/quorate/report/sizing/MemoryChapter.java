// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.List;
import org.quorate.report.document.Block;

/** Lock memory of each node. */
record MemoryChapter(Evidence evidence) {

    List<Block> blocks() {
        return new ResultsChapter(evidence).memory();
    }
}
