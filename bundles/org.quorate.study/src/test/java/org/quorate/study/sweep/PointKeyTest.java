// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioDocument;

class PointKeyTest {

    private static Scenario with(String path, String value) {
        ScenarioDocument document = Documents.small();
        return document.with(path, value).document().orElseThrow().scenario();
    }

    @Test
    void aScenarioIsTheSameWhateverItsSeedAndRuns() {
        String own = PointKey.scenario(Documents.small().scenario());
        assertEquals(own, PointKey.scenario(with("study.seed", "77")));
        assertEquals(own, PointKey.scenario(with("study.replications", "9")));
        assertEquals(own, PointKey.scenario(with("study.precision", "5 %")));
        assertNotEquals(own, PointKey.scenario(with("study.confidence", "99 %")));
        assertNotEquals(own, PointKey.scenario(with("lun.queueDepth", "7")));
    }
}
