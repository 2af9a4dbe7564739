// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.model.StudySettings;
import org.quorate.model.Target;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.sweep.NumericField;
import org.quorate.study.sweep.NumericField.Tolerance;
import org.quorate.study.sweep.SweepSettings;
import org.quorate.study.text.TargetGrammar;
import org.quorate.study.text.Titles;

/**
 * What a search looks for. Immutable.
 *
 * @param base             the scenario as it is, with the settings of the study
 * @param field            that is varied
 * @param tolerance        values nearer than this are not told apart
 * @param toleranceText    the same, as it was written
 * @param targets          that are to be met, one or more
 * @param labels           of the contenders, in the order of the scenario
 * @param mostReplications that a value may get before it counts as not decided
 * @param settings         for every scenario
 */
public record SearchPlan(Scenario base, NumericField field, Tolerance tolerance, String toleranceText, List<Target> targets,
        List<String> labels, int mostReplications, SweepSettings settings) {

    /** Values nearer than this are hardly told apart by any interval. */
    public static final String TOLERANCE = "1 %";
    /** Times the replications that a value is begun with: an interval that is about a third as wide. */
    public static final int MOST_FACTOR = 8;
    /** As many as any comparison may have. */
    public static final int MOST_REPLICATIONS = StudySettings.MOST_REPLICATIONS;

    /**
     * What is asked for.
     *
     * @param field            {@code FIELD=LOW..HIGH}, as {@link NumericField#of} reads it
     * @param targets          as {@link TargetGrammar#parse} reads them; empty: those of the scenario
     * @param contenders       labels; empty: the cluster file systems of the scenario, or all if it has none
     * @param tolerance        as {@link NumericField#tolerance} reads it; absent: {@value #TOLERANCE}
     * @param mostReplications absent: {@value #MOST_FACTOR} times those that a value is begun with
     */
    public record Wish(String field, List<String> targets, List<String> contenders, Optional<String> tolerance,
            OptionalInt mostReplications) {
        public Wish {
            targets = List.copyOf(targets);
            contenders = List.copyOf(contenders);
        }
    }

    public SearchPlan {
        targets = List.copyOf(targets);
        labels = List.copyOf(labels);
    }

    /**
     * Makes the plan and checks both ends of the field as if they stood in the scenario.
     *
     * @throws IllegalArgumentException with a message for the user, of one or more lines
     */
    public static SearchPlan of(ScenarioDocument document, Wish wish, SweepSettings settings) {
        NumericField field = NumericField.of(document, wish.field());
        Scenario base = settings.change().apply(document.scenario());
        for (String place : List.of(SweepSettings.SEED, SweepSettings.REPLICATIONS, SweepSettings.CONFIDENCE)) {
            if (field.at(place)) {
                throw new IllegalArgumentException(place + " is how the search is made, and cannot be searched");
            }
        }
        if (field.path().startsWith("targets")) {
            throw new IllegalArgumentException(field.path() + " is what is searched against, and cannot be searched");
        }
        List<Target> targets = wish.targets().isEmpty() ? base.targets() : wish.targets().stream().map(TargetGrammar::parse).toList();
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("the scenario has no targets (allowed: at least one that is given, "
                    + TargetGrammar.ALLOWED + ")");
        }
        targets.forEach(target -> requireDone(base, target));
        String tolerance = wish.tolerance().orElse(TOLERANCE);
        SearchPlan plan = new SearchPlan(base, field, field.tolerance(tolerance), tolerance, targets, labels(base, wish.contenders()),
                most(base.study().replications(), wish.mostReplications()), settings);
        field.with(field.low());
        field.with(field.high());
        return plan;
    }

    /** What a user must know of how values are tried, a sentence each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(field.notes());
        notes.addAll(SweepSettings.notes(List.of(base)));
        return notes;
    }

    private static int most(int begun, OptionalInt wanted) {
        int most = wanted.orElse(Math.min(MOST_REPLICATIONS, MOST_FACTOR * begun));
        if (most < begun || most > MOST_REPLICATIONS) {
            throw new IllegalArgumentException(most + " replications are no bound (allowed: " + begun + ", with which each value is begun, to "
                    + MOST_REPLICATIONS + ")");
        }
        return most;
    }

    private static void requireDone(Scenario scenario, Target target) {
        target.operation().ifPresent(operation -> {
            Stream<Phase> measured = scenario.workload().phases().stream().filter(Phase::measured);
            if (measured.noneMatch(phase -> phase.mix().stream().anyMatch(share -> share.operation() == operation))) {
                throw new IllegalArgumentException("no measured phase does the operation " + Titles.of(operation));
            }
        });
    }

    private static List<String> labels(Scenario scenario, List<String> wanted) {
        List<String> all = scenario.fileSystems().stream().map(FileSystemSpec::label).toList();
        List<String> candidates = scenario.clusteredFileSystems().stream().map(FileSystemSpec::label).toList();
        if (!all.containsAll(wanted)) {
            throw new IllegalArgumentException("the scenario does not have all of these file systems (allowed: " + String.join(", ", all) + ")");
        }
        return wanted.isEmpty() ? candidates.isEmpty() ? all : candidates : all.stream().filter(wanted::contains).toList();
    }

    /**
     * The scenario with one value and one contender alone, and with the targets of the search.
     *
     * @throws IllegalArgumentException with a message for the user if the value is not allowed
     */
    Scenario scenario(String label, BigDecimal value, int replications) {
        Scenario scenario = settings.change().apply(field.with(value).scenario());
        StudySettings study = new StudySettings(scenario.study().seed(), replications, scenario.study().confidence());
        return new Scenario(scenario.schemaVersion(), scenario.name(), scenario.title(), scenario.cluster(), scenario.lun(),
                scenario.mountPoint(), scenario.fileSystems().stream().filter(spec -> spec.label().equals(label)).toList(),
                scenario.workload(), scenario.initialState(), targets, scenario.application(), study);
    }
}
