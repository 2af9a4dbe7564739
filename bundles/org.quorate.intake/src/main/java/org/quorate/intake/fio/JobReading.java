// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.fio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.quorate.intake.Fitted;
import org.quorate.intake.Rejects;
import org.quorate.model.Bytes;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare.Position;
import org.quorate.model.OperationShare.Way;
import org.quorate.model.SizeDistribution;

/** From a section to a job of the model; tells each option that it has no use for, once. Used by one thread. */
final class JobReading {

    /** Change nothing of the load: what is logged, how results are written, with which bytes, under which user. */
    private static final String WITHOUT_EFFECT = "description|name|group_reporting|thread|new_group|stats|.*_log|log_.*|per_job_logs|"
            + ".*lat_percentiles|percentile_list|significant_figures|disable_.*|gtod_.*|clocksource|disk_util|unified_rw_reporting|"
            + "refill_buffers|zero_buffers|scramble_buffers|buffer_.*|dedupe_.*|randrepeat|allrandrepeat|randseed|norandommap|softrandommap|"
            + "random_generator|create_serialize|create_fsync|exitall.*|continue_on_error|ignore_error|error_dump|mem|iomem|hugepage-size|"
            + "uid|gid|unit_base|bwavgtime|iopsavgtime|directory|filename_format|unique_filename|eta.*|fallocate|overwrite|unlink|openfiles|"
            + "invalidate|allow_file_create|file_service_type|percentage_random";
    private static final long DEFAULT_BLOCK = 4096;
    /** Largest request of the model, and most of its threads. */
    private static final long MOST_BLOCK = 1L << 30;
    private static final int MOST_THREADS = 4096;
    /** What a file has where no option says it. */
    private static final long UNKNOWN_FILE = 1L << 30;
    private static final long MOST_FILE = 1L << 50;

    private final Rejects rejects;
    private final List<String> remarks;
    private final Set<Long> told = new HashSet<>();

    JobReading(Rejects rejects, List<String> remarks) {
        this.rejects = rejects;
        this.remarks = remarks;
    }

    /** The job; absent if the model cannot do it, which is told. */
    Optional<Job> job(JobSection section) {
        int base = value(section, "kb_base", FioUnits::number).orElse(1024L) == 1000 ? 1000 : 1024;
        boolean wall = flag(section, "stonewall");
        Engine engine = engine(section);
        Optional<List<Job.Part>> parts = engine.known() ? parts(section, engine) : Optional.empty();
        SizeDistribution blocks = blocks(section, base);
        int processes = (int) Math.min(MOST_THREADS, Math.max(1, value(section, "numjobs", FioUnits::number).orElse(1L)));
        int depth = depth(section, engine, processes);
        int files = (int) Math.min(1_000_000, Math.max(1, value(section, "nrfiles", FioUnits::number).orElse(1L)));
        Optional<Long> size = value(section, "size", text -> FioUnits.size(text, base));
        Optional<SizeDistribution> each = value(section, "filesize", text -> range(text, base, MOST_FILE));
        Optional<Long> whole = size.or(() -> each.map(one -> one.mean().value() * files));
        long loops = Math.max(1, value(section, "loops", FioUnits::number).orElse(1L));
        Optional<Long> moved = value(section, "io_size", text -> FioUnits.size(text, base)).or(() -> whole)
                .map(bytes -> (long) Math.min(1e18, (double) bytes * loops));
        Optional<Long> requests = value(section, "number_ios", FioUnits::number).map(number -> number * blocks.mean().value());
        Optional<Duration> runtime = value(section, "runtime", text -> FioUnits.time(text, "s")).filter(time -> !time.isZero());
        boolean byTime = flag(section, "time_based");
        if (runtime.isPresent() && !byTime && moved.isPresent()) {
            remark(section, "the phase lasts for the whole runtime, though fio ends once all is moved");
        }
        SizeDistribution fileSize = each.orElseGet(() -> SizeDistribution.constant(new Bytes(
                Math.max(1, Math.min(MOST_FILE, whole.map(bytes -> bytes / files).orElse(UNKNOWN_FILE))))));
        if (whole.isEmpty() && engine.known() && !engine.onNames()) {
            remark(section, "no option says how large its files are: 1 GiB is taken");
        }
        Job job = new Job(section.name(), wall, processes, depth, parts.orElse(List.of()), blocks, files, fileSize,
                section.take("filename").map(JobSection.Option::value), requests.or(() -> moved), runtime,
                value(section, "ramp_time", text -> FioUnits.time(text, "s")).orElse(Duration.ZERO), pause(section), rate(section, base, blocks));
        rest(section);
        return parts.isEmpty() ? Optional.empty() : Optional.of(job);
    }

    private void remark(JobSection section, String text) {
        remarks.add(Rejects.shown(section.name()) + ": " + text);
    }

    private void reject(JobSection.Option option, String reason) {
        if (told.add(option.line())) {
            rejects.add(option.line(), option.text(), reason);
        }
    }

    private <T> Optional<T> value(JobSection section, String key, Function<String, Optional<T>> parser) {
        Optional<JobSection.Option> option = section.take(key);
        Optional<T> value = option.flatMap(given -> parser.apply(given.value()));
        if (option.isPresent() && value.isEmpty()) {
            reject(option.get(), "not a value of " + key + " that can be used here");
        }
        return value;
    }

    private static boolean flag(JobSection section, String key) {
        return section.take(key).map(option -> !option.value().equals("0")).orElse(false);
    }

    private Engine engine(JobSection section) {
        Optional<JobSection.Option> option = section.take("ioengine");
        Engine engine = new Engine(option.map(JobSection.Option::value).orElse("psync"));
        if (!engine.known()) {
            reject(option.orElseThrow(), "no engine that works on files here; jobs with it are left out");
        }
        return engine;
    }

    private int depth(JobSection section, Engine engine, int processes) {
        Optional<JobSection.Option> option = section.take("iodepth");
        long depth = option.flatMap(given -> FioUnits.number(given.value())).orElse(1L);
        if (option.isPresent() && depth > 1 && !engine.asynchronous()) {
            reject(option.get(), "has no effect with a synchronous engine (" + Rejects.shown(engine.name()) + ")");
            return 1;
        }
        if (depth > 1) {
            remark(section, "an iodepth of " + depth + " is taken as so many threads");
        }
        return (int) Math.max(1, Math.min(MOST_THREADS / processes, depth));
    }

    private Optional<List<Job.Part>> parts(JobSection section, Engine engine) {
        Optional<JobSection.Option> option = section.take("rw");
        String[] words = option.map(JobSection.Option::value).orElse("read").split(":", 2);
        if (words.length > 1) {
            reject(option.orElseThrow(), "the part behind the colon: the model has no such pattern");
        }
        boolean direct = flag(section, "direct") || section.take("buffered").map(given -> given.value().equals("0")).orElse(false);
        Way how = engine.name().equals("mmap") ? Way.MAPPED : direct ? Way.DIRECT : Way.BUFFERED;
        double synced = synced(section);
        double reads = mixRead(section);
        if (engine.onNames()) {
            Operation operation = switch (engine.name()) {
                case "filecreate" -> Operation.CREATE;
                case "filestat" -> Operation.STAT;
                default -> Operation.UNLINK;
            };
            return Optional.of(List.of(new Job.Part(operation, 1, false, Position.START, Way.BUFFERED)));
        }
        Position at = words[0].startsWith("rand") ? Position.RANDOM : Position.NEXT;
        return switch (words[0]) {
            case "read", "randread" -> Optional.of(data(1, synced, at, how));
            case "write", "randwrite" -> Optional.of(data(0, synced, at, how));
            case "rw", "readwrite", "randrw" -> Optional.of(data(reads, synced, at, how));
            default -> {
                option.ifPresent(given -> reject(given, "no reads or writes; jobs with it are left out"));
                yield Optional.empty();
            }
        };
    }

    private static List<Job.Part> data(double reads, double synced, Position at, Way how) {
        List<Job.Part> parts = new ArrayList<>();
        parts.add(new Job.Part(Operation.READ, reads, false, at, how));
        parts.add(new Job.Part(Operation.WRITE, (1 - reads) * (1 - synced), false, at, how));
        parts.add(new Job.Part(Operation.WRITE, (1 - reads) * synced, true, at, how));
        parts.removeIf(part -> part.share() < 1e-9);
        return parts;
    }

    private double mixRead(JobSection section) {
        Optional<Double> written = value(section, "rwmixwrite", FioUnits::number).map(percent -> 1 - Math.min(100, percent) / 100.0);
        return value(section, "rwmixread", FioUnits::number).map(percent -> Math.min(100, percent) / 100.0).or(() -> written).orElse(0.5);
    }

    /** Share of the writes that are followed by fsync, or written through. */
    private double synced(JobSection section) {
        Optional<Long> every = value(section, "fsync", FioUnits::number).filter(number -> number > 0);
        Optional<Long> data = value(section, "fdatasync", FioUnits::number).filter(number -> number > 0);
        Optional<JobSection.Option> through = section.take("sync").filter(option -> !option.value().matches("0|none"));
        if (through.isPresent()) {
            remark(section, "writing through (sync) is taken as fsync after each write");
        }
        return through.isPresent() ? 1 : every.or(() -> data).map(number -> 1.0 / number).orElse(0.0);
    }

    private SizeDistribution blocks(JobSection section, int base) {
        Optional<SizeDistribution> split = value(section, "bssplit", text -> BlockSplit.read(text, base));
        Optional<SizeDistribution> range = value(section, "bsrange", text -> range(text, base, MOST_BLOCK));
        Optional<SizeDistribution> plain = value(section, "bs", text -> FioUnits.size(text, base)
                .filter(size -> size > 0 && size <= MOST_BLOCK).map(size -> SizeDistribution.constant(new Bytes(size))));
        return split.or(() -> range).or(() -> plain).orElseGet(() -> SizeDistribution.constant(new Bytes(DEFAULT_BLOCK)));
    }

    /** {@code 4k} or {@code 4k-64k}, each size in between equally likely: the log-normal of that mean and variation. */
    private static Optional<SizeDistribution> range(String text, int base, long most) {
        String[] ends = text.split("-", 2);
        Optional<Long> low = FioUnits.size(ends[0], base).filter(size -> size > 0);
        Optional<Long> high = ends.length == 1 ? low : FioUnits.size(ends[1], base);
        if (low.isEmpty() || high.isEmpty() || high.get() < low.get() || high.get() > most) {
            return Optional.empty();
        }
        long mean = low.get() + (high.get() - low.get()) / 2;
        double variation = (high.get() - low.get()) / StrictMath.sqrt(12) / mean;
        return Optional.of(Fitted.sizes(new Bytes(mean), variation));
    }

    private Duration pause(JobSection section) {
        Duration pause = value(section, "thinktime", text -> FioUnits.time(text, "us")).orElse(Duration.ZERO);
        long blocks = Math.max(1, value(section, "thinktime_blocks", FioUnits::number).orElse(1L));
        if (blocks > 1 && !pause.isZero()) {
            remark(section, "a pause after every " + blocks + " blocks is taken as a shorter one after each");
        }
        Duration each = pause.dividedBy(blocks);
        return each.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : each;
    }

    /** Requests a second of a process; as arrivals they make the load an open one. */
    private Optional<Double> rate(JobSection section, int base, SizeDistribution blocks) {
        Optional<Double> requests = value(section, "rate_iops", FioUnits::number).map(Long::doubleValue);
        Optional<Double> bytes = value(section, "rate", text -> FioUnits.size(text, base)).map(each -> (double) each / blocks.mean().value());
        return requests.or(() -> bytes).filter(rate -> rate > 0);
    }

    private void rest(JobSection section) {
        for (Map.Entry<String, JobSection.Option> option : section.rest().entrySet()) {
            if (!option.getKey().matches(WITHOUT_EFFECT)) {
                reject(option.getValue(), "the model has nothing for this option");
            }
        }
    }
}
