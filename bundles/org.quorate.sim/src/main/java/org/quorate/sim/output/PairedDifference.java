// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim.output;

/**
 * How much a second system differs from a first, both simulated with common random numbers: replication i of one is
 * compared with replication i of the other.
 *
 * @param difference second minus first
 */
public record PairedDifference(Estimate difference) {
    /** What can be said about the difference. */
    public enum Verdict {
        /** The second system's figure is lower, and the interval excludes 0. */
        LOWER,
        /** No significant difference: the interval covers 0, or is not bounded. */
        TIE,
        /** The second system's figure is higher, and the interval excludes 0. */
        HIGHER
    }

    /**
     * Compares (paired t).
     *
     * @param first  one number a replication
     * @param second as many, of the same replications in the same order
     */
    public static PairedDifference of(double[] first, double[] second, double confidence) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " replications cannot be paired with " + second.length);
        }
        double[] differences = new double[first.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = second[i] - first[i];
        }
        return new PairedDifference(Estimate.ofReplications(differences, confidence));
    }

    /** Whether the interval excludes 0. */
    public boolean significant() {
        return !difference.covers(0);
    }

    /** The direction, if it is significant. */
    public Verdict verdict() {
        if (!significant()) {
            return Verdict.TIE;
        }
        return difference.mean() < 0 ? Verdict.LOWER : Verdict.HIGHER;
    }
}
