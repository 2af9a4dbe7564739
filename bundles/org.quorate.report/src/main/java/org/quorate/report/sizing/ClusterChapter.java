// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.List;
import org.quorate.model.Scenario;
import org.quorate.report.ScenarioBlocks;
import org.quorate.report.document.Block;
import org.quorate.report.document.Heading;

/** The machines, the network and the LUN. */
record ClusterChapter(Scenario scenario) {

    List<Block> blocks() {
        ScenarioBlocks described = new ScenarioBlocks(scenario);
        return List.of(new Heading(3, "nodes", "Nodes and network"), described.nodes(), described.cluster(), new Heading(3, "lun", "LUN"),
                described.lun());
    }
}
