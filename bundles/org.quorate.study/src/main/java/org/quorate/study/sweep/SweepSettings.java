// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

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
}
