// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quorate.model.UnitFormat;
import org.quorate.model.yaml.FieldInfo;
import org.quorate.model.yaml.ScenarioDocument;

/**
 * A field and the values it is to take. Immutable.
 *
 * @param field  as the result shows it
 * @param places where the value goes, one or more: {@code cluster.nodes[].memory} is a place for each node; for the number of
 *               nodes, its own name
 */
public record Variation(SweepField field, List<String> places) {

    /** Values of one field; far more points than anybody waits for. */
    static final int MOST_VALUES = SweepPlan.MOST_POINTS;

    public Variation {
        places = List.copyOf(places);
    }

    /**
     * Reads {@code PATH=VALUES}: values separated by commas, among them ranges {@code FROM..TO:COUNT} of numeric fields. The
     * path {@code nodes} is the number of nodes.
     * Whether a value is allowed shows only in a scenario: see {@link SweepPlan}.
     *
     * @param document that has the field
     * @throws IllegalArgumentException with a message for the user: what is wrong and what is allowed
     */
    public static Variation of(ScenarioDocument document, String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(UnitFormat.quote(text) + " is not PATH=VALUES (allowed: as in"
                    + " workload.phases[0].closed.threads=1,2,4)");
        }
        String path = text.substring(0, equals).strip();
        if (path.equals(NodeCount.PATH)) {
            return nodes(text.substring(equals + 1));
        }
        List<String> places = document.places(path);
        FieldInfo info = document.field(places.get(0));
        try {
            String written = text.substring(equals + 1);
            FieldDimension dimension = FieldDimension.of(info, written);
            return new Variation(SweepField.of(path, dimension, values(dimension, written)), places);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
        }
    }

    private static Variation nodes(String text) {
        try {
            List<String> values = values(FieldDimension.COUNT, text);
            values.forEach(NodeCount::parse);
            return new Variation(SweepField.of(NodeCount.PATH, FieldDimension.COUNT, values), List.of(NodeCount.PATH));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(NodeCount.PATH + ": " + e.getMessage(), e);
        }
    }

    /** The number of nodes varies, which is no field. */
    boolean ofNodes() {
        return field.path().equals(NodeCount.PATH);
    }

    private static List<String> values(FieldDimension dimension, String text) {
        List<String> values = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            String value = item.strip();
            if (value.isEmpty()) {
                throw new IllegalArgumentException("a value is missing in " + UnitFormat.quote(text)
                        + " (allowed: values separated by commas)");
            }
            if (dimension != FieldDimension.WORDS && ValueRange.looksLike(value)) {
                values.addAll(ValueRange.of(dimension, value, MOST_VALUES).values());
            } else {
                values.add(value);
            }
            if (values.size() > MOST_VALUES) {
                throw new IllegalArgumentException("more than " + MOST_VALUES + " values");
            }
        }
        Set<String> seen = new HashSet<>();
        Optional<String> twice = values.stream().filter(value -> !seen.add(value)).findFirst();
        if (twice.isPresent()) {
            throw new IllegalArgumentException(UnitFormat.quote(twice.get()) + " stands twice (allowed: each value once;"
                    + " values of a range may be the same when rounded)");
        }
        return values;
    }
}
