// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReading;
import org.quorate.model.yaml.Severity;

/** Scenarios with other values of some fields. Pure functions. */
public final class VariedScenario {

    private VariedScenario() {
    }

    /** The document with these values, checked as any scenario is; the number of nodes is changed last. */
    static ScenarioReading of(ScenarioDocument document, List<Variation> variations, List<String> values) {
        Map<String, String> edits = new LinkedHashMap<>();
        int nodes = -1;
        for (int i = 0; i < variations.size(); i++) {
            if (variations.get(i).ofNodes()) {
                nodes = NodeCount.parse(values.get(i));
            } else {
                for (String place : variations.get(i).places()) {
                    edits.put(place, values.get(i));
                }
            }
        }
        ScenarioReading edited = document.with(edits);
        int count = nodes;
        return count < 0 || edited.document().isEmpty() ? edited : NodeCount.with(edited.document().get(), count);
    }

    /**
     * The document with some fields set, before anything is varied.
     *
     * @param settings {@code FIELD=VALUE} each, one value
     * @throws IllegalArgumentException with a message for the user, of one or more lines
     */
    public static ScenarioDocument with(ScenarioDocument document, List<String> settings) {
        if (settings.isEmpty()) {
            return document;
        }
        List<Variation> variations = settings.stream().map(text -> Variation.of(document, text)).toList();
        for (Variation variation : variations) {
            if (variation.field().values().size() != 1) {
                throw new IllegalArgumentException(variation.field().path() + " has " + variation.field().values().size()
                        + " values (allowed: one)");
            }
        }
        List<String> values = variations.stream().map(variation -> variation.field().values().get(0)).toList();
        ScenarioReading reading = of(document, variations, values);
        return reading.document().orElseThrow(() -> new IllegalArgumentException(
                String.join("\n", messages(reading, variations, values))));
    }

    /** A problem at a varied place speaks for itself; one elsewhere comes of a combination, which is named. */
    static List<String> messages(ScenarioReading reading, List<Variation> variations, List<String> values) {
        List<String> messages = new ArrayList<>();
        for (Problem problem : reading.problems()) {
            boolean own = variations.stream().anyMatch(variation -> variation.places().contains(problem.path()));
            if (problem.severity() == Severity.ERROR) {
                messages.add((problem.path().isEmpty() ? "" : problem.path() + ": ") + problem.message()
                        + (problem.allowed().isEmpty() ? "" : " (allowed: " + problem.allowed() + ")")
                        + (own ? "" : " at " + SweepPoint.name(variations.stream().map(Variation::field).toList(), values)));
            }
        }
        return messages;
    }
}
