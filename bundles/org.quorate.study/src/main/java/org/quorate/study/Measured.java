// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One contender with what the verdict needs of each replication. Immutable.
 *
 * @param samples    all replications
 * @param unsafe     why the design would lose data or hang; empty: nothing known
 * @param mixLatency mean latency over the operation mix, nanoseconds, one a replication; absent if there is none
 * @param lockBytes  lock memory of the fullest node, one a replication; see
 *                   {@link org.quorate.study.result.TotalFigures#lockBytes()}
 */
record Measured(ContenderSamples samples, List<String> unsafe, Optional<double[]> mixLatency, double[] lockBytes) {

    static Measured of(ContenderSamples samples, List<String> unsafe, MixWeights weights) {
        return new Measured(samples, unsafe, weights.latency(samples), fullest(samples));
    }

    /** Of the node and phase that have most on average, so that it is the figure of one node, not of the unluckiest. */
    private static double[] fullest(ContenderSamples samples) {
        double[] fullest = new double[samples.replications()];
        for (String phase : samples.phaseNames()) {
            int nodes = samples.phase(phase).get(0).frame().census().size();
            for (int node = 0; node < nodes; node++) {
                int index = node;
                double[] bytes = samples.each(phase, sample -> sample.frame().census().get(index).lockBytes());
                if (Arrays.stream(bytes).sum() > Arrays.stream(fullest).sum()) {
                    fullest = bytes;
                }
            }
        }
        return fullest;
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
