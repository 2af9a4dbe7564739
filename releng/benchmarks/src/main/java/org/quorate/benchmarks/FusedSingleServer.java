// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import java.util.function.DoubleSupplier;

/**
 * M/M/1 written by hand into one loop: two variables are the pending events, nothing is dispatched. What is left is random numbers
 * and the model: no general engine can cost less.
 */
final class FusedSingleServer {
    private static final int QUEUE_LIMIT = 1024;

    private FusedSingleServer() {
    }

    static double run(int customers, Randomness.Source random) {
        DoubleSupplier gaps = random.exponential("gaps", SingleServer.MEAN_GAP);
        DoubleSupplier services = random.exponential("services", SingleServer.MEAN_SERVICE);
        double[] arrivals = new double[QUEUE_LIMIT];
        int arrived = 0;
        int departed = 0;
        double sojourns = 0;
        double arrival = gaps.getAsDouble();
        double departure = Double.POSITIVE_INFINITY;
        while (departed < customers) {
            if (arrival <= departure) {
                arrivals[arrived++ & QUEUE_LIMIT - 1] = arrival;
                if (arrived - departed == 1) {
                    departure = arrival + services.getAsDouble();
                }
                arrival = arrived < customers ? arrival + gaps.getAsDouble() : Double.POSITIVE_INFINITY;
            } else {
                sojourns += departure - arrivals[departed++ & QUEUE_LIMIT - 1];
                departure = arrived > departed ? departure + services.getAsDouble() : Double.POSITIVE_INFINITY;
            }
        }
        return sojourns / departed;
    }
}
