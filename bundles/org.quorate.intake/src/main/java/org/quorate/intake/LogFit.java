// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake;

import java.util.List;
import java.util.Locale;
import org.quorate.model.TimeDistribution;

/**
 * The log-normal distribution that fits percentiles: the straight line of their logarithms over the quantiles of the normal distribution, by
 * least squares. Immutable.
 *
 * @param mean      nanoseconds
 * @param variation standard deviation over mean
 * @param worst     largest relative difference of a percentile of the fit and the given one
 */
public record LogFit(double mean, double variation, double worst) {

    /**
     * Beyond it the shape is another one: some percentile is more than half off. A judgement, by what was drawn some hundred times: of 200
     * times of a log-normal that varies by 80 % two in a hundred samples are beyond it, of 1000 none; where one time in twenty is fifty
     * times as long as the others, as of a disk behind a cache, all are.
     */
    private static final double POOR = 0.5;

    /**
     * A percentile.
     *
     * @param percent more than 0, less than 100
     * @param nanos   more than 0
     */
    public record Point(double percent, double nanos) {
    }

    /** The fit of one point or more. */
    public static LogFit of(List<Point> points) {
        double z = 0;
        double y = 0;
        double zz = 0;
        double zy = 0;
        for (Point point : points) {
            double quantile = Normal.quantile(point.percent() / 100);
            double log = StrictMath.log(point.nanos());
            z += quantile;
            y += log;
            zz += quantile * quantile;
            zy += quantile * log;
        }
        double spread = points.size() * zz - z * z;
        double sigma = spread <= 0 ? 0 : Math.max(0, (points.size() * zy - z * y) / spread);
        double mu = (y - sigma * z) / points.size();
        double worst = 0;
        for (Point point : points) {
            worst = Math.max(worst, Math.abs(StrictMath.expm1(mu + sigma * Normal.quantile(point.percent() / 100) - StrictMath.log(point.nanos()))));
        }
        return new LogFit(StrictMath.exp(mu + sigma * sigma / 2), StrictMath.sqrt(StrictMath.expm1(sigma * sigma)), worst);
    }

    /** The times are not log-normal. */
    public boolean isPoor() {
        return worst > POOR;
    }

    /** For people: how well it fits percentiles from the 1st to the 99th. */
    public String words() {
        return String.format(Locale.ROOT, "percentiles 1 to 99 within %.0f %% of the fit%s", 100 * worst,
                isPoor() ? ", which is poor: the times are not log-normal" : "");
    }

    /** What the model gets. */
    public TimeDistribution distribution() {
        return Fitted.times(mean, variation);
    }
}
