// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReading;

/**
 * Which comparisons a sweep makes. Immutable.
 *
 * @param base     the scenario without any variation
 * @param fields   that vary, one or more
 * @param together the fields go through their values together; else each combination is a point
 * @param points   in order: of a grid, the last field changes fastest
 * @param notes    what is changed beside the fields, or left out, a sentence each
 */
public record SweepPlan(Scenario base, List<SweepField> fields, boolean together, List<PlannedPoint> points,
        List<String> notes) {

    /** Ten times the largest map that the project asks for (1,000 points): beyond, a mistype is likelier than a wish. */
    public static final int MOST_POINTS = 10_000;

    /** A wrong value shows in many points; a few messages are enough. */
    private static final int MOST_MESSAGES = 5;

    public SweepPlan {
        fields = List.copyOf(fields);
        points = List.copyOf(points);
        notes = List.copyOf(notes);
    }

    /**
     * Makes the plan: reads the variations, writes their values into the scenario as a user would, and has the outcome
     * checked as any scenario is.
     *
     * @param document   the scenario
     * @param variations as {@link Variation#of} reads them, one or more
     * @param together   the fields go through their values together
     * @param settings   for every point, for example its seed
     * @param cancelled  asked now and then
     * @throws IllegalArgumentException with a message for the user, of several lines if several values are wrong
     * @throws CancellationException    if cancelled
     */
    public static SweepPlan of(ScenarioDocument document, List<String> variations, boolean together,
            SweepSettings settings, BooleanSupplier cancelled) {
        if (variations.isEmpty()) {
            throw new IllegalArgumentException("nothing to vary");
        }
        List<Variation> read = variations.stream().map(text -> Variation.of(document, text)).toList();
        requireOnce(read, settings);
        List<SweepField> fields = read.stream().map(Variation::field).toList();
        List<List<String>> rows = together ? together(fields) : grid(fields);
        List<PlannedPoint> points = new ArrayList<>();
        Set<String> problems = new LinkedHashSet<>();
        for (List<String> values : rows) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("cancelled");
            }
            ScenarioReading reading = VariedScenario.of(document, read, values);
            reading.document().ifPresentOrElse(
                    valid -> points.add(new PlannedPoint(values, settings.change().apply(valid.scenario()))),
                    () -> problems.addAll(VariedScenario.messages(reading, read, values)));
            if (problems.size() >= MOST_MESSAGES) {
                break;
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems.stream().limit(MOST_MESSAGES).toList()));
        }
        return new SweepPlan(settings.change().apply(document.scenario()), fields, together, points, notes(document, read, points));
    }

    /** The field of that path is among those that vary. */
    boolean varies(String path) {
        return fields.stream().anyMatch(field -> field.path().equals(path));
    }

    private static List<String> notes(ScenarioDocument document, List<Variation> variations, List<PlannedPoint> points) {
        List<String> notes = new ArrayList<>();
        variations.stream().filter(Variation::ofNodes).forEach(variation -> notes.addAll(NodeCount.notes(document,
                variation.field().values().stream().mapToInt(NodeCount::parse).max().orElseThrow())));
        notes.addAll(SweepSettings.notes(points.stream().map(PlannedPoint::scenario).toList()));
        return notes;
    }

    private static void requireOnce(List<Variation> variations, SweepSettings settings) {
        Set<String> seen = new HashSet<>();
        for (Variation variation : variations) {
            for (String place : variation.places()) {
                if (settings.fields().contains(place)) {
                    throw new IllegalArgumentException(place + " is varied and set (allowed: one of the two)");
                }
                if (!seen.add(place)) {
                    throw new IllegalArgumentException(place + " is varied twice (allowed: once)");
                }
            }
        }
    }

    private static List<List<String>> together(List<SweepField> fields) {
        int size = fields.get(0).values().size();
        for (SweepField field : fields) {
            if (field.values().size() != size) {
                throw new IllegalArgumentException(field.path() + " has " + field.values().size() + " values, "
                        + fields.get(0).path() + " has " + size + " (allowed: as many of each, as they go together)");
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int index = i;
            rows.add(fields.stream().map(field -> field.values().get(index)).toList());
        }
        return rows;
    }

    private static List<List<String>> grid(List<SweepField> fields) {
        long size = 1;
        for (SweepField field : fields) {
            size *= field.values().size();
            if (size > MOST_POINTS) {
                throw new IllegalArgumentException("more than " + MOST_POINTS + " points: fewer values, please");
            }
        }
        List<List<String>> rows = List.of(List.of());
        for (SweepField field : fields) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> row : rows) {
                for (String value : field.values()) {
                    List<String> extended = new ArrayList<>(row);
                    extended.add(value);
                    longer.add(List.copyOf(extended));
                }
            }
            rows = longer;
        }
        return rows;
    }
}
