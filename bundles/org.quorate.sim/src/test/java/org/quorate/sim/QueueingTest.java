// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.quorate.sim.output.Estimate;

/**
 * The kernel against queueing theory: of many 95 % intervals, as many cover the true value as 95 % predicts. An interval comes from
 * ten replications; how many of the intervals cover is binomial, and must be within the central 99 % of that.
 */
class QueueingTest {
    private static final int GROUPS = 200;
    private static final int REPLICATIONS = 10;
    private static final double CONFIDENCE = 0.95;
    /** The mean service time in all systems, in nanoseconds: rounding to whole ones does not matter. */
    private static final double SERVICE = 1e6;

    enum Figure { SOJOURN, WAIT, JOBS, UTILISATION, P95, THROUGHPUT }

    @Test
    void singleServer() {
        double load = 0.6;
        Map<Figure, Double> truth = new EnumMap<>(Figure.class);
        truth.put(Figure.SOJOURN, SERVICE / (1 - load));
        truth.put(Figure.WAIT, SERVICE * load / (1 - load));
        truth.put(Figure.JOBS, load / (1 - load));
        truth.put(Figure.UTILISATION, load);
        // The sojourn time is exponential.
        truth.put(Figure.P95, SERVICE / (1 - load) * -Math.log(0.05));
        assertCovered("M/M/1", truth, streams -> new OpenSystem(1, SERVICE / load, Sampler.exponential(SERVICE), streams).run());
    }

    @Test
    void severalServers() {
        int servers = 4;
        double load = 0.7;
        double offered = servers * load;
        double wait = erlangC(servers, offered) * SERVICE / (servers - offered);
        Map<Figure, Double> truth = new EnumMap<>(Figure.class);
        truth.put(Figure.WAIT, wait);
        truth.put(Figure.SOJOURN, wait + SERVICE);
        truth.put(Figure.JOBS, (wait + SERVICE) * offered / SERVICE);
        truth.put(Figure.UTILISATION, load);
        assertCovered("M/M/4", truth,
                streams -> new OpenSystem(servers, SERVICE / offered, Sampler.exponential(SERVICE), streams).run());
    }

    @Test
    void lognormalService() {
        double load = 0.5;
        double variation = 0.8;
        // Pollaczek and Khinchine.
        double wait = load / (1 - load) * (1 + variation * variation) / 2 * SERVICE;
        Map<Figure, Double> truth = new EnumMap<>(Figure.class);
        truth.put(Figure.WAIT, wait);
        truth.put(Figure.SOJOURN, wait + SERVICE);
        truth.put(Figure.JOBS, (wait + SERVICE) * load / SERVICE);
        truth.put(Figure.UTILISATION, load);
        assertCovered("M/G/1", truth,
                streams -> new OpenSystem(1, SERVICE / load, Sampler.lognormal(SERVICE, variation), streams).run());
    }

    @Test
    void closedNetworkOfThreeStations() {
        double[] demands = {SERVICE, 0.8 * SERVICE, 0.5 * SERVICE};
        int customers = 12;
        double[] exact = meanValueAnalysis(demands, customers);
        Map<Figure, Double> truth = new EnumMap<>(Figure.class);
        truth.put(Figure.THROUGHPUT, exact[0]);
        truth.put(Figure.SOJOURN, exact[1]);
        truth.put(Figure.UTILISATION, exact[0] * demands[0]);
        assertCovered("closed network", truth, streams -> new ClosedNetwork(demands, customers, streams).run());
    }

    @Test
    void theTestSeesAnErrorOfOnePercent() {
        double load = 0.6;
        int covered = 0;
        for (int group = 0; group < GROUPS; group++) {
            double[] samples = new double[REPLICATIONS];
            for (int i = 0; i < REPLICATIONS; i++) {
                RandomStreams streams = new RandomStreams(group).replication(i);
                samples[i] = new OpenSystem(1, SERVICE / load, Sampler.exponential(SERVICE), streams).run().get(Figure.UTILISATION);
            }
            covered += Estimate.ofReplications(samples, CONFIDENCE).covers(load * 1.01) ? 1 : 0;
        }
        assertTrue(covered < band()[0], "covered " + covered);
    }

    private static void assertCovered(String system, Map<Figure, Double> truth,
            Function<RandomStreams, Map<Figure, Double>> simulation) {
        Map<Figure, Integer> covered = new EnumMap<>(Figure.class);
        for (int group = 0; group < GROUPS; group++) {
            Map<Figure, double[]> samples = new EnumMap<>(Figure.class);
            for (int i = 0; i < REPLICATIONS; i++) {
                Map<Figure, Double> result = simulation.apply(new RandomStreams(group).replication(i));
                for (Figure figure : truth.keySet()) {
                    samples.computeIfAbsent(figure, f -> new double[REPLICATIONS])[i] = result.get(figure);
                }
            }
            truth.forEach((figure, value) -> covered.merge(figure,
                    Estimate.ofReplications(samples.get(figure), CONFIDENCE).covers(value) ? 1 : 0, Integer::sum));
        }
        int[] band = band();
        assertTrue(covered.values().stream().allMatch(count -> band[0] <= count && count <= band[1]),
                () -> system + ": of " + GROUPS + " intervals cover " + covered + ", expected " + Arrays.toString(band));
    }

    private static int[] band() {
        BinomialDistribution binomial = new BinomialDistribution(null, GROUPS, CONFIDENCE);
        return new int[] {binomial.inverseCumulativeProbability(0.005), binomial.inverseCumulativeProbability(0.995)};
    }

    private static double erlangC(int servers, double offered) {
        double term = 1;
        double sum = 1;
        for (int k = 1; k < servers; k++) {
            term *= offered / k;
            sum += term;
        }
        double queued = term * offered / servers * servers / (servers - offered);
        return queued / (sum + queued);
    }

    /** Reiser and Lavenberg, 1980: exact throughput (per nanosecond) and cycle time of single servers in a ring. */
    private static double[] meanValueAnalysis(double[] demands, int customers) {
        double[] jobs = new double[demands.length];
        double throughput = 0;
        double cycle = 0;
        for (int n = 1; n <= customers; n++) {
            double[] residence = new double[demands.length];
            for (int i = 0; i < demands.length; i++) {
                residence[i] = demands[i] * (1 + jobs[i]);
            }
            cycle = Arrays.stream(residence).sum();
            throughput = n / cycle;
            for (int i = 0; i < demands.length; i++) {
                jobs[i] = throughput * residence[i];
            }
        }
        return new double[] {throughput, cycle};
    }

    /** Poisson arrivals to one station; an event each for arrival and departure. */
    private static final class OpenSystem {
        private static final int ARRIVAL = 0;
        private static final int DEPARTURE = 1;
        private static final int WARM_UP = 1_000;
        private static final int JOBS = 6_000;

        private final EventLoop loop = new EventLoop(this::onEvent);
        private final Station station;
        private final Sampler gaps;
        private final Sampler services;
        private final RandomStream gapRandom;
        private final RandomStream serviceRandom;
        private final LatencyRecorder sojourns = new LatencyRecorder();
        private final TimeWeighted jobs = new TimeWeighted();
        private int arrived;
        private long from;

        OpenSystem(int servers, double gap, Sampler services, RandomStreams streams) {
            this.station = new Station(servers);
            this.gaps = Sampler.exponential(gap);
            this.services = services;
            this.gapRandom = streams.named("gaps");
            this.serviceRandom = streams.named("services");
        }

        Map<Figure, Double> run() {
            loop.at(0, ARRIVAL, 0);
            loop.runUntil(Long.MAX_VALUE, () -> false);
            Map<Figure, Double> result = new EnumMap<>(Figure.class);
            result.put(Figure.SOJOURN, sojourns.mean());
            result.put(Figure.P95, (double) sojourns.percentile(95));
            result.put(Figure.WAIT, (double) station.waitNanos() / station.admitted());
            result.put(Figure.JOBS, jobs.mean(loop.now()));
            result.put(Figure.UTILISATION, station.utilisation(from, loop.now()));
            return result;
        }

        private void onEvent(int kind, int subject) {
            switch (kind) {
                case ARRIVAL -> arrive();
                case DEPARTURE -> jobs.add(loop.now(), -1);
                default -> throw new AssertionError("kind " + kind);
            }
        }

        private void arrive() {
            if (arrived == WARM_UP) {
                from = loop.now();
                jobs.reset(from);
                station.resetStatistics();
                sojourns.reset();
            } else if (arrived == WARM_UP + JOBS) {
                loop.stop();
                return;
            }
            arrived++;
            jobs.add(loop.now(), 1);
            long departure = station.admit(loop.now(), services.sample(serviceRandom));
            sojourns.record(departure - loop.now());
            loop.at(departure, DEPARTURE, 0);
            loop.after(gaps.sample(gapRandom), ARRIVAL, 0);
        }
    }

    /** Customers that go round from station to station; an event for each arrival at a station. */
    private static final class ClosedNetwork {
        private final EventLoop loop = new EventLoop(this::arrive);
        private final Station[] stations;
        private final Sampler[] services;
        private final RandomStream random;
        private final long[] cycleStart;
        private final LatencyRecorder cycles = new LatencyRecorder();

        ClosedNetwork(double[] demands, int customers, RandomStreams streams) {
            stations = Arrays.stream(demands).mapToObj(demand -> new Station(1)).toArray(Station[]::new);
            services = Arrays.stream(demands).mapToObj(Sampler::exponential).toArray(Sampler[]::new);
            random = streams.named("services");
            cycleStart = new long[customers];
            for (int customer = 0; customer < customers; customer++) {
                loop.at(0, 0, customer);
            }
        }

        Map<Figure, Double> run() {
            long warm = (long) (500 * SERVICE);
            loop.runUntil(warm, () -> false);
            cycles.reset();
            for (Station station : stations) {
                station.resetStatistics();
            }
            long end = warm + (long) (5_000 * SERVICE);
            loop.runUntil(end, () -> false);
            return new EnumMap<>(Map.of(Figure.THROUGHPUT, (double) cycles.count() / (end - warm),
                    Figure.SOJOURN, cycles.mean(), Figure.UTILISATION, stations[0].utilisation(warm, end)));
        }

        private void arrive(int station, int customer) {
            if (station == 0) {
                cycles.record(loop.now() - cycleStart[customer]);
                cycleStart[customer] = loop.now();
            }
            long departure = stations[station].admit(loop.now(), services[station].sample(random));
            loop.at(departure, (station + 1) % stations.length, customer);
        }
    }
}
