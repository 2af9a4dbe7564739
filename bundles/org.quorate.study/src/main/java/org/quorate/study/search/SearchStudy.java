// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.quorate.model.KernelProfile;
import org.quorate.model.Scenario;
import org.quorate.study.ComparisonJobs;
import org.quorate.study.ComparisonWork;
import org.quorate.study.RunEngine;
import org.quorate.study.Runs;
import org.quorate.study.StudyListener;
import org.quorate.study.sweep.PointOutcome;
import org.quorate.study.sweep.PointStore;
import org.quorate.study.text.TargetText;

/**
 * Searches, the contenders side by side: in each round, the runs that any of them needs next are made in parallel, except those
 * of values that a store has kept. Thread-safe; the result depends on the plan and the version only, not on threads,
 * interruptions, or what was kept.
 */
public final class SearchStudy {

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
     * @param build   of the program: values kept by another one are not used
     */
    public SearchStudy(RunEngine engine, Function<String, KernelProfile> kernels, int threads, String version, String build) {
        this.runs = new Runs(engine, threads);
        this.jobs = new ComparisonJobs(kernels, version);
        this.version = version;
        this.build = build;
    }

    /**
     * What came of a search.
     *
     * @param search the same whatever was kept
     * @param runs   that were made; those of kept values were not
     * @param kept   evaluated values that were kept from before
     */
    public record Done(Search search, int runs, int kept) {
    }

    /**
     * Searches. A contender whose run fails says so; the others are searched all the same.
     *
     * @param listener hears of the runs; how many there will be is an estimate
     * @throws IllegalArgumentException     with a message for the user if the scenario does not allow a value between the ends
     * @throws CancellationException        if cancelled; values that were finished are kept
     * @throws java.io.UncheckedIOException if the store fails
     */
    public Done search(SearchPlan plan, PointStore store, StudyListener listener, BooleanSupplier cancelled) {
        List<ContenderSearch> searches = plan.labels().stream()
                .map(label -> new ContenderSearch(plan, label, value -> new Evaluation(plan, jobs, build, label, value))).toList();
        int made = 0;
        while (true) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("cancelled");
            }
            List<ComparisonWork<PointOutcome>> work = searches.stream().flatMap(search -> search.next(store).stream())
                    .map(evaluation -> evaluation.work(store)).toList();
            if (work.isEmpty()) {
                return new Done(result(plan, searches), made, searches.stream().mapToInt(ContenderSearch::kept).sum());
            }
            int before = made;
            int later = searches.stream().mapToInt(ContenderSearch::runsLater).sum();
            runs.make(work, listener.part(before, later), cancelled);
            made += work.stream().mapToInt(one -> one.requests().size()).sum();
        }
    }

    private Search result(SearchPlan plan, List<ContenderSearch> searches) {
        Scenario base = plan.base();
        return new Search(Search.FORMAT, base.name(), base.title(), version, base.study().seed(), base.study().replications(),
                plan.mostReplications(), base.study().confidence(), plan.field().path(), plan.field().dimension(),
                text(plan, plan.field().low()), text(plan, plan.field().high()), plan.toleranceText(),
                plan.targets().stream().map(TargetText::of).toList(), plan.targets(),
                searches.stream().map(ContenderSearch::result).toList());
    }

    private static String text(SearchPlan plan, BigDecimal value) {
        return plan.field().text(value);
    }
}
