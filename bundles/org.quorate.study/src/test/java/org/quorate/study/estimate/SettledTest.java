// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.model.preset.WorkloadPresets;
import org.quorate.model.yaml.ScenarioReader;

/** Figures that swing between two answers are not given without saying so. */
class SettledTest {

    private static List<String> unsettled(String preset) {
        return Estimator.of(ScenarioReader.read(preset, WorkloadPresets.named(preset).scenario()).document().orElseThrow().scenario(),
                KernelProfiles::named).contenders().stream().filter(contender -> contender.phases().stream().anyMatch(phase -> phase.broken()
                        .stream().anyMatch(broken -> broken.kind() == Assumption.Kind.SETTLED))).map(Estimate.Contender::label).toList();
    }

    /** In one answer the files run out, in the other one they do not. */
    @Test
    void aPhaseWithTwoAnswersIsTold() {
        assertEquals(List.of("gfs2"), unsettled("filebench-fileserver"));
    }

    @Test
    void aPhaseWithOneIsNot() {
        assertEquals(List.of(), unsettled("web-serving"));
        assertEquals(List.of(), unsettled("mdbox"));
        assertEquals(List.of(), unsettled("rsync-tree"));
    }
}
