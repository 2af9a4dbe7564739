// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import org.quorate.model.Scenario;
import org.quorate.study.io.WorkloadJson;

/** Writes what a scenario's nodes do, for programs that do it. Thread-safe. */
public final class ShowWorkload {

    ShowWorkload() {
    }

    /** The workload as JSON, {@link WorkloadJson#FORMAT}, every default filled in, with a line end at its end. */
    public String json(Scenario scenario) {
        return new WorkloadJson().write(scenario);
    }
}
