// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import org.quorate.model.SizeDistribution;
import org.quorate.model.TimeDistribution;
import org.quorate.sim.Sampler;

/** Samplers of the distributions of a scenario. Pure functions. */
public final class Distributions {

    private Distributions() {
    }

    /** Nanoseconds. */
    public static Sampler sampler(TimeDistribution times) {
        return sampler(times.shape(), times.mean().toNanos(), times.variation());
    }

    /** Bytes. */
    public static Sampler sampler(SizeDistribution sizes) {
        return sampler(sizes.shape(), sizes.mean().value(), sizes.variation());
    }

    private static Sampler sampler(TimeDistribution.Shape shape, long mean, double variation) {
        return switch (mean == 0 ? TimeDistribution.Shape.CONSTANT : shape) {
            case CONSTANT -> Sampler.constant(mean);
            case EXPONENTIAL -> Sampler.exponential(mean);
            case LOGNORMAL -> Sampler.lognormal(mean, variation);
        };
    }
}
