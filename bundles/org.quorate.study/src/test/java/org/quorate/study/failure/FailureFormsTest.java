// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quorate.study.io.FailureCsv;
import org.quorate.study.io.FailureJson;

/** Failures as JSON and CSV. */
class FailureFormsTest {

    @Test
    void jsonIsReadAgain() {
        FailureJson json = new FailureJson();
        for (FailureKind kind : FailureKind.values()) {
            Failure failure = FailureScenarios.play(FailureScenarios.lab(), kind, null, kind.passes() ? Duration.ofSeconds(70) : null);
            assertEquals(failure, json.read(json.write(failure)));
        }
        assertThrows(IllegalArgumentException.class, () -> json.read("{}"));
        assertThrows(IllegalArgumentException.class, () -> json.read("no"));
        assertThrows(IllegalArgumentException.class, () -> json.read("null"));
    }

    @Test
    void csvHasARowForEachStepAndNode() {
        Failure failure = FailureScenarios.play(FailureScenarios.lab(), FailureKind.NODE_DIES);
        List<String> lines = new FailureCsv().write(failure).lines().toList();
        ContenderFailure gfs2 = FailureScenarios.of(failure, "gfs2");
        assertEquals(gfs2.steps().size(), lines.stream().filter(line -> line.startsWith("gfs2,step,")).count());
        assertEquals(3, lines.stream().filter(line -> line.startsWith("gfs2,node,")).count());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("gfs2,longest-stall,")
                && line.contains("," + gfs2.longestStall().orElseThrow().median() + ",")));
        assertEquals(failure.advice().size(), lines.stream().filter(line -> line.contains(",advice,")).count());
    }
}
