// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.List;
import java.util.Optional;

/**
 * One contender with what the verdict needs of each replication. Immutable.
 *
 * @param samples    all replications
 * @param unsafe     why the design would lose data or hang; empty: nothing known
 * @param mixLatency mean latency over the operation mix, nanoseconds, one a replication; absent if there is none
 * @param lockBytes  lock memory of the fullest node at the end of the measured phase where it is largest, one a
 *                   replication
 */
record Measured(ContenderSamples samples, List<String> unsafe, Optional<double[]> mixLatency, double[] lockBytes) {

    static Measured of(ContenderSamples samples, List<String> unsafe, MixWeights weights) {
        double[] lockBytes = new double[samples.replications()];
        for (String phase : samples.phaseNames()) {
            double[] fullest = samples.each(phase, MemoryAnalysis::fullest);
            for (int i = 0; i < lockBytes.length; i++) {
                lockBytes[i] = Math.max(lockBytes[i], fullest[i]);
            }
        }
        return new Measured(samples, unsafe, weights.latency(samples), lockBytes);
    }

    String label() {
        return samples.label();
    }

    boolean candidate() {
        return MixWeights.isCandidate(samples.spec());
    }

    /** The first measured phase that is saturated. */
    Optional<String> saturatedPhase() {
        return samples.phaseNames().stream().filter(samples::saturated).findFirst();
    }
}
