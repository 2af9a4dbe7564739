// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** What must hold before anything is timed: the engines simulate the same models, and what they say is right. */
final class Agreement {
    private static final int EVENTS = 3_000_000;
    /** Two runs with the same random numbers differ by the rounding of times to nanoseconds only. */
    private static final double ROUNDING = 1e-5;
    /**
     * The slowest station is nearly always busy, so that rounds are nearly Poisson: a million have a standard error of 0.1 %.
     * Four of these.
     */
    private static final double ROUNDS_ERROR = 0.004;

    private record Peer(Function<Randomness, Randomness.Source> random, ToDoubleFunction<Model> run) { }

    private Agreement() {
    }

    /**
     * Runs both models on all engines.
     *
     * @throws IllegalStateException if an engine has another result than Quorate has with the same random numbers, or one that
     *                               queueing theory excludes with its own
     */
    static void require() {
        Map<String, Peer> peers = peers();
        double server = QuorateEngine.run(new SingleServer(EVENTS / 2, Randomness.SAME.quorate()));
        double network = QuorateEngine.run(new ClosedNetwork(EVENTS, Randomness.SAME.quorate()));
        near("fused loop", FusedSingleServer.run(EVENTS / 2, Randomness.SAME.quorate()), server, ROUNDING);
        peers.forEach((name, peer) -> {
            Randomness.Source same = peer.random.apply(Randomness.SAME);
            near(name + ", M/M/1", peer.run.applyAsDouble(new SingleServer(EVENTS / 2, same)), server, ROUNDING);
            near(name + ", closed network", peer.run.applyAsDouble(new ClosedNetwork(EVENTS, same)), network, ROUNDING);
            Randomness.Source own = peer.random.apply(Randomness.OWN);
            near(name + ", M/M/1 in theory", peer.run.applyAsDouble(new SingleServer(EVENTS / 2, own)),
                    SingleServer.exactMeanTime(), sojournError(EVENTS / 2));
            ClosedNetwork closed = new ClosedNetwork(EVENTS, own);
            peer.run.applyAsDouble(closed);
            near(name + ", closed network in theory", closed.throughput(), ClosedNetwork.exactThroughput(), ROUNDS_ERROR);
        });
    }

    private static Map<String, Peer> peers() {
        Map<String, Peer> peers = new LinkedHashMap<>();
        peers.put("Quorate", new Peer(Randomness::quorate, QuorateEngine::run));
        peers.put("SSJ splay", new Peer(Randomness::ssj, model -> SsjEngine.run(model, new SplayTree())));
        peers.put("SSJ Henriksen", new Peer(Randomness::ssj, model -> SsjEngine.run(model, new Henriksen())));
        peers.put("CloudSim Plus", new Peer(Randomness::cloudSimPlus, CloudSimPlusEngine::run));
        return peers;
    }

    /**
     * Four standard errors of the mean time in M/M/1 at load rho = 0.8, relative: of n customers it has a variance of
     * rho (2 + 5 rho - 4 rho^2 + rho^3) / (1 - rho)^4 / n square services (Daley, "The serial correlation coefficients of waiting times
     * in a stationary single server queue", 1968), 1976 / n.
     */
    static double sojournError(int customers) {
        return 4 * Math.sqrt(1976.0 / customers) / 5;
    }

    /** An error unless a result is what is expected, within a relative error. */
    static void near(String what, double is, double expected, double relativeError) {
        if (!(Math.abs(is - expected) <= relativeError * expected)) {
            throw new IllegalStateException(what + ": " + is + " instead of " + expected);
        }
    }
}
