// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice;

import java.util.List;
import java.util.Optional;

/**
 * What a rule has to say about one place of a scenario. Immutable.
 *
 * @param rule        id of the rule
 * @param severity    how grave
 * @param title       one line without a full stop
 * @param explanation why, and what to do: sentences
 * @param evidence    figures of the scenario and of the run with their units, a line each, without full stops
 * @param path        the field of the scenario that it is about, as in problems
 * @param fix         absent: nothing in the scenario could be changed for it
 */
public record Finding(String rule, Severity severity, String title, String explanation, List<String> evidence, String path,
        Optional<QuickFix> fix) {

    public Finding {
        evidence = List.copyOf(evidence);
    }
}
