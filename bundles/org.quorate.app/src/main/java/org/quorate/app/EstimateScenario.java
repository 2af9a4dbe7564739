// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.quorate.model.Scenario;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.study.estimate.Estimate;
import org.quorate.study.estimate.Estimator;

/** Estimates a scenario without a simulation. Thread-safe. */
public final class EstimateScenario {

    EstimateScenario() {
    }

    /** The same, to its end. */
    public Estimate estimate(Scenario scenario) {
        return estimate(scenario, () -> false);
    }

    /**
     * The estimate of every file system of the scenario; takes milliseconds, with many nodes tenths of a second.
     *
     * @param cancelled asked every few milliseconds, in this thread
     * @throws CancellationException if cancelled
     */
    public Estimate estimate(Scenario scenario, BooleanSupplier cancelled) {
        return Estimator.of(scenario, KernelProfiles::named, cancelled);
    }
}
