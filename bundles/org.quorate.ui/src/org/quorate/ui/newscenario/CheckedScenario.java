// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.newscenario;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.quorate.app.NewScenario;
import org.quorate.model.Scenario;

/**
 * What the choices of the wizard come to. Immutable, thread-safe.
 *
 * @param choices  that were checked
 * @param text     of the scenario
 * @param scenario what the text says; absent if something is wrong
 * @param problems what is wrong on each page
 * @param cost     of the scenario in one line; empty if something is wrong
 * @param why      what the cost takes for granted and need not hold, a line each
 */
record CheckedScenario(NewScenario choices, String text, Optional<Scenario> scenario, Map<Step, String> problems, String cost, String why) {

    /** The pages of the wizard. */
    enum Step { WORKLOAD, CLUSTER, NAME }

    CheckedScenario {
        problems = problems.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(problems));
    }

    /** What is wrong on a page. */
    Optional<String> problem(Step step) {
        return Optional.ofNullable(problems.get(step));
    }
}
