// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import java.util.List;
import org.quorate.model.Phase;

/**
 * Mean-value analysis of one phase: processors, the lock manager's receiving thread and the directory's lock of each node, the device and
 * its link for all. Used by one thread.
 */
final class MeanValues {

    private static final int ROUNDS = 200;
    private static final double ENOUGH = 1e-6;
    private static final double SECOND = 1e9;
    /** Half of the old value stays, so that the iteration does not swing. */
    private static final double DAMPING = 0.5;
    /** Use of a station above which its queue is not reckoned longer, so that the iteration does not run away: 9.5 services. */
    private static final double MOST_USE = 0.95;

    private final List<NodeClass> classes;
    private final Phase.Load load;
    private final double think;
    private final Prices prices;
    private final int queueDepth;
    private final int nodes;
    private final double locks;
    private final int mutexHops;
    /** Customers at a station over all stations of its kind, as they add up. */
    private double atLun;
    private double atLink;
    double lunUse;
    double linkUse;
    /** Name of the station whose capacity an open load exceeds, or null. */
    String saturated;

    /**
     * Prepares it; the classes have their paths.
     *
     * @param locks     among how many locks hand-overs are spread
     * @param mutexHops wake-ups between two holders of a directory's lock on a node
     */
    MeanValues(List<NodeClass> classes, Phase.Load load, Prices prices, int queueDepth, int nodes, double locks, int mutexHops) {
        this.classes = classes;
        this.load = load;
        this.prices = prices;
        this.queueDepth = queueDepth;
        this.nodes = nodes;
        this.locks = Math.max(1, locks);
        this.mutexHops = mutexHops;
        think = load instanceof Phase.Closed closed ? closed.thinkTime().mean().toNanos() : 0;
    }

    private boolean isOpen() {
        return load instanceof Phase.Open;
    }

    private double threads() {
        return load instanceof Phase.Closed closed ? closed.threads() : 0;
    }

    /** Finds throughput and latency of every class. */
    void solve() {
        for (NodeClass c : classes) {
            double alone = c.mean.alone();
            c.throughput = load instanceof Phase.Open open ? open.operationsPerSecond() : threads() * SECOND / (think + Math.max(1, alone));
        }
        for (int round = 0; round < ROUNDS; round++) {
            double change = 0;
            sumUp();
            for (NodeClass c : classes) {
                Factors factors = factors(c);
                double old = c.throughput;
                apply(c, factors);
                if (!isOpen()) {
                    double now = threads() * SECOND / (think + Math.max(1, c.meanLatency()));
                    c.throughput = DAMPING * old + (1 - DAMPING) * now;
                }
                change = Math.max(change, Math.abs(c.throughput / old - 1));
            }
            if (change < ENOUGH && round > 2 || saturated != null) {
                return;
            }
        }
    }

    private void sumUp() {
        lunUse = 0;
        linkUse = 0;
        for (NodeClass c : classes) {
            Demand d = c.mean;
            double all = c.members.size() * c.throughput / SECOND;
            lunUse += all * (d.device + d.deviceAside) / queueDepth;
            linkUse += all * d.link;
        }
        for (NodeClass c : classes) {
            Demand d = c.mean;
            double others = 0;
            double elsewhere = 0;
            for (NodeClass other : classes) {
                Demand o = other.mean;
                double members = other.members.size() - (other == c ? 1 : 0);
                double rate = members * other.throughput / SECOND / Math.max(1, nodes - 1);
                others += rate * (o.peer + o.aside + o.acknowledged * Math.max(0, 1 - c.receiverUse));
                elsewhere += rate * (o.otherPeer + o.acknowledged);
            }
            c.receiverUse = DAMPING * c.receiverUse + (1 - DAMPING) * (c.throughput / SECOND * d.receiver + others);
            c.cpuUse = (c.throughput / SECOND * (d.cpu + d.receiver) + others + elsewhere) / c.cores;
        }
        if (isOpen()) {
            saturated = overloaded();
        }
    }

    private String overloaded() {
        if (lunUse >= 1) {
            return "LUN";
        }
        if (linkUse >= 1) {
            return "storage link";
        }
        for (NodeClass c : classes) {
            if (c.cpuUse >= 1) {
                return "processors";
            }
            if (c.receiverUse >= 1) {
                return "lock manager";
            }
        }
        return null;
    }

    /** Residence over demand, by station. */
    private record Factors(double cpu, double receiver, double peer, double device, double link, double handOver,
            double idle, double shared, double journal) {
    }

    private Factors factors(NodeClass c) {
        Demand d = c.mean;
        double customers = 0;
        for (NodeClass other : classes) {
            customers += other.members.size() * threads();
        }
        double latency = Math.max(1, c.meanLatency() == 0 ? d.alone() : c.meanLatency());
        double cycle = think + latency;
        double others = customers - 1;
        double cpu = isOpen() ? Queueing.openWait(c.cpuUse * c.cores, c.cores)
                : Queueing.ahead(threads() - 1, Math.min(1, d.cpu * c.cpuFactor / cycle), c.cores) / c.cores;
        if (!isOpen() && d.commits > 0) {
            // a commit wakes all who wait for it at once: half of them are ahead of the mean one
            cpu = Math.max(cpu, Math.min(1, d.commits) * ((threads() - 1) / 2 - (c.cores - 1)) / c.cores);
        }
        double receiver = isOpen() ? queue(c.receiverUse)
                : others / Math.max(1, customers) * Math.min(customers, c.receiverUse * c.receiverFactor);
        c.receiverFactor = DAMPING * c.receiverFactor + (1 - DAMPING) * (1 + receiver);
        double device = isOpen() ? Queueing.openWait(lunUse * queueDepth, queueDepth)
                : Queueing.ahead(others, atLun / Math.max(1, customers), queueDepth) / queueDepth;
        double link = isOpen() ? queue(linkUse) : others * Math.min(1, atLink / Math.max(1, customers));
        atLun = sum(o -> o.device + o.deviceAside, 1 + device);
        atLink = sum(o -> o.link, 1 + link);
        c.cpuFactor = 1 + cpu;
        double lockQueue = handOverQueue();
        double busy = Math.min(1, c.throughput / SECOND * d.journal);
        // threads that do nothing else keep step with the commits; those that come in between wait for the rest of one
        double outOfStep = isOpen() ? 1 : Math.max(0, cycle - d.journal) / cycle;
        return new Factors(1 + cpu, 1 + receiver, 1 + receiver, 1 + device, 1 + link, 1 + lockQueue,
                Math.max(0, 1 - c.receiverUse), shared(c.throughput / SECOND * d.sharedWakes), 1 + busy * outOfStep / 2);
    }

    /** Of those who come while a thread wakes up the first waits for all of it, the others for half on average. */
    private static double shared(double comingMeanwhile) {
        return (1 + comingMeanwhile / 2) / (1 + comingMeanwhile);
    }

    /** Mean wait over service of M/D/1. */
    private static double queue(double use) {
        double u = Math.min(MOST_USE, use);
        return u / (1 - u) / 2;
    }

    private double handOverQueue() {
        double present = 0;
        for (NodeClass c : classes) {
            present += c.members.size() * c.throughput / SECOND * c.handOver;
        }
        return Math.min(present / locks, Math.max(0, classes.stream().mapToDouble(c -> c.members.size()).sum() - 1));
    }

    private interface Of {
        double of(Demand demand);
    }

    private double sum(Of of, double factor) {
        double sum = 0;
        for (NodeClass c : classes) {
            sum += c.members.size() * c.throughput / SECOND * of.of(c.mean) * factor;
        }
        return sum;
    }

    private static double residence(Demand d, Factors f, double hold) {
        return d.cpu * f.cpu + d.receiver * f.receiver + d.peer * f.peer + d.otherPeer + d.wire + d.wakes + d.idleWakes * f.idle
                + d.sharedWakes * f.shared + d.device * f.device
                + d.link * f.link + d.journal * f.journal + d.handOver * f.handOver + hold;
    }

    private void apply(NodeClass c, Factors f) {
        double mutexLoad = 0;
        double[] held = new double[c.weights.length];
        double handOver = 0;
        for (int item = 0; item < c.weights.length; item++) {
            if (c.weights[item] > 0) {
                Demands.Path path = c.paths[item];
                double lost = c.met[item].directory().lostForWrite() + c.met[item].directory().lostForRead();
                double atHand = path.held().alone() > 0 ? lost * c.directoryHold[item] : 0;
                held[item] = residence(path.held(), f, atHand);
                mutexLoad += c.weights[item] * held[item];
            }
        }
        double holders = c.holders();
        double wait = 0;
        if (holders > 0) {
            double mutexes = mutexes(c);
            double service = mutexLoad / holders;
            double cycle = think + Math.max(1, c.meanLatency() == 0 ? mutexLoad : c.meanLatency());
            double ahead = isOpen() ? queue(c.throughput / SECOND * mutexLoad / mutexes)
                    : (threads() - 1) * Math.min(1, holders * (service + c.mutexWait) / cycle / mutexes);
            double handOff = Math.min(1, ahead) * mutexHops * prices.handOver();
            double now = ahead * (service + handOff);
            c.mutexWait = DAMPING * c.mutexWait + (1 - DAMPING) * now;
            wait = c.mutexWait;
            c.mutexUse = Math.min(1, c.throughput / SECOND * (mutexLoad + holders * handOff) / mutexes);
        }
        for (int item = 0; item < c.weights.length; item++) {
            if (c.weights[item] > 0) {
                Demands.Path path = c.paths[item];
                boolean holds = path.held().alone() > 0;
                Encounter met = c.met[item];
                double hold = (met.lostForRead() + met.recentForWrite()) * c.fileHold[item]
                        + (holds ? 0 : met.directory().lostForRead() * c.directoryHold[item]);
                double heldHold = holds ? (met.directory().lostForWrite() + met.directory().lostForRead()) * c.directoryHold[item] : 0;
                c.latency[item] = residence(path.free(), f, hold) + held[item] + (holds ? wait : 0);
                handOver += c.weights[item] * ((path.free().handOver + path.held().handOver) * f.handOver + hold + heldHold);
            }
        }
        c.handOver = handOver;
    }

    private static double mutexes(NodeClass c) {
        double sum = 0;
        double weight = 0;
        for (int item = 0; item < c.weights.length; item++) {
            if (c.weights[item] > 0 && c.paths[item].held().alone() > 0) {
                sum += c.weights[item] * c.met[item].directory().count();
                weight += c.weights[item];
            }
        }
        return weight == 0 ? 1 : sum / weight;
    }
}
