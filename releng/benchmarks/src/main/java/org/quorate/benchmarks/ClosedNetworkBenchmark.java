// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** The closed network of three stations and 64 customers: three queues, at most three pending events. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ClosedNetworkBenchmark.EVENTS)
public class ClosedNetworkBenchmark {
    static final int EVENTS = 200_000;

    @Param
    public Randomness random;

    @Benchmark
    public double quorate() {
        return QuorateEngine.run(new ClosedNetwork(EVENTS, random.quorate()));
    }

    @Benchmark
    public double ssjSplay() {
        return SsjEngine.run(new ClosedNetwork(EVENTS, random.ssj()), new SplayTree());
    }

    @Benchmark
    public double ssjHenriksen() {
        return SsjEngine.run(new ClosedNetwork(EVENTS, random.ssj()), new Henriksen());
    }

    @Benchmark
    public double cloudSimPlus() {
        return CloudSimPlusEngine.run(new ClosedNetwork(EVENTS, random.cloudSimPlus()));
    }
}
