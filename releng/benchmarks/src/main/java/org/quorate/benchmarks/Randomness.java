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

    DoubleSupplier quorate(String name, double mean) {
        RandomStream random = new RandomStreams(1).named(name);
        return this == SAME ? same(name, mean) : () -> mean * random.nextExponential();
    }

    DoubleSupplier ssj(String name, double mean) {
        ExponentialGen generator = new ExponentialGen(new MRG32k3a(), 1 / mean);
        return this == SAME ? same(name, mean) : generator::nextDouble;
    }

    DoubleSupplier cloudSimPlus(String name, double mean) {
        ExponentialDistr distribution = new ExponentialDistr(mean, name.hashCode());
        return this == SAME ? same(name, mean) : distribution::sample;
    }

    private static DoubleSupplier same(String name, double mean) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        return () -> -mean * Math.log(1 - random.nextDouble());
    }
}
