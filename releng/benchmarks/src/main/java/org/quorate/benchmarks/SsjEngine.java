// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;

/** A model on SSJ, a new object an event as in its tutorials. */
final class SsjEngine {
    private final Model model;
    private final Simulator simulator;

    private SsjEngine(Model model, Simulator simulator) {
        this.model = model;
        this.simulator = simulator;
    }

    static double run(Model model, EventList events) {
        Simulator simulator = new Simulator(events);
        simulator.init();
        SsjEngine engine = new SsjEngine(model, simulator);
        model.startOn(engine::schedule);
        simulator.start();
        return model.meanTime();
    }

    private void schedule(double delay, int kind) {
        new ModelEvent(kind).schedule(delay);
    }

    private final class ModelEvent extends Event {
        private final int kind;

        ModelEvent(int kind) {
            super(simulator);
            this.kind = kind;
        }

        @Override
        public void actions() {
            model.onEvent(simulator.time(), kind);
        }
    }
}
