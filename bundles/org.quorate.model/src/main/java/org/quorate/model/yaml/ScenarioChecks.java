// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quorate.model.InitialState;
import org.quorate.model.Operation;
import org.quorate.model.Spelling;
import org.quorate.model.Target;
import org.quorate.model.UnitFormat;
import org.quorate.model.UnitFormatException;
import org.quorate.model.yaml.ScenarioFields.App;
import org.quorate.model.yaml.ScenarioFields.State;
import org.quorate.model.yaml.ScenarioFields.Study;
import org.quorate.model.yaml.ScenarioFields.Targets;

/** What must hold for {@code initialState}, {@code targets}, {@code application} and {@code study}. */
final class ScenarioChecks {

    private ScenarioChecks() {
    }

    static void check(Section scenario, Problems problems) {
        initialState(scenario, problems);
        Optional<Set<Operation>> used = operations(scenario);
        for (Section target : scenario.or(ScenarioFields.TARGETS, List.of())) {
            target(target, used, problems);
        }
        scenario.given(ScenarioFields.APPLICATION).ifPresent(application -> owner(application, problems));
        study(scenario.section(ScenarioFields.STUDY), problems);
    }

    private static void study(Section study, Problems problems) {
        study.given(Study.MOST).ifPresent(most -> {
            if (!study.has(Study.PRECISION) && !study.has(Study.TIME_BUDGET)) {
                problems.error(study.at(Study.MOST), study.pathOf(Study.MOST), "the number of replications is fixed",
                        "none, or a precision or timeBudget");
            }
            study.effective(Study.REPLICATIONS).filter(fewest -> most < fewest).ifPresent(fewest -> problems.error(study.at(Study.MOST),
                    study.pathOf(Study.MOST), "is less than replications, " + fewest, fewest + " or more"));
        });
    }

    private static void initialState(Section scenario, Problems problems) {
        Section state = scenario.section(ScenarioFields.INITIAL_STATE);
        state.given(State.BY).ifPresent(node -> {
            CrossChecks.nodeExists(CrossChecks.nodeNames(scenario.given(ScenarioFields.CLUSTER)), node,
                    state.at(State.BY), state.pathOf(State.BY), problems);
            onlyWarm(state, State.BY, "cold caches have been filled by nobody", problems);
        });
        state.given(State.FILE_SETS).ifPresent(sets -> {
            onlyWarm(state, State.FILE_SETS, "cold caches hold no file set", problems);
            fileSetNames(scenario).ifPresent(known -> sets.stream().filter(set -> !known.contains(set))
                    .forEach(set -> problems.error(state.at(State.FILE_SETS), state.pathOf(State.FILE_SETS),
                            "there is no file set " + UnitFormat.quote(set) + Spelling.hint(set, known), CrossChecks.list(known))));
        });
    }

    private static void onlyWarm(Section state, Field<?> field, String message, Problems problems) {
        if (state.effective(State.CACHES).equals(Optional.of(InitialState.Caches.COLD))) {
            problems.error(state.at(field), state.pathOf(field), message, "none, or caches: warm");
        }
    }

    /** Names of the file sets; nothing if one is not valid, for then it cannot be said which exist. */
    private static Optional<Set<String>> fileSetNames(Section scenario) {
        Optional<Section> workload = scenario.given(ScenarioFields.WORKLOAD);
        if (!workload.map(section -> section.complete(WorkloadFields.FILE_SETS)).orElse(false)) {
            return Optional.empty();
        }
        List<Section> sets = workload.get().get(WorkloadFields.FILE_SETS);
        Set<String> names = sets.stream().flatMap(set -> set.given(WorkloadFields.Sets.NAME).stream()).collect(Collectors.toSet());
        return sets.stream().allMatch(set -> set.given(WorkloadFields.Sets.NAME).isPresent()) ? Optional.of(names) : Optional.empty();
    }

    /** The operations of all phases; nothing if one is not valid. */
    private static Optional<Set<Operation>> operations(Section scenario) {
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        boolean allValid = true;
        for (Section phase : scenario.given(ScenarioFields.WORKLOAD)
                .flatMap(workload -> workload.given(WorkloadFields.PHASES)).orElse(List.of())) {
            List<Section> mix = phase.or(WorkloadFields.Phases.MIX, List.of());
            allValid &= phase.complete(WorkloadFields.Phases.MIX);
            for (Section share : mix) {
                Optional<Operation> operation = share.given(WorkloadFields.Mix.OPERATION);
                operation.ifPresent(operations::add);
                allValid &= operation.isPresent();
            }
        }
        return allValid && !operations.isEmpty() ? Optional.of(operations) : Optional.empty();
    }

    private static void target(Section target, Optional<Set<Operation>> used, Problems problems) {
        Optional<Target.Figure> figure = target.given(Targets.FIGURE);
        if (figure.isEmpty()) {
            return;
        }
        target.given(Targets.LIMIT).ifPresent(limit -> {
            try {
                Targets.limit(figure.get(), limit);
            } catch (UnitFormatException e) {
                problems.error(target.at(Targets.LIMIT), target.pathOf(Targets.LIMIT), e.getMessage(), e.allowed());
            }
        });
        if (figure.get() != Target.Figure.LATENCY) {
            for (Field<?> field : List.of(Targets.OPERATION, Targets.PERCENTILE)) {
                if (target.has(field)) {
                    problems.error(target.at(field), target.pathOf(field),
                            "a target for " + Scalars.word(figure.get()) + " has none", "none, or figure: latency");
                }
            }
        }
        target.given(Targets.OPERATION).filter(operation -> used.isPresent() && !used.get().contains(operation))
                .ifPresent(operation -> problems.error(target.at(Targets.OPERATION), target.pathOf(Targets.OPERATION),
                        "no phase does this operation", String.join(", ", used.get().stream().map(Scalars::word).toList())));
    }

    private static void owner(Section application, Problems problems) {
        application.given(App.OWNER).filter(owner -> App.knownUid(owner).isEmpty() && !application.has(App.UID))
                .ifPresent(owner -> problems.error(application.span(), application.pathOf(App.UID),
                        "is missing: the user id of " + owner + " is not the same everywhere", "a number"));
    }
}
