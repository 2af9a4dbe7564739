// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import java.util.function.DoubleSupplier;

/**
 * The model that all engines simulate: Poisson arrivals, one exponential server, load 0.8, an event each for arrival and
 * departure. The engine has the clock and the pending events; time is in nanoseconds.
 */
abstract class SingleServer {
    static final int ARRIVAL = 0;
    static final int DEPARTURE = 1;
    static final double MEAN_GAP = 1e6;
    static final double MEAN_SERVICE = 0.8e6;
    /** Longer queues than this have a probability of 10^-397 at load 0.8. */
    private static final int QUEUE_LIMIT = 4096;

    private final DoubleSupplier gaps;
    private final DoubleSupplier services;
    private final double[] arrivals = new double[QUEUE_LIMIT];
    private final int customers;
    private int arrived;
    private int departed;
    private double sojourns;

    SingleServer(int customers, DoubleSupplier gaps, DoubleSupplier services) {
        this.customers = customers;
        this.gaps = gaps;
        this.services = services;
    }

    /** Lets the engine schedule an event. */
    abstract void schedule(double delay, int kind);

    final void start() {
        schedule(gaps.getAsDouble(), ARRIVAL);
    }

    final void onEvent(double now, int kind) {
        if (kind == ARRIVAL) {
            arrivals[arrived++ & QUEUE_LIMIT - 1] = now;
            if (arrived - departed == 1) {
                schedule(services.getAsDouble(), DEPARTURE);
            }
            if (arrived < customers) {
                schedule(gaps.getAsDouble(), ARRIVAL);
            }
        } else {
            sojourns += now - arrivals[departed++ & QUEUE_LIMIT - 1];
            if (arrived > departed) {
                schedule(services.getAsDouble(), DEPARTURE);
            }
        }
    }

    final double meanSojourn() {
        return sojourns / departed;
    }
}
