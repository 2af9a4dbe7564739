// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import org.cloudsimplus.core.CloudSimEntity;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.core.events.SimEvent;

/** A model on CloudSim Plus: one entity that sends events to itself. */
final class CloudSimPlusEngine extends CloudSimEntity {
    /** Smaller tags are those of CloudSim Plus itself, such as the end of the simulation. */
    private static final int FIRST_TAG = 1_000;
    private final Model model;

    private CloudSimPlusEngine(Model model, CloudSimPlus simulation) {
        super(simulation);
        this.model = model;
    }

    static double run(Model model) {
        CloudSimPlus simulation = new CloudSimPlus(1e-9);
        new CloudSimPlusEngine(model, simulation);
        simulation.start();
        return model.meanTime();
    }

    @Override
    protected void startInternal() {
        model.startOn((delay, kind) -> schedule(delay, FIRST_TAG + kind));
    }

    @Override
    public void processEvent(SimEvent event) {
        if (event.getTag() >= FIRST_TAG) {
            model.onEvent(getSimulation().clock(), event.getTag() - FIRST_TAG);
        }
    }
}
