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
import org.quorate.intake.LunFigures;
import org.quorate.model.LunService;
import org.quorate.model.TimeDistribution;

/**
 * A distribution of times that fio measured, and the log-normal that fits its percentiles from the 1st to the
 * 99th, see {@link LogFit}. Immutable.
 *
 * @param distribution what the model gets
 * @param measuredMean nanoseconds
 * @param fit          of the percentiles; absent: there are too few, and mean and deviation are the measured ones
 */
record Latency(TimeDistribution distribution, double measuredMean, Optional<LogFit> fit) {

    private static final double LEAST = 1;
    private static final double MOST = 99;
    private static final int LEAST_POINTS = 3;

    /**
     * Of {@code clat_ns} or {@code lat_ns}.
     *
     * @return absent if nothing was measured, or out of the model's range
     */
    static Optional<Latency> of(JsonNode times) {
        double mean = times.path("mean").asDouble();
        if (times.path("N").asLong() <= 0 || !LunFigures.isTime(mean)) {
            return Optional.empty();
        }
        List<LogFit.Point> points = points(times.path("percentile"));
        return Optional.of(points.size() < LEAST_POINTS ? byMoments(mean, times.path("stddev").asDouble()) : byPercentiles(mean, points))
                .filter(latency -> LunFigures.isTime(latency.distribution().mean().toNanos()));
    }

    private static List<LogFit.Point> points(JsonNode percentiles) {
        List<LogFit.Point> points = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : percentiles.properties()) {
            double percent = entry.getKey().matches("[0-9]{1,3}(\\.[0-9]{1,9})?") ? Double.parseDouble(entry.getKey()) : 0;
            double nanos = entry.getValue().asDouble();
            if (percent >= LEAST && percent <= MOST && nanos > 0 && nanos <= LunService.LONGEST.toNanos()) {
                points.add(new LogFit.Point(percent, nanos));
            }
        }
        return points;
    }

    private static Latency byMoments(double mean, double deviation) {
        return new Latency(Fitted.times(mean, Math.max(0, deviation / mean)), mean, Optional.empty());
    }

    private static Latency byPercentiles(double mean, List<LogFit.Point> points) {
        LogFit fit = LogFit.of(points);
        return new Latency(fit.distribution(), mean, Optional.of(fit));
    }

    /** For people. */
    String words() {
        return String.format(Locale.ROOT, "measured mean %.1f us, ", measuredMean / 1000)
                + fit.map(LogFit::words).orElse("without percentiles, by mean and deviation");
    }
}
