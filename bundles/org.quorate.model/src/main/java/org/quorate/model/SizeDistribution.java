// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

/**
 * A distribution of file or request sizes. Immutable, thread-safe.
 *
 * @param shape the family (see {@link TimeDistribution.Shape})
 * @param mean  the mean size
 * @param variation coefficient of variation, read only for LOGNORMAL
 */
public record SizeDistribution(TimeDistribution.Shape shape, Bytes mean, double variation) {

    public static SizeDistribution constant(Bytes size) {
        return new SizeDistribution(TimeDistribution.Shape.CONSTANT, size, 0);
    }
}
