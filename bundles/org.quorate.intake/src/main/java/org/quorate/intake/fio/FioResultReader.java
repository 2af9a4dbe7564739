// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.fio;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quorate.intake.Fitted;
import org.quorate.intake.Imported;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.LunFigures;
import org.quorate.intake.Rejects;
import org.quorate.model.BitRate;
import org.quorate.model.Lun;
import org.quorate.model.LunService;
import org.quorate.model.TimeDistribution;
import org.quorate.model.UnitFormat;

/**
 * Reads results of fio ({@code --output-format=json} or {@code json+}) into service times of a LUN. Only requests past the page cache say
 * something of the device; only those that did not wait for others are service times. Pure function of the file, thread-safe.
 */
public final class FioResultReader {

    private static final int MOST_JOBS = 10_000;
    /** Up to it a request's time is mostly service, from {@link #STREAM} on mostly transfer. */
    private static final long SMALL = 64 << 10;
    private static final long STREAM = 256 << 10;

    private final Rejects rejects = new Rejects();
    private final List<String> remarks = new ArrayList<>();
    private final List<ResultJob> jobs = new ArrayList<>();

    private FioResultReader() {
    }

    /**
     * Reads a result of up to 64 MiB.
     *
     * @throws IntakeException if it is none, says nothing of a device, or is too large
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static Imported read(IntakeSource source) throws IOException {
        return new FioResultReader().imported(source);
    }

    private Imported imported(IntakeSource source) throws IOException {
        JsonNode result = FioJson.result(source, rejects);
        jobs(result);
        Optional<TimeDistribution> read = service(true);
        Optional<TimeDistribution> write = service(false);
        LunFigures figures = new LunFigures(read, write, flush(), bandwidth(read, write), queueDepth(read, write));
        if (figures.equals(LunFigures.NONE)) {
            throw new IntakeException("no job says something of the device" + (rejects.total() == 0 ? ""
                    : "; the first: " + rejects.first()));
        }
        missing(figures);
        return new Imported(List.of(), List.of(), figures, remarks, rejects.list());
    }

    private void jobs(JsonNode result) {
        Map<Integer, Integer> together = new HashMap<>();
        for (JsonNode job : result.path("jobs")) {
            together.merge(job.path("groupid").asInt(), 1, Integer::sum);
        }
        for (JsonNode node : result.path("jobs")) {
            ResultJob job = ResultJob.of(node, result.path("global options"), together.get(node.path("groupid").asInt()));
            if (jobs.size() == MOST_JOBS) {
                reject(job, "more than " + MOST_JOBS + " jobs");
            } else if (node.path("error").asInt() != 0) {
                reject(job, "it ended with an error");
            } else if (!job.direct()) {
                reject(job, "it went through the page cache (no direct=1), whose times are not the device's");
            } else if (!job.has(true) && !job.has(false)) {
                reject(job, "nothing was read or written");
            } else {
                jobs.add(job);
            }
        }
    }

    private void reject(ResultJob job, String reason) {
        rejects.add(0, "job " + job.name(), reason);
    }

    /** Of the small requests that did not wait, those most like the model's. */
    private Optional<TimeDistribution> service(boolean reads) {
        String what = reads ? "read" : "write";
        Optional<ResultJob> best = jobs.stream().filter(job -> job.has(reads) && job.alone() && job.block() <= SMALL && (reads || !job.through()))
                .min(Comparator.comparingLong((ResultJob job) -> Math.abs(job.block() - LunService.REQUEST))
                        .thenComparing(job -> !job.random())
                        .thenComparing(job -> job.node().path("sync").path("total_ios").asLong() > 0));
        Optional<Latency> latency = best.flatMap(job -> Latency.of(job.direction(reads).path("clat_ns")));
        latency.ifPresent(fit -> remarks.add(what + ": of " + Rejects.shown(best.get().name()) + "; " + fit.words()
                + (best.get().block() == LunService.REQUEST ? ""
                        : "; requests of " + best.get().block() + " B, the model's are of " + LunService.REQUEST + " B")
                + (best.get().random() ? "" : "; one after the other, the model's are anywhere")));
        if (best.isPresent() && latency.isEmpty()) {
            reject(best.get(), "its times are out of the range of "
                    + UnitFormat.format(LunService.SHORTEST) + " to " + UnitFormat.format(LunService.LONGEST) + ", or missing");
        }
        return latency.map(Latency::distribution);
    }

    private Optional<TimeDistribution> flush() {
        Optional<ResultJob> best = jobs.stream().filter(job -> job.alone() && job.node().path("sync").path("total_ios").asLong() > 0)
                .max(Comparator.comparingLong(job -> job.node().path("sync").path("total_ios").asLong()));
        Optional<Latency> latency = best.flatMap(job -> Latency.of(job.node().path("sync").path("lat_ns")));
        latency.ifPresent(fit -> remarks.add("flush: fsync of " + Rejects.shown(best.get().name()) + "; " + fit.words() + (best.get().device() ? ""
                : "; of a file, so it holds what its file system writes for it, too: on the bare device it would be the flush alone")));
        return latency.map(Latency::distribution);
    }

    /** What a large request takes longer than a small one, or else the rate itself. */
    private Optional<BitRate> bandwidth(Optional<TimeDistribution> read, Optional<TimeDistribution> write) {
        double best = 0;
        for (ResultJob job : jobs) {
            for (boolean reads : List.of(true, false)) {
                if (job.block() >= STREAM && job.has(reads)) {
                    best = Math.max(best, rate(job, reads, reads ? read : write));
                }
            }
        }
        if (!LunFigures.isRate(best)) {
            return Optional.empty();
        }
        remarks.add("bandwidth: the fastest stream; the link and the device are not told apart");
        return Optional.of(new BitRate(Fitted.threeDigits(best)));
    }

    private static double rate(ResultJob job, boolean reads, Optional<TimeDistribution> service) {
        double measured = job.direction(reads).path("bw_bytes").asDouble() * 8;
        double longer = job.direction(reads).path("clat_ns").path("mean").asDouble() - service.map(times -> (double) times.mean().toNanos()).orElse(0.0);
        return job.alone() && service.isPresent() && longer > 0 ? (job.block() - LunService.REQUEST) * 8e9 / longer : measured;
    }

    /** Requests in service at the same time: those a second times the time of one (Little's law). */
    private Optional<Integer> queueDepth(Optional<TimeDistribution> read, Optional<TimeDistribution> write) {
        Map<Integer, Double> served = new HashMap<>();
        Map<Integer, Double> offered = new HashMap<>();
        for (ResultJob job : jobs) {
            if (!job.alone() && job.block() <= SMALL) {
                double reads = job.direction(true).path("iops").asDouble() * nanos(read);
                double writes = job.direction(false).path("iops").asDouble() * nanos(write);
                served.merge(job.group(), (reads + writes) / 1e9, Double::sum);
                offered.merge(job.group(), job.depth() * job.together(), Double::sum);
            } else if (!job.alone() && job.block() < STREAM) {
                reject(job, "its requests wait for each other, and they are neither small nor a stream");
            }
        }
        Optional<Integer> busiest = served.entrySet().stream().filter(entry -> entry.getValue() > 0)
                .max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        busiest.ifPresent(group -> remarks.add(String.format(Locale.ROOT, "queueDepth: %.1f requests in service on average, with %.0f under way%s",
                served.get(group), offered.get(group), LunFigures.isLimited(served.get(group), offered.get(group))
                        ? "; it may be more, for more were not asked for" : "")));
        return busiest.map(group -> (int) Math.max(1, Math.min(Lun.MOST_QUEUE_DEPTH, Math.round(served.get(group)))));
    }

    private static double nanos(Optional<TimeDistribution> times) {
        return times.map(known -> (double) known.mean().toNanos()).orElse(0.0);
    }

    private void missing(LunFigures figures) {
        List<String> missing = new ArrayList<>();
        Map<String, Boolean> known = new LinkedHashMap<>();
        known.put("read (randread, bs=4k, iodepth=1)", figures.read().isPresent());
        known.put("write (randwrite, bs=4k, iodepth=1)", figures.write().isPresent());
        known.put("flush (fsync=1)", figures.flush().isPresent());
        known.put("bandwidth (bs=1m)", figures.bandwidth().isPresent());
        known.put("queueDepth (iodepth=32)", figures.queueDepth().isPresent());
        known.put("link", false);
        known.forEach((name, there) -> missing.addAll(there ? List.of() : List.of(name)));
        remarks.add("not measured, and kept as a scenario has them: " + String.join(", ", missing));
    }
}
