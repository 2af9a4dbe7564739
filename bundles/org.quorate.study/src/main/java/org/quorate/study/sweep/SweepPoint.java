// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A point of a sweep. Immutable. Either there is an outcome, or it is said why there is none.
 *
 * @param values  one for each varied field
 * @param outcome what its runs gave
 * @param failure which of its runs failed and how, which is an error of the program
 */
public record SweepPoint(List<String> values, Optional<PointOutcome> outcome, Optional<String> failure) {

    public SweepPoint {
        values = List.copyOf(values);
        if (outcome.isPresent() == failure.isPresent()) {
            throw new IllegalArgumentException("a point has an outcome or failed: " + values);
        }
    }

    /** The figures of that contender, if the point has an outcome and it takes part. */
    public Optional<PointContender> contender(String label) {
        return outcome.flatMap(made -> made.contenders().stream().filter(contender -> contender.label().equals(label)).findFirst());
    }

    /** For example {@code threads = 4, roundTrip = 0.1 ms}. */
    public static String name(List<SweepField> fields, List<String> values) {
        List<String> parts = new ArrayList<>();
        List<String> titles = SweepField.titles(fields);
        for (int i = 0; i < fields.size(); i++) {
            parts.add(titles.get(i) + " = " + values.get(i));
        }
        return String.join(", ", parts);
    }
}
