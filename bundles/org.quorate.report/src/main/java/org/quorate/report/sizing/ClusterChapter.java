// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.List;
import org.quorate.model.Scenario;
import org.quorate.report.ScenarioBlocks;
import org.quorate.report.document.Block;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;

/** The machines, the network and the LUN: first as a picture. */
record ClusterChapter(Scenario scenario) {

    List<Block> blocks() {
        ScenarioBlocks described = new ScenarioBlocks(scenario);
        return List.of(new Figure(new ClusterPicture(scenario).chart(), Figure.Width.FULL, caption()),
                described.nodes(), described.cluster(), new Heading(3, "lun", "LUN"), described.lun());
    }

    private String caption() {
        return scenario.cluster().fencing().isPresent() || scenario.cluster().nodes().size() == 1 ? ""
                : "No fencing is described.";
    }
}
