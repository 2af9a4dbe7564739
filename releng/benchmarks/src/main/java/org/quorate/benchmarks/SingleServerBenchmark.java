// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.cloudsimplus.core.CloudSimEntity;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.core.Simulation;
import org.cloudsimplus.core.events.SimEvent;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.quorate.sim.EventLoop;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** M/M/1: few pending events, so that the cost is that of dispatch, random numbers and the model. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(SingleServerBenchmark.EVENTS)
public class SingleServerBenchmark {
    static final int CUSTOMERS = 100_000;
    static final int EVENTS = 2 * CUSTOMERS;

    @Param
    public Randomness random;

    @Benchmark
    public double quorate() {
        return new QuorateServer(random.quorate("gaps", SingleServer.MEAN_GAP),
                random.quorate("services", SingleServer.MEAN_SERVICE)).run();
    }

    @Benchmark
    public double ssjSplay() {
        return ssj(new SplayTree());
    }

    @Benchmark
    public double ssjHenriksen() {
        return ssj(new Henriksen());
    }

    @Benchmark
    public double cloudSimPlus() {
        CloudSimPlus simulation = new CloudSimPlus(1e-9);
        CloudSimServer server = new CloudSimServer(simulation, random.cloudSimPlus("gaps", SingleServer.MEAN_GAP),
                random.cloudSimPlus("services", SingleServer.MEAN_SERVICE));
        simulation.start();
        return server.model.meanSojourn();
    }

    /** No engine: two variables are the pending events. What a general engine could at best cost. */
    @Benchmark
    public double fusedLoop() {
        return new FusedServer(random.quorate("gaps", SingleServer.MEAN_GAP),
                random.quorate("services", SingleServer.MEAN_SERVICE)).run();
    }

    private double ssj(EventList events) {
        Simulator simulator = new Simulator(events);
        simulator.init();
        SsjServer server = new SsjServer(simulator, random.ssj("gaps", SingleServer.MEAN_GAP),
                random.ssj("services", SingleServer.MEAN_SERVICE));
        server.start();
        simulator.start();
        return server.meanSojourn();
    }

    private static final class QuorateServer extends SingleServer {
        private final EventLoop loop = new EventLoop((kind, subject) -> onEvent(now(), kind));

        QuorateServer(DoubleSupplier gaps, DoubleSupplier services) {
            super(CUSTOMERS, gaps, services);
        }

        double run() {
            start();
            loop.runUntil(Long.MAX_VALUE, () -> false);
            return meanSojourn();
        }

        private double now() {
            return loop.now();
        }

        @Override
        void schedule(double delay, int kind) {
            loop.after((long) (delay + 0.5), kind, 0);
        }
    }

    private static final class SsjServer extends SingleServer {
        private final Simulator simulator;

        SsjServer(Simulator simulator, DoubleSupplier gaps, DoubleSupplier services) {
            super(CUSTOMERS, gaps, services);
            this.simulator = simulator;
        }

        @Override
        void schedule(double delay, int kind) {
            new Event(simulator) {
                @Override
                public void actions() {
                    onEvent(simulator.time(), kind);
                }
            }.schedule(delay);
        }
    }

    private static final class CloudSimServer extends CloudSimEntity {
        /** Smaller tags are those of CloudSim Plus itself, such as the end of the simulation. */
        private static final int FIRST_TAG = 1_000;
        private final SingleServer model;

        CloudSimServer(Simulation simulation, DoubleSupplier gaps, DoubleSupplier services) {
            super(simulation);
            model = new SingleServer(CUSTOMERS, gaps, services) {
                @Override
                void schedule(double delay, int kind) {
                    CloudSimServer.this.schedule(delay, FIRST_TAG + kind);
                }
            };
        }

        @Override
        protected void startInternal() {
            model.start();
        }

        @Override
        public void processEvent(SimEvent event) {
            if (event.getTag() >= FIRST_TAG) {
                model.onEvent(getSimulation().clock(), event.getTag() - FIRST_TAG);
            }
        }
    }

    private static final class FusedServer extends SingleServer {
        private final double[] next = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        private double now;

        FusedServer(DoubleSupplier gaps, DoubleSupplier services) {
            super(CUSTOMERS, gaps, services);
        }

        double run() {
            start();
            while (Math.min(next[ARRIVAL], next[DEPARTURE]) < Double.POSITIVE_INFINITY) {
                int kind = next[ARRIVAL] <= next[DEPARTURE] ? ARRIVAL : DEPARTURE;
                now = next[kind];
                next[kind] = Double.POSITIVE_INFINITY;
                onEvent(now, kind);
            }
            return meanSojourn();
        }

        @Override
        void schedule(double delay, int kind) {
            next[kind] = now + delay;
        }
    }
}
