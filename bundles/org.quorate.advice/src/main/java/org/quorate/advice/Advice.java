// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice;

import java.util.List;
import java.util.Optional;
import org.quorate.study.result.Origin;

/**
 * What all rules say about a scenario. Immutable, thread-safe; the same scenario, comparison and version give the same value.
 *
 * @param format   name and version of the JSON form, {@link #FORMAT}
 * @param scenario short name
 * @param title    one line for people
 * @param origin   of the comparison that the rules saw; absent: they saw only the scenario
 * @param findings the gravest first, then by rule and place
 * @param skipped  ids of the rules that need a comparison and had none
 */
public record Advice(String format, String scenario, String title, Optional<Origin> origin, List<Finding> findings, List<String> skipped) {

    /** The form that this version writes. */
    public static final String FORMAT = "quorate-advice/1";

    public Advice {
        findings = List.copyOf(findings);
        skipped = List.copyOf(skipped);
    }
}
