// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.Optional;
import org.quorate.cluster.result.LatencySeries;
import org.quorate.sim.output.WarmUp;
import org.quorate.study.result.WarmUpFigures;

/**
 * Looks whether phases were steady after their warm-up. Immutable.
 *
 * @param intervals over the replications
 */
record WarmUpAnalysis(Intervals intervals) {

    /** Ten batches of MSER-5: with fewer there is nothing to be seen. */
    private static final int FEWEST_BINS = 50;

    /** What changes the mean by less is not worth a warning, however narrow the interval is. */
    private static final double SMALLEST = 0.01;

    /** Absent if the phase ends with its work, is saturated, or has so few operations that nothing can be seen. */
    Optional<WarmUpFigures> of(ContenderSamples samples, String phase) {
        LatencySeries series = samples.series(phase);
        if (series.binNanos() == 0 || samples.saturated(phase)) {
            return Optional.empty();
        }
        while (series.hasGaps() && series.counts().length > FEWEST_BINS) {
            series = series.halved();
        }
        if (series.hasGaps()) {
            return Optional.empty();
        }
        WarmUp warmUp = WarmUp.of(series.means());
        long mser5 = warmUp.observations() * series.binNanos();
        double steady = series.meanFrom(mser5);
        if (mser5 <= series.leftOutNanos() || steady == 0) {
            return Optional.of(new WarmUpFigures(series.leftOutNanos(), mser5, warmUp.reached(), 0, false));
        }
        double change = series.meanFrom(series.leftOutNanos()) - steady;
        double halfWidth = intervals.of(samples.each(phase, PhaseSample::meanNanos)).halfWidth();
        return Optional.of(new WarmUpFigures(series.leftOutNanos(), mser5, warmUp.reached(), change / steady,
                Math.abs(change) > Math.max(halfWidth, SMALLEST * steady)));
    }
}
