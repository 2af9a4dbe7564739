// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.fio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quorate.intake.Fitted;
import org.quorate.intake.LogFit;
import org.quorate.model.TimeDistribution;

/**
 * A distribution of times that fio measured, and the log-normal that fits its percentiles from the 1st to the
 * 99th, see {@link LogFit}. Immutable.
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
        List<LogFit.Point> points = points(times.path("percentile"));
        return Optional.of(points.size() < LEAST_POINTS ? byMoments(mean, times.path("stddev").asDouble()) : byPercentiles(mean, points))
                .filter(fit -> fit.distribution().mean().toNanos() >= SHORTEST_NANOS && fit.distribution().mean().toNanos() <= LONGEST_NANOS);
    }

    private static List<LogFit.Point> points(JsonNode percentiles) {
        List<LogFit.Point> points = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : percentiles.properties()) {
            double percent = entry.getKey().matches("[0-9]{1,3}(\\.[0-9]{1,9})?") ? Double.parseDouble(entry.getKey()) : 0;
            double nanos = entry.getValue().asDouble();
            if (percent >= LEAST && percent <= MOST && nanos > 0 && nanos <= LONGEST_NANOS) {
                points.add(new LogFit.Point(percent, nanos));
            }
        }
        return points;
    }

    private static Latency byMoments(double mean, double deviation) {
        return new Latency(Fitted.times(mean, Math.max(0, deviation / mean)), mean, -1);
    }

    private static Latency byPercentiles(double mean, List<LogFit.Point> points) {
        LogFit fit = LogFit.of(points);
        return new Latency(fit.distribution(), mean, fit.worst());
    }

    /** For people. */
    String words() {
        String mean = String.format(Locale.ROOT, "measured mean %.1f us, ", measuredMean / 1000);
        return mean + (worst < 0 ? "without percentiles, by mean and deviation"
                : String.format(Locale.ROOT, "percentiles 1 to 99 within %.0f %% of the fit%s", 100 * worst,
                        worst > POOR ? ", which is poor: the times are not log-normal" : ""));
    }
}
