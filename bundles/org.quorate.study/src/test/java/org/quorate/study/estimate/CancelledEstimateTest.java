// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quorate.model.Scenario;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.model.preset.WorkloadPresets;
import org.quorate.model.yaml.ScenarioReader;

/** An estimate that nobody wants any more ends soon. */
class CancelledEstimateTest {

    private final Scenario scenario = ScenarioReader.read("preset", WorkloadPresets.named("filebench-fileserver").scenario()).document().orElseThrow()
            .scenario();

    @Test
    void itAsksInEveryRoundAndEndsAtOnce() {
        AtomicInteger asked = new AtomicInteger();
        Estimate whole = Estimator.of(scenario, KernelProfiles::named, () -> asked.incrementAndGet() < 0);
        assertEquals(Estimator.of(scenario, KernelProfiles::named), whole);
        int often = asked.getAndSet(0);
        // It swings to its last round.
        assertTrue(often >= 40, "asked " + often + " times");
        int half = often / 2;
        assertThrows(CancellationException.class, () -> Estimator.of(scenario, KernelProfiles::named, () -> asked.incrementAndGet() == half));
        assertEquals(half, asked.get());
    }
}
