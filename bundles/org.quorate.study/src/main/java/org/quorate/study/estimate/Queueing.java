// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

/**
 * Queues in closed forms. Mean-value analysis takes from the arrival theorem what an arriving customer finds (Reiser and Lavenberg 1980),
 * here as Schweitzer and Bard do: the others, each at a station with the same probability. Pure functions, thread-safe.
 */
final class Queueing {

    /** Above so many customers a binomial distribution is taken as a normal one. */
    private static final int EXACT = 512;

    private Queueing() {
    }

    /**
     * Mean number of an arriving customer's predecessors in the queue of a station, beyond those in service: the factor of its wait is this
     * over the servers.
     *
     * @param others  other customers
     * @param present probability that one of them is at the station
     * @param servers of the station
     */
    static double ahead(double others, double present, int servers) {
        if (others <= 0 || present <= 0) {
            return 0;
        }
        double chance = Math.min(1, present);
        double mean = others * chance;
        if (servers == 1 || others < 1) {
            return servers == 1 ? mean : 0;
        }
        if (others > EXACT) {
            return normalExcess(mean, Math.sqrt(others * chance * (1 - chance)), servers - 1.0);
        }
        int n = (int) Math.round(others);
        if (chance == 1) {
            return Math.max(0, n - servers + 1.0);
        }
        double probability = Math.pow(1 - chance, n);
        double excess = 0;
        for (int k = 0; k <= n; k++) {
            excess += Math.max(0, k - servers + 1) * probability;
            probability *= (n - k) / (k + 1.0) * chance / (1 - chance);
        }
        return excess;
    }

    /** The mean of what a normal variable has beyond a limit. */
    static double normalExcess(double mean, double deviation, double limit) {
        if (deviation < 1e-9) {
            return Math.max(0, mean - limit);
        }
        double z = (mean - limit) / deviation;
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return Math.max(0, (mean - limit) * normal(z) + deviation * density);
    }

    /** Probability that a standard normal variable is less: by the logistic function, within 0.01 (Haley 1952). */
    static double normal(double z) {
        return 1 / (1 + Math.exp(-1.702 * z));
    }

    /** The same for Poisson arrivals: mean wait over mean service, M/M/c (Erlang's C). */
    static double openWait(double load, int servers) {
        if (load >= servers) {
            return Double.POSITIVE_INFINITY;
        }
        double blocked = 1;
        for (int k = 1; k <= servers; k++) {
            blocked = load * blocked / (k + load * blocked);
        }
        double use = load / servers;
        double queued = blocked / (1 - use * (1 - blocked));
        return queued / (servers - load);
    }
}
