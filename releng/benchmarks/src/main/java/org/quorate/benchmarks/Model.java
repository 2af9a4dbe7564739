// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

/**
 * A queueing model that every engine runs as it is: the engine has the clock and the pending events, the model says what happens.
 * Time is in nanoseconds. One instance is one run.
 */
abstract class Model {
    private Scheduler scheduler;

    /** What a model needs of an engine. */
    @FunctionalInterface
    interface Scheduler {
        /** Schedules an event of a kind, a small number from 0, after a delay in nanoseconds. */
        void schedule(double delay, int kind);
    }

    /** Schedules the first events by this engine, and all later ones. */
    final void startOn(Scheduler engine) {
        scheduler = engine;
        start();
    }

    final void schedule(double delay, int kind) {
        scheduler.schedule(delay, kind);
    }

    /** Schedules the first events. */
    abstract void start();

    /** An event's time has come. */
    abstract void onEvent(double now, int kind);

    /** The figure that all engines must agree on: the mean time that a customer spends, in nanoseconds. */
    abstract double meanTime();
}
