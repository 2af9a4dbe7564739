// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.List;
import org.quorate.model.Scenario;
import org.quorate.report.WorkloadBlocks;
import org.quorate.report.document.Block;

/** What the nodes do. */
record WorkloadChapter(Scenario scenario) {

    List<Block> blocks() {
        return Sections.body(new WorkloadBlocks(scenario).blocks());
    }
}
