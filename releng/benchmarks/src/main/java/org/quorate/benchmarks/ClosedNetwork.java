// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import java.util.function.DoubleSupplier;

/**
 * 64 customers that go round three stations of one exponential server each, first come, first served. The mean services are 1,
 * 0.9 and 0.8 ms. An event is the end of a service: at most three are pending, and each draws one random number on average.
 */
final class ClosedNetwork extends Model {
    static final int CUSTOMERS = 64;
    private static final double[] MEAN_SERVICE = {1e6, 0.9e6, 0.8e6};
    private static final int STATIONS = MEAN_SERVICE.length;

    private final DoubleSupplier[] services = new DoubleSupplier[STATIONS];
    private final int limit;
    /** The queue of a station, the customer in service first: a ring of as many places as there are customers. */
    private final int[] places = new int[STATIONS * CUSTOMERS];
    private final int[] heads = new int[STATIONS];
    private final int[] lengths = new int[STATIONS];
    private final double[] roundStarts = new double[CUSTOMERS];
    private int served;
    private int rounds;
    private double roundTimes;
    private double lastRound;

    /**
     * A network at rest, all customers at the first station.
     *
     * @param limit  services after which no other begins
     * @param random of the engine
     */
    ClosedNetwork(int limit, Randomness.Source random) {
        this.limit = limit;
        for (int station = 0; station < STATIONS; station++) {
            services[station] = random.exponential("services " + station, MEAN_SERVICE[station]);
        }
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            places[customer] = customer;
        }
        lengths[0] = CUSTOMERS;
    }

    @Override
    void start() {
        schedule(services[0].getAsDouble(), 0);
    }

    @Override
    void onEvent(double now, int station) {
        served++;
        int customer = places[station * CUSTOMERS + heads[station]];
        heads[station] = heads[station] + 1 & CUSTOMERS - 1;
        if (--lengths[station] > 0) {
            serve(station);
        }
        int next = station + 1 == STATIONS ? 0 : station + 1;
        if (next == 0) {
            rounds++;
            roundTimes += now - roundStarts[customer];
            roundStarts[customer] = now;
            lastRound = now;
        }
        places[next * CUSTOMERS + (heads[next] + lengths[next] & CUSTOMERS - 1)] = customer;
        if (++lengths[next] == 1) {
            serve(next);
        }
    }

    private void serve(int station) {
        if (served < limit) {
            schedule(services[station].getAsDouble(), station);
        }
    }

    @Override
    double meanTime() {
        return roundTimes / rounds;
    }

    /** Rounds a mean service of the slowest station: what mean value analysis gives exactly. */
    double throughput() {
        return rounds / lastRound * MEAN_SERVICE[0];
    }

    /** Mean value analysis (Reiser and Lavenberg, 1980): 0.999787. */
    static double exactThroughput() {
        double[] jobs = new double[STATIONS];
        double throughput = 0;
        for (int customers = 1; customers <= CUSTOMERS; customers++) {
            double round = 0;
            for (int station = 0; station < STATIONS; station++) {
                round += MEAN_SERVICE[station] * (1 + jobs[station]);
            }
            throughput = customers / round;
            for (int station = 0; station < STATIONS; station++) {
                jobs[station] = throughput * MEAN_SERVICE[station] * (1 + jobs[station]);
            }
        }
        return throughput * MEAN_SERVICE[0];
    }
}
