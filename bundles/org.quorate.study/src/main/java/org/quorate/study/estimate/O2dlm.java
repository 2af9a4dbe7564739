// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * o2dlm (kernel reference 2.2; lab/messages.md 2): everything is a call that waits for its status.
 *
 * @param prices of the hardware
 * @param nodes  in the domain
 * @param again  probability that the master's assert is faster than the task that asked, which then asks again
 */
record O2dlm(Prices prices, int nodes, double again) implements LockManager {

    /** Points of a distribution for {@link #askedAgain}. */
    private static final int POINTS = 16;

    static O2dlm of(Prices prices, int nodes) {
        return new O2dlm(prices, nodes, nodes == 1 ? 0 : askedAgain(prices));
    }

    /**
     * The task wakes up after the status; the assert waits for a worker at the master and is handled behind the status
     * (lab/messages.md 2, rule at its end).
     */
    private static double askedAgain(Prices prices) {
        double times = 0;
        for (int i = 0; i < POINTS; i++) {
            double task = quantile(prices.task(), prices.wakeUpVariation(), i);
            for (int j = 0; j < POINTS; j++) {
                double worker = quantile(prices.worker(), prices.wakeUpVariation(), j);
                // the receiver, which the status woke, takes the assert as soon as it is there
                double gap = Math.max(0, worker - prices.worker() - prices.message()) + prices.message();
                times += task > gap ? 1 : 0;
            }
        }
        return times / (POINTS * POINTS);
    }

    /** The middle of a part of a log-normal distribution. */
    private static double quantile(double mean, double variation, int part) {
        double square = Math.log(1 + variation * variation);
        double normal = new NormalDistribution().inverseCumulativeProbability((part + 0.5) / POINTS);
        return mean * Math.exp(-square / 2 + Math.sqrt(square) * normal);
    }

    /** One call: message there, handled and answered there, message back, task woken. */
    private Demand call() {
        Demand d = new Demand();
        d.cpu = prices.message();
        d.receiver = prices.message();
        d.peer = 2 * prices.message();
        d.wire = 2 * prices.oneWay();
        d.wakes = prices.task();
        d.idleWakes = 2 * prices.worker();
        d.messages = 2;
        return d;
    }

    /** dlm_thread tells a lock of its own node. */
    private Demand told() {
        Demand d = new Demand().cpu(prices.lock()).wakes(prices.handOver());
        d.sharedWakes = prices.handOver();
        return d;
    }

    /** CREATE_LOCK or CONVERT_LOCK, then the AST by the master's dlm_thread; the status comes back meanwhile. */
    private Demand granted() {
        Demand d = new Demand();
        d.cpu = prices.message();
        d.receiver = prices.message();
        d.peer = 2 * prices.message();
        d.aside = prices.message();
        d.wire = 2 * prices.oneWay();
        d.wakes = prices.task() + prices.worker();
        d.idleWakes = 2 * prices.worker();
        d.messages = 4;
        return d;
    }

    @Override
    public Demand fresh() {
        return told().add(call(), 2.0 * (nodes - 1));
    }

    @Override
    public Demand join(Peers peers) {
        double dup = again * peers.first();
        Demand d = granted().add(call(), peers.asked() + dup);
        double asserts = (nodes - 1) * (1 + dup + again * peers.again());
        d.aside += 3 * prices.message() * asserts;
        d.messages += 2 * asserts;
        return d;
    }

    @Override
    public Demand convert(double here) {
        return new Demand().add(told(), here).add(granted(), 1 - here);
    }

    @Override
    public Demand unlock(double here) {
        return new Demand().add(call(), 1 - here);
    }

    /** Three parties: CONVERT, BAST, CONVERT, two ASTs; two where the master is one of them (kernel reference 2.2, last table). */
    @Override
    public Demand handOver() {
        double third = nodes <= 2 ? 0 : (nodes - 2.0) / nodes;
        Demand d = new Demand();
        double calls = 2.5 * third + 1.5 * (1 - third);
        d.handOver = calls * (4 * prices.message() + 2 * prices.oneWay() + 2 * prices.worker()) + 3 * prices.worker() + prices.task();
        d.aside = 20 * prices.message();
        d.messages = 10 * third + 5 * (1 - third);
        return d;
    }
}
