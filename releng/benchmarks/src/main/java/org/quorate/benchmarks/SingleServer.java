// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import java.util.function.DoubleSupplier;

/** M/M/1: Poisson arrivals, one exponential server, load 0.8, an event each for arrival and departure. */
final class SingleServer extends Model {
    static final int ARRIVAL = 0;
    static final int DEPARTURE = 1;
    static final double MEAN_GAP = 1e6;
    static final double MEAN_SERVICE = 0.8e6;
    /** A power of two. Longer queues have a probability of 10^-99 at load 0.8. */
    private static final int QUEUE_LIMIT = 1024;

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

    /** With the random numbers of an engine. */
    SingleServer(int customers, Randomness.Source random) {
        this(customers, random.exponential("gaps", MEAN_GAP), random.exponential("services", MEAN_SERVICE));
    }

    @Override
    void start() {
        schedule(gaps.getAsDouble(), ARRIVAL);
    }

    @Override
    void onEvent(double now, int kind) {
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

    @Override
    double meanTime() {
        return sojourns / departed;
    }

    /** Mean sojourn time of M/M/1. */
    static double exactMeanTime() {
        return 1 / (1 / MEAN_SERVICE - 1 / MEAN_GAP);
    }
}
