// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.fio;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.quorate.intake.Imported;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.LunFigures;
import org.quorate.intake.Names;
import org.quorate.intake.Rejects;
import org.quorate.model.Bytes;
import org.quorate.model.FileSet;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.OperationShare.Access;
import org.quorate.model.Phase;
import org.quorate.model.SizeDistribution;
import org.quorate.model.TimeDistribution;

/**
 * Reads a job file of fio into sets of files and phases: jobs that run at the same time are one phase, and {@code stonewall} begins
 * the next. Each node does all jobs on files of its own, unless {@code filename} names them. Pure function of the file, thread-safe.
 */
public final class FioJobReader {

    /** The model's most sets, phases, and operations of a mix (a job has up to three). */
    private static final int MOST_JOBS = 64;
    private static final int MOST_PARTS = 64;
    private static final int MOST_THREADS = 4096;
    private static final long MOST_FILES = 100_000_000;
    /** Beyond it a longer run only repeats itself. */
    private static final long MOST_OPERATIONS = 1_000_000;
    private static final Duration LONGEST = Duration.ofHours(24);
    /** For jobs that nothing ends. */
    private static final Duration UNKNOWN = Duration.ofSeconds(10);

    private final int nodes;
    private final Rejects rejects = new Rejects();
    private final List<String> remarks = new ArrayList<>();
    private final Names setNames = new Names(List.of());
    private final Names phaseNames = new Names(List.of());
    private final Map<String, FileSet> sharedSets = new LinkedHashMap<>();
    private final List<FileSet> sets = new ArrayList<>();
    private final List<Phase> phases = new ArrayList<>();

    private FioJobReader(int nodes) {
        this.nodes = nodes;
    }

    /**
     * Reads a job file of up to 1 MiB.
     *
     * @param nodes that will do the work, each all of it
     * @throws IntakeException if it has no job that can be used, or is too large
     */
    public static Imported read(int nodes, IntakeSource source) throws IOException {
        return new FioJobReader(nodes).read(source);
    }

    private Imported read(IntakeSource source) throws IOException {
        JobReading reading = new JobReading(rejects, remarks);
        List<Job> together = new ArrayList<>();
        int count = 0;
        for (JobSection section : JobFile.read(source, rejects)) {
            Optional<Job> job = count < MOST_JOBS ? reading.job(section) : Optional.empty();
            if (count >= MOST_JOBS) {
                rejects.add(section.line(), "[" + section.name() + "]", "more than " + MOST_JOBS + " jobs");
                continue;
            }
            if (job.isEmpty()) {
                rejects.add(section.line(), "[" + section.name() + "]", "the job is left out");
                continue;
            }
            count++;
            int parts = together.stream().mapToInt(other -> other.parts().size()).sum();
            if (!together.isEmpty() && (job.get().afterOthers() || parts + job.get().parts().size() > MOST_PARTS)) {
                phase(together);
                together.clear();
            }
            together.add(job.get());
        }
        if (!together.isEmpty()) {
            phase(together);
        }
        if (phases.isEmpty()) {
            throw new IntakeException("there is no job that can be used"
                    + (rejects.total() == 0 ? "" : "; first of what is in the way: " + rejects.first()));
        }
        remarks.add("each of " + nodes + " nodes does all jobs; writes go to files that are there, as with overwrite=1");
        return new Imported(sets, phases, LunFigures.NONE, remarks, rejects.list());
    }

    private void phase(List<Job> jobs) {
        int threads = Math.min(MOST_THREADS, jobs.stream().mapToInt(Job::threads).sum());
        List<OperationShare> mix = new ArrayList<>();
        for (Job job : jobs) {
            FileSet set = set(job);
            for (Job.Part part : job.parts()) {
                mix.add(share(job, part, set));
            }
        }
        String name = phaseNames.next(jobs.get(0).name(), "job");
        if (jobs.size() > 1) {
            remarks.add(name + ": " + jobs.size() + " jobs at the same time; each of the " + threads
                    + " threads of a node does the work of all, in the shares of their processes and iodepths");
        }
        Optional<Duration> runtime = jobs.stream().flatMap(job -> job.runtime().stream()).max(Duration::compareTo);
        Duration ramp = jobs.stream().map(Job::rampTime).max(Duration::compareTo).orElse(Duration.ZERO);
        double operations = jobs.stream().mapToDouble(job -> job.operations() * job.threads()).sum() / threads;
        boolean counted = runtime.isEmpty() && jobs.stream().allMatch(FioJobReader::ends);
        if (counted && operations > MOST_OPERATIONS) {
            remarks.add(name + ": " + String.format(Locale.ROOT, "%.0f", operations) + " operations of a thread are cut to a million");
        }
        if (!counted && runtime.isEmpty()) {
            remarks.add(name + ": nothing ends it, so it lasts " + UNKNOWN.toSeconds() + " s");
        }
        Duration wanted = runtime.orElse(UNKNOWN).plus(ramp);
        Duration duration = counted ? Duration.ZERO : wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
        Duration warmUp = !counted && ramp.compareTo(duration) < 0 ? ramp : Duration.ZERO;
        phases.add(new Phase(name, load(name, jobs, threads, counted), duration, warmUp,
                counted ? OptionalLong.of(Math.max(1, Math.min(MOST_OPERATIONS, Math.round(operations)))) : OptionalLong.empty(), List.of(),
                false, false, true, false, false, mix));
    }

    private static boolean ends(Job job) {
        return job.bytes().isPresent() || job.parts().get(0).operation() != Operation.READ && job.parts().get(0).operation() != Operation.WRITE;
    }

    private Phase.Load load(String name, List<Job> jobs, int threads, boolean counted) {
        boolean rated = jobs.stream().allMatch(job -> job.rate().isPresent());
        if (rated && !counted) {
            remarks.add(name + ": its rate, a ceiling in fio, is taken as what arrives");
            return new Phase.Open(Math.min(1e7, jobs.stream().mapToDouble(job -> job.rate().orElseThrow() * job.processes()).sum()));
        }
        if (jobs.stream().anyMatch(job -> job.rate().isPresent())) {
            remarks.add(name + ": a rate is not used, because not all of its jobs have one and a runtime");
        }
        double pause = jobs.stream().mapToDouble(job -> (double) job.pause().toNanos() * job.threads()).sum()
                / jobs.stream().mapToInt(Job::threads).sum();
        if (jobs.stream().map(Job::pause).distinct().count() > 1) {
            remarks.add(name + ": its jobs pause differently; the mean is taken");
        }
        return new Phase.Closed(threads, TimeDistribution.constant(Duration.ofNanos(Math.round(pause))));
    }

    private FileSet set(Job job) {
        if (job.sharedName().isPresent()) {
            return sharedSets.computeIfAbsent(job.sharedName().get(), name -> {
                int files = Math.min(1000, name.split(":").length);
                remarks.add(Rejects.shown(name) + ": all nodes and processes share " + (files == 1 ? "this file" : "these files"));
                return added(job, name.substring(name.lastIndexOf('/') + 1), files, FileSet.Layout.SHARED);
            });
        }
        boolean makes = job.parts().get(0).operation() == Operation.CREATE;
        return added(job, job.name(), makes ? 0 : Math.min(MOST_FILES, (long) job.files() * job.processes() * nodes), FileSet.Layout.PRIVATE);
    }

    private FileSet added(Job job, String wanted, long files, FileSet.Layout layout) {
        String name = setNames.next(wanted, "files");
        FileSet set = new FileSet(name, name, files, job.fileSize(), layout, 1, Optional.empty(), FileSet.Made.AT_START, 16);
        sets.add(set);
        return set;
    }

    private static OperationShare share(Job job, Job.Part part, FileSet set) {
        boolean data = part.operation() == Operation.READ || part.operation() == Operation.WRITE;
        Access access = set.layout() == FileSet.Layout.PRIVATE ? Access.OWN : set.files() == 1 ? Access.FIRST : Access.ANY;
        double weight = Math.round(part.share() * job.threads() * 1e6) / 1e6;
        return new OperationShare(part.operation(), weight, set.name(), access, 0,
                part.operation() == Operation.STAT || part.operation() == Operation.UNLINK
                        ? SizeDistribution.constant(Bytes.ZERO) : job.blocks(),
                part.fsync(), data, part.at(), part.how(), List.of(), OptionalLong.empty());
    }
}
