// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.quorate.model.Scenario;

/**
 * What is set for every point of a sweep, beside its scenario. Immutable.
 *
 * @param fields paths of what is set; these cannot be varied
 * @param change makes the last changes to every scenario
 */
public record SweepSettings(Set<String> fields, UnaryOperator<Scenario> change) {

    /** Paths of the settings of a study in a scenario. */
    public static final String SEED = "study.seed";
    public static final String REPLICATIONS = "study.replications";
    public static final String CONFIDENCE = "study.confidence";

    /** As the scenario says. */
    public static final SweepSettings NONE = new SweepSettings(Set.of(), UnaryOperator.identity());

    public SweepSettings {
        fields = Set.copyOf(fields);
    }

    /**
     * What a user must know of how the points of a study are made, a sentence each: no precision and no time budget of a scenario
     * says how many replications a point gets, so that points are alike and can be kept.
     */
    public static List<String> notes(List<Scenario> points) {
        return points.stream().noneMatch(point -> point.study().sequential()) ? List.of()
                : List.of("study.precision and study.timeBudget are for single comparisons and are not used here: study.replications is");
    }
}
