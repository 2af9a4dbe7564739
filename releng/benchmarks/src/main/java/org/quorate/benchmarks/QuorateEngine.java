// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import org.quorate.sim.EventLoop;

/** A model on the event loop of Quorate. */
final class QuorateEngine {
    private final Model model;
    private final EventLoop loop = new EventLoop(this::onEvent);

    private QuorateEngine(Model model) {
        this.model = model;
    }

    static double run(Model model) {
        QuorateEngine engine = new QuorateEngine(model);
        model.startOn(engine::schedule);
        engine.loop.runUntil(Long.MAX_VALUE, () -> false);
        return model.meanTime();
    }

    private void schedule(double delay, int kind) {
        loop.after((long) (delay + 0.5), kind, 0);
    }

    private void onEvent(int kind, int subject) {
        model.onEvent(loop.now(), kind);
    }
}
