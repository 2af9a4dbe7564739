// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.provision.form.Form;
import org.quorate.report.sizing.Chapter;
import org.quorate.report.sizing.SizingResults;
import org.quorate.report.sizing.Template;
import org.quorate.study.failure.FailureKind;
import org.quorate.study.failure.FailurePlan;
import org.quorate.study.map.MapFigure;
import org.quorate.study.search.SearchPlan;
import org.quorate.study.sensitivity.SensitivityPlan;

/** Says what is run for a sizing report, and notes what is not and why. Used once, by one thread. */
final class SizingPlanner {

    /** A customer asks for a load to the nearest tenth; nearer values cost replications that tell nothing. */
    private static final String TOLERANCE = "10 %";
    /** Times the replications that a value of the search is begun with: bounds its time, at the price of values that stay undecided. */
    private static final int MOST_FACTOR = 2;
    /** With fewer nodes the halves of a cluster that splits are one node and the others, which another failure shows. */
    private static final int LEAST_TO_SPLIT = 4;

    private final QuorateApp app;
    private final ScenarioDocument document;
    private final Template template;
    private final SizingPlan.Wish wish;
    private final Scenario scenario;
    private final List<String> notes = new ArrayList<>();

    SizingPlanner(QuorateApp app, ScenarioDocument document, Template template, SizingPlan.Wish wish) {
        this.app = app;
        this.document = document;
        this.template = template;
        this.wish = wish;
        this.scenario = wish.options().applyTo(document.scenario());
    }

    SizingPlan plan(Progress progress) {
        return new SizingPlan(scenario, wish.given(), nodeLess(), capacity(), sensitivity(progress), failures(), wish.sweeps(), wish.maps(),
                scripts(), wish.keep(), notes);
    }

    private Optional<Scenario> nodeLess() {
        return template.has(Chapter.HEADROOM) ? unless("a node less is not compared", () -> NodeLess.of(scenario)) : Optional.empty();
    }

    private Optional<SearchPlan> capacity() {
        if (!wish.capacity() || !template.has(Chapter.HEADROOM)) {
            return Optional.empty();
        }
        return unless("capacity is not searched", () -> {
            if (scenario.targets().isEmpty()) {
                throw new IllegalArgumentException("the scenario has no targets");
            }
            int most = Math.min(SearchPlan.MOST_REPLICATIONS, MOST_FACTOR * scenario.study().replications());
            return app.searchScenario().plan(document, List.of(), new SearchPlan.Wish(OfferedLoad.range(scenario), List.of(), List.of(),
                    Optional.of(TOLERANCE), OptionalInt.of(most)), wish.options());
        });
    }

    private Optional<SensitivityPlan> sensitivity(Progress progress) {
        return wish.sensitivity() ? Optional.of(app.rankInputs().plan(document,
                new SensitivityPlan.Wish(List.of(), SensitivityPlan.FACTOR, MapFigure.MIX, List.of()), wish.options(), progress))
                : Optional.empty();
    }

    private List<FailurePlan> failures() {
        return template.has(Chapter.FAILURES) ? kinds().stream().map(kind -> app.failScenario().plan(scenario, OptionalLong.empty(), kind,
                Optional.empty(), Optional.empty(), FailurePlan.REPLICATIONS)).toList() : List.of();
    }

    /** A node that hangs is fenced and recovered as one that dies. */
    private List<FailureKind> kinds() {
        List<FailureKind> kinds = new ArrayList<>(List.of(FailureKind.NODE_DIES));
        int nodes = scenario.cluster().nodes().size();
        if (nodes > 1 && !scenario.clusteredFileSystems().isEmpty()) {
            kinds.add(FailureKind.NETWORK_LOST);
        }
        if (nodes >= LEAST_TO_SPLIT && !scenario.clusteredFileSystems().isEmpty()) {
            kinds.add(FailureKind.SPLIT);
        }
        kinds.add(FailureKind.STORAGE_LOST);
        kinds.add(FailureKind.LUN_STALLS);
        return kinds;
    }

    private List<SizingResults.Scripts> scripts() {
        return template.has(Chapter.SCRIPTS) ? scenario.clusteredFileSystems().stream().map(FileSystemSpec::label)
                .map(label -> new SizingResults.Scripts(label, app.exportScripts().plan(scenario, label, Form.BASH))).toList() : List.of();
    }

    private <T> Optional<T> unless(String without, Supplier<T> plan) {
        try {
            return Optional.of(plan.get());
        } catch (IllegalArgumentException e) {
            notes.add(without + ": " + e.getMessage().replace('\n', ';'));
            return Optional.empty();
        }
    }
}
