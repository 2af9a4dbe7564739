// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.quorate.model.KernelProfile;
import org.quorate.model.Scenario;
import org.quorate.model.StudySettings;
import org.quorate.study.ComparisonJobs;
import org.quorate.study.ComparisonWork;
import org.quorate.study.RunEngine;
import org.quorate.study.Runs;
import org.quorate.study.StudyListener;

/**
 * Makes the comparisons of a sweep, the runs of all points in parallel, except those that a store has kept. Thread-safe;
 * the result depends on the plan, the version and the build only, not on threads, interruptions, or what was kept.
 */
public final class SweepStudy {

    private final Runs runs;
    private final ComparisonJobs jobs;
    private final String version;
    private final String build;

    /**
     * A study.
     *
     * @param engine  makes the runs
     * @param kernels finds the profile of a kernel version
     * @param threads that make runs at the same time, at least 1
     * @param version of the program, for the result
     * @param build   of the program: points kept by another one are not used
     */
    public SweepStudy(RunEngine engine, Function<String, KernelProfile> kernels, int threads, String version, String build) {
        this.runs = new Runs(engine, threads);
        this.jobs = new ComparisonJobs(kernels, version);
        this.version = version;
        this.build = build;
    }

    /**
     * What came of a sweep.
     *
     * @param sweep the figures, the same whatever was kept
     * @param kept  points that were kept from before
     */
    public record Done(Sweep sweep, int kept) {
    }

    /**
     * Makes all points. A point whose run fails says so; the others are made all the same.
     *
     * @param listener hears of the runs that are to be made, without those of kept points; of nothing if there are none
     * @throws CancellationException        if cancelled; points that were finished are kept
     * @throws java.io.UncheckedIOException if the store fails
     */
    public Done sweep(SweepPlan plan, PointStore store, StudyListener listener, BooleanSupplier cancelled) {
        List<String> keys = new ArrayList<>();
        Map<String, PointOutcome> kept = new LinkedHashMap<>();
        Map<String, ComparisonWork<PointOutcome>> work = new LinkedHashMap<>();
        for (PlannedPoint point : plan.points()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("cancelled");
            }
            String key = PointKey.of(point.scenario(), build);
            keys.add(key);
            if (!kept.containsKey(key) && !work.containsKey(key)) {
                store.find(key).ifPresentOrElse(outcome -> kept.put(key, outcome), () -> work.put(key,
                        new ComparisonWork<>(jobs.all(point.scenario()), job -> PointOutcome.kept(job, key, store))));
            }
        }
        runs.make(List.copyOf(work.values()), listener, cancelled);
        List<SweepPoint> points = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            ComparisonWork<PointOutcome> made = work.get(keys.get(i));
            points.add(new SweepPoint(plan.points().get(i).values(),
                    made == null ? Optional.of(kept.get(keys.get(i))) : made.outcome(),
                    made == null ? Optional.empty() : made.failure()));
        }
        Scenario base = plan.base();
        StudySettings settings = base.study();
        Sweep sweep = new Sweep(Sweep.FORMAT, base.name(), base.title(), version, Basis.of(base, build),
                plan.varies(SweepSettings.SEED) ? OptionalLong.empty() : OptionalLong.of(settings.seed()),
                plan.varies(SweepSettings.REPLICATIONS) ? OptionalInt.empty() : OptionalInt.of(settings.replications()),
                plan.varies(SweepSettings.CONFIDENCE) ? OptionalDouble.empty() : OptionalDouble.of(settings.confidence()),
                plan.together(), plan.fields(), points);
        return new Done(sweep, (int) keys.stream().filter(kept::containsKey).count());
    }
}
