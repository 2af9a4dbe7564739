// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import org.quorate.report.MapReport;
import org.quorate.report.SweepReport;
import org.quorate.report.Words;
import org.quorate.report.document.Block;
import org.quorate.study.map.CrossoverMap;
import org.quorate.study.sweep.Sweep;
import org.quorate.study.sweep.SweepField;

/** What comes out elsewhere than at the scenario itself: maps, then sweeps. */
record ScalingChapter(SizingResults results) {

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < results.maps().size(); i++) {
            CrossoverMap map = results.maps().get(i);
            blocks.addAll(Sections.section("map-" + (i + 1), map.first() + " against " + map.second() + " over "
                    + Words.and(SweepField.titles(List.of(map.x(), map.y()))), MapReport.content(map)));
        }
        for (int i = 0; i < results.sweeps().size(); i++) {
            Sweep sweep = results.sweeps().get(i);
            blocks.addAll(Sections.section("sweep-" + (i + 1), "Sweep over " + Words.and(SweepField.titles(sweep.fields())),
                    SweepReport.content(sweep)));
        }
        return blocks;
    }
}
