// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.fit;

import java.util.List;
import org.quorate.model.Scenario;

/**
 * Fitted parameters with what they leave unexplained. Immutable, thread-safe.
 *
 * @param version     of the program
 * @param training    runs that were fitted to
 * @param evaluations of the objective that were made
 * @param costBefore  the objective at the start
 * @param costAfter   at the end
 * @param before      where the search started
 * @param after       the best that it found
 * @param fitted      the scenario of the first run with these values
 * @param residuals   of all runs, those held out too
 */
public record Fit(String version, List<String> training, int evaluations, double costBefore, double costAfter,
        ParameterSet before, ParameterSet after, Scenario fitted, List<Residual> residuals) {

    public Fit {
        training = List.copyOf(training);
        residuals = List.copyOf(residuals);
    }

    /**
     * One measured figure.
     *
     * @param heldOut  the fit did not see it
     * @param latency  it is a time, its values are microseconds; else they are lock messages an operation
     * @param measured what was measured
     * @param before   simulated with the values at the start
     * @param after    simulated with the fitted values
     */
    public record Residual(String run, boolean heldOut, String phase, String figure, boolean latency, double measured, double before,
            double after) {
    }

    /** Median of the residuals' absolute relative errors; NaN if there are none. */
    public double medianError(boolean heldOut) {
        double[] errors = residuals.stream().filter(row -> row.heldOut() == heldOut)
                .mapToDouble(row -> Math.abs(row.after() / row.measured() - 1)).sorted().toArray();
        int half = errors.length / 2;
        return errors.length == 0 ? Double.NaN : errors.length % 2 == 1 ? errors[half] : (errors[half - 1] + errors[half]) / 2;
    }
}
