// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.fio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quorate.intake.Fitted;
import org.quorate.intake.Normal;
import org.quorate.model.TimeDistribution;

/**
 * A distribution of times that fio measured, and the log-normal that fits its percentiles: the straight line of their logarithms over the
 * quantiles of the normal distribution, by least squares, from the 1st to the 99th. Immutable.
 *
 * @param distribution what the model gets
 * @param measuredMean nanoseconds
 * @param worst        largest relative difference of a percentile of the fit and the measured one; negative: there are no percentiles
 */
record Latency(TimeDistribution distribution, double measuredMean, double worst) {

    private static final double LEAST = 1;
    private static final double MOST = 99;
    private static final double POOR = 0.5;
    private static final int LEAST_POINTS = 3;
    /** Limits of the model's service times. */
    private static final double SHORTEST_NANOS = 100;
    private static final double LONGEST_NANOS = 10e9;

    /** A percentile: its quantile of the normal distribution and the logarithm of the time. */
    private record Point(double z, double log) {
    }

    /**
     * Of {@code clat_ns} or {@code lat_ns}.
     *
     * @return absent if nothing was measured, or out of the model's range
     */
    static Optional<Latency> of(JsonNode times) {
        double mean = times.path("mean").asDouble();
        if (times.path("N").asLong() <= 0 || !(mean >= SHORTEST_NANOS && mean <= LONGEST_NANOS)) {
            return Optional.empty();
        }
        List<Point> points = points(times.path("percentile"));
        return Optional.of(points.size() < LEAST_POINTS ? byMoments(mean, times.path("stddev").asDouble()) : byPercentiles(mean, points))
                .filter(fit -> fit.distribution().mean().toNanos() >= SHORTEST_NANOS && fit.distribution().mean().toNanos() <= LONGEST_NANOS);
    }

    private static List<Point> points(JsonNode percentiles) {
        List<Point> points = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : percentiles.properties()) {
            double percent = entry.getKey().matches("[0-9]{1,3}(\\.[0-9]{1,9})?") ? Double.parseDouble(entry.getKey()) : 0;
            double nanos = entry.getValue().asDouble();
            if (percent >= LEAST && percent <= MOST && nanos > 0 && nanos <= LONGEST_NANOS) {
                points.add(new Point(Normal.quantile(percent / 100), StrictMath.log(nanos)));
            }
        }
        return points;
    }

    private static Latency byMoments(double mean, double deviation) {
        return new Latency(Fitted.times(mean, Math.max(0, deviation / mean)), mean, -1);
    }

    private static Latency byPercentiles(double mean, List<Point> points) {
        double z = 0;
        double y = 0;
        double zz = 0;
        double zy = 0;
        for (Point point : points) {
            z += point.z();
            y += point.log();
            zz += point.z() * point.z();
            zy += point.z() * point.log();
        }
        double spread = points.size() * zz - z * z;
        double sigma = spread <= 0 ? 0 : Math.max(0, (points.size() * zy - z * y) / spread);
        double mu = (y - sigma * z) / points.size();
        double worst = 0;
        for (Point point : points) {
            worst = Math.max(worst, Math.abs(StrictMath.expm1(mu + sigma * point.z() - point.log())));
        }
        double variation = StrictMath.sqrt(StrictMath.expm1(sigma * sigma));
        return new Latency(Fitted.times(StrictMath.exp(mu + sigma * sigma / 2), variation), mean, worst);
    }

    /** For people. */
    String words() {
        String mean = String.format(Locale.ROOT, "measured mean %.1f us, ", measuredMean / 1000);
        return mean + (worst < 0 ? "without percentiles, by mean and deviation"
                : String.format(Locale.ROOT, "percentiles 1 to 99 within %.0f %% of the fit%s", 100 * worst,
                        worst > POOR ? ", which is poor: the times are not log-normal" : ""));
    }
}
