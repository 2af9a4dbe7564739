// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.quorate.model.LocalSpec;
import org.quorate.model.Scenario;
import org.quorate.report.sizing.SizingResults;
import org.quorate.study.accuracy.AccuracySummary;
import org.quorate.study.failure.Failure;
import org.quorate.study.failure.FailurePlan;
import org.quorate.study.result.Comparison;
import org.quorate.study.search.Search;
import org.quorate.study.search.SearchPlan;
import org.quorate.study.search.SearchStudy;
import org.quorate.study.sensitivity.Sensitivity;
import org.quorate.study.sensitivity.SensitivityPlan;
import org.quorate.study.sweep.PointKey;

/** Runs the parts of a sizing report, one after the other. Used once, by one thread. */
final class SizingRun {

    private final QuorateApp app;
    private final String build;
    private final SizingPlan plan;
    private final Function<SizingPart, String> names;
    private final Progress progress;
    private final List<SizingPart> made = new ArrayList<>();
    private final List<SizingPart> kept = new ArrayList<>();
    private int done;
    private int left;

    SizingRun(QuorateApp app, String build, SizingPlan plan, Function<SizingPart, String> names, Progress progress) {
        this.app = app;
        this.build = build;
        this.plan = plan;
        this.names = names;
        this.progress = progress;
    }

    MakeSizingReport.Made run() throws IOException {
        left = comparisonRuns() + nodeLessRuns() + capacityRuns() + sensitivityRuns() + plan.failures().size();
        Comparison comparison = plan.given().isPresent() ? there(SizingPart.COMPARISON, plan.given().get(), comparisonRuns())
                : compare(SizingPart.COMPARISON, plan.scenario(), comparisonRuns());
        Optional<Comparison> nodeLess = plan.nodeLess().isEmpty() ? Optional.empty()
                : Optional.of(compare(SizingPart.NODE_LESS, plan.nodeLess().get(), nodeLessRuns()));
        Optional<Search> capacity = plan.capacity().isEmpty() ? Optional.empty() : Optional.of(search(plan.capacity().get()));
        Optional<Sensitivity> sensitivity = plan.sensitivity().isEmpty() ? Optional.empty() : Optional.of(rank(plan.sensitivity().get()));
        SizingResults results = new SizingResults(plan.scenario(), comparison, nodeLess, capacity, sensitivity, failures(), plan.sweeps(),
                plan.maps(), plan.scripts(), AccuracySummary.ofProduct());
        return new MakeSizingReport.Made(results, made, kept, Math.max(1, done));
    }

    /** A part that needs no runs. */
    private Comparison there(SizingPart part, Comparison comparison, int runs) {
        kept.add(part);
        left -= runs;
        return comparison;
    }

    private Comparison compare(SizingPart part, Scenario scenario, int runs) throws IOException {
        Optional<KeptComparisons> store = plan.keep().isEmpty() ? Optional.empty() : Optional.of(new KeptComparisons(plan.keep().get()));
        String key = PointKey.whole(scenario, build);
        Optional<Comparison> found = store.isEmpty() ? Optional.empty() : store.get().find(key);
        if (found.isPresent()) {
            return there(part, found.get(), runs);
        }
        Comparison comparison = app.compareScenario().compare(scenario, StudyOptions.NONE, begin(part, runs));
        if (store.isPresent()) {
            store.get().keep(key, comparison);
        }
        made.add(part);
        return comparison;
    }

    private Search search(SearchPlan search) throws IOException {
        SearchStudy.Done result = app.searchScenario().search(search, plan.keep(), begin(SizingPart.CAPACITY, capacityRuns()));
        (result.runs() == 0 ? kept : made).add(SizingPart.CAPACITY);
        return result.search();
    }

    private Sensitivity rank(SensitivityPlan rank) throws IOException {
        RankInputs.Done result = app.rankInputs().rank(rank, plan.keep(), begin(SizingPart.SENSITIVITY, sensitivityRuns()));
        (result.kept() == rank.sweep().points().size() ? kept : made).add(SizingPart.SENSITIVITY);
        return result.sensitivity();
    }

    /** They are not kept: to play them takes no longer than to read them. */
    private List<Failure> failures() {
        Progress own = begin(SizingPart.FAILURES, plan.failures().size());
        List<Failure> failures = new ArrayList<>();
        for (FailurePlan failure : plan.failures()) {
            failures.add(app.failScenario().play(failure, own));
            own.report(failures.size(), plan.failures().size(), failure.kind().title());
        }
        return failures;
    }

    /** The next part, of about so many runs. */
    private Progress begin(SizingPart part, int runs) {
        if (progress.isCancelled()) {
            throw new CancellationException("cancelled");
        }
        int before = done;
        done += runs;
        left -= runs;
        return new PartProgress(progress, names.apply(part), before, left);
    }

    private int comparisonRuns() {
        return runs(plan.scenario());
    }

    private int nodeLessRuns() {
        return plan.nodeLess().map(SizingRun::runs).orElse(0);
    }

    private int capacityRuns() {
        return plan.capacity().map(search -> search.labels().size() * (2 + search.field().halvings(search.tolerance()))
                * search.base().study().replications()).orElse(0);
    }

    private int sensitivityRuns() {
        return plan.sensitivity().map(rank -> rank.sweep().points().size() * runs(plan.scenario())).orElse(0);
    }

    /** A local file system is compared too if the scenario has none. */
    private static int runs(Scenario scenario) {
        boolean local = scenario.fileSystems().stream().anyMatch(LocalSpec.class::isInstance);
        return (scenario.fileSystems().size() + (local ? 0 : 1)) * scenario.study().replications();
    }
}
