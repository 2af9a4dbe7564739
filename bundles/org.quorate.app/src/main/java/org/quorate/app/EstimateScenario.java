// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import org.quorate.model.Scenario;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.study.estimate.Estimate;
import org.quorate.study.estimate.Estimator;

/** Estimates a scenario without a simulation. Thread-safe. */
public final class EstimateScenario {

    EstimateScenario() {
    }

    /** The estimate of every file system of the scenario; takes milliseconds. */
    public Estimate estimate(Scenario scenario) {
        return Estimator.of(scenario, KernelProfiles::named);
    }
}
