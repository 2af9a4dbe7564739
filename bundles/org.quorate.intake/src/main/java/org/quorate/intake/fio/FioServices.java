// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.fio;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.Rejects;
import org.quorate.model.measured.ServiceTimes;
import org.quorate.model.measured.ServiceTimes.What;
import org.quorate.model.measured.Times;

/** Reads the times of each job of a result of fio, for people. Pure function of the file, thread-safe. */
public final class FioServices {

    private static final int MOST_JOBS = 100;
    private static final double MOST_NANOS = 1e13;
    private static final double MOST_RATE = 1e13;

    private FioServices() {
    }

    /**
     * Reads a result of up to 64 MiB; jobs that failed have no times.
     *
     * @param node  that it is of
     * @param place device or file
     * @throws IntakeException if it is none, or too large
     */
    public static List<ServiceTimes> read(String node, String place, IntakeSource source) throws IOException {
        JsonNode result = FioJson.result(source, new Rejects());
        Map<Integer, Integer> together = new HashMap<>();
        result.path("jobs").forEach(job -> together.merge(job.path("groupid").asInt(), 1, Integer::sum));
        List<ServiceTimes> services = new ArrayList<>();
        for (JsonNode each : result.path("jobs")) {
            ResultJob job = ResultJob.of(each, result.path("global options"), together.get(each.path("groupid").asInt()));
            if (each.path("error").asInt() == 0 && services.size() < MOST_JOBS) {
                int depth = (int) Math.min(Integer.MAX_VALUE, Math.round(job.depth() * job.together()));
                add(services, node, place, job, depth);
            }
        }
        return services;
    }

    private static void add(List<ServiceTimes> services, String node, String place, ResultJob job, int depth) {
        JsonNode sync = job.node().path("sync");
        for (boolean reads : List.of(true, false)) {
            if (!reads && sync.path("total_ios").asLong() > 0) {
                // Between flushes a write is another thing.
                continue;
            }
            JsonNode direction = job.direction(reads);
            What what = !reads ? What.WRITE : job.random() ? What.READ : What.STREAM;
            double rate = direction.path("bw_bytes").asDouble();
            times(direction.path("clat_ns")).ifPresent(times -> services.add(new ServiceTimes(node, place, what, "fio", job.block(), depth, times,
                    rate > 0 && rate <= MOST_RATE ? Optional.of(rate) : Optional.empty())));
        }
        times(sync.path("lat_ns")).ifPresent(times -> services.add(new ServiceTimes(node, place, What.FLUSH, "fio", 0, depth, times,
                Optional.empty())));
    }

    private static Optional<Times> times(JsonNode node) {
        long count = node.path("N").asLong();
        double mean = node.path("mean").asDouble();
        double most = node.path("max").asDouble();
        JsonNode percentiles = node.path("percentile");
        if (count <= 0 || !(mean > 0 && mean <= MOST_NANOS && most >= mean && most <= MOST_NANOS) || percentiles.path("50.000000").isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(Times.single(count, mean, bounded(node.path("stddev")), bounded(node.path("min")),
                bounded(percentiles.path("50.000000")), bounded(percentiles.path("99.000000")), Optional.of(most)));
    }

    private static Optional<Double> bounded(JsonNode figure) {
        return Optional.of(figure).filter(JsonNode::isNumber).map(JsonNode::asDouble).filter(value -> value >= 0 && value <= MOST_NANOS);
    }
}
