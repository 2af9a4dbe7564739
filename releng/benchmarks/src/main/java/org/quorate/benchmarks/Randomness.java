// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.cloudsimplus.distributions.ExponentialDistr;
import org.quorate.sim.RandomStream;
import org.quorate.sim.RandomStreams;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.rng.MRG32k3a;

/** Where exponential numbers come from. */
public enum Randomness {
    /** Each engine's own generator, as its users have it. */
    OWN,
    /** The same for all engines, so that only the engines differ. */
    SAME;

    /** The random numbers of one engine. */
    @FunctionalInterface
    interface Source {
        /** A stream of exponential numbers: its name seeds it. */
        DoubleSupplier exponential(String name, double mean);
    }

    Source quorate() {
        return this == SAME ? Randomness::same : (name, mean) -> {
            RandomStream random = new RandomStreams(1).named(name);
            return () -> mean * random.nextExponential();
        };
    }

    Source ssj() {
        return this == SAME ? Randomness::same
                : (name, mean) -> new ExponentialGen(new MRG32k3a(), 1 / mean)::nextDouble;
    }

    Source cloudSimPlus() {
        return this == SAME ? Randomness::same
                : (name, mean) -> new ExponentialDistr(mean, name.hashCode() & Integer.MAX_VALUE)::sample;
    }

    private static DoubleSupplier same(String name, double mean) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        return () -> -mean * Math.log(1 - random.nextDouble());
    }
}
