// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.List;
import org.quorate.report.ContenderBlocks;
import org.quorate.report.document.Block;

/** Every parameter of the file systems. */
record SettingsChapter(Evidence evidence) {

    List<Block> blocks() {
        return Sections.body(new ContenderBlocks(evidence.scenario(), evidence.contenders()).blocks());
    }
}
