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

/** M/M/1: two pending events, so that the cost is that of dispatch, random numbers and the model. */
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
        return QuorateEngine.run(new SingleServer(CUSTOMERS, random.quorate()));
    }

    @Benchmark
    public double ssjSplay() {
        return SsjEngine.run(new SingleServer(CUSTOMERS, random.ssj()), new SplayTree());
    }

    @Benchmark
    public double ssjHenriksen() {
        return SsjEngine.run(new SingleServer(CUSTOMERS, random.ssj()), new Henriksen());
    }

    @Benchmark
    public double cloudSimPlus() {
        return CloudSimPlusEngine.run(new SingleServer(CUSTOMERS, random.cloudSimPlus()));
    }

    @Benchmark
    public double fusedLoop() {
        return FusedSingleServer.run(CUSTOMERS, random.quorate());
    }
}
