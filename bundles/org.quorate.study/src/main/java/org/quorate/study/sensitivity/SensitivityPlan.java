// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sensitivity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;
import org.quorate.model.yaml.ScenarioWriter;
import org.quorate.study.map.MapFigure;
import org.quorate.study.map.MapPlan;
import org.quorate.study.sweep.FieldSpread;
import org.quorate.study.sweep.PlannedPoint;
import org.quorate.study.sweep.SweepPlan;
import org.quorate.study.sweep.SweepSettings;

/**
 * Which comparisons tell how far each input moves the answer: the scenario as it is, then each input at its two ends with all others as
 * they are. Immutable.
 *
 * @param sweep   the points
 * @param inputs  with the indices of their points
 * @param figure  that the contenders are compared by
 * @param first   label of the one contender
 * @param second  label of the other
 * @param skipped what was left out and why, a sentence each
 */
public record SensitivityPlan(SweepPlan sweep, List<Input> inputs, MapFigure figure, String first, String second, List<String> skipped) {

    /** Every input is moved by it when nothing else is said: what is only guessed may well be off by a factor of two. */
    public static final double FACTOR = 2;

    /** More would be a mistype. */
    public static final double MOST_FACTOR = 1000;

    /**
     * An input.
     *
     * @param spread its values
     * @param low    index of the point with the value below; absent if it is not allowed
     * @param high   index of the point with the value above
     */
    public record Input(FieldSpread spread, OptionalInt low, OptionalInt high) {
    }

    /**
     * What is asked for.
     *
     * @param fields     paths, or {@code FIELD=LOW..HIGH}, each field once; empty: what could be measured
     * @param factor     by which a field without ends is divided and multiplied, more than 1
     * @param figure     as {@link MapFigure#of} reads it
     * @param contenders two labels; empty: the OCFS2 and the GFS2 of the scenario
     */
    public record Wish(List<String> fields, double factor, String figure, List<String> contenders) {
        public Wish {
            fields = List.copyOf(fields);
            contenders = List.copyOf(contenders);
            if (!(factor > 1 && factor <= MOST_FACTOR)) {
                throw new IllegalArgumentException("the factor is more than 1 and at most " + (int) MOST_FACTOR + ", not " + factor);
            }
        }
    }

    public SensitivityPlan {
        inputs = List.copyOf(inputs);
        skipped = List.copyOf(skipped);
    }

    /**
     * Makes the plan.
     *
     * @param settings  for every point, for example its seed
     * @param cancelled asked now and then
     * @throws IllegalArgumentException with a message for the user
     * @throws CancellationException    if cancelled
     */
    public static SensitivityPlan of(ScenarioDocument document, Wish wish, SweepSettings settings, BooleanSupplier cancelled) {
        ScenarioDocument full = full(document);
        List<String> labels = MapPlan.contenders(document.scenario(), wish.contenders());
        MapFigure figure = MapFigure.of(document.scenario(), wish.figure());
        List<String> skipped = new ArrayList<>();
        List<FieldSpread> spreads = spreads(document, full, wish, skipped);
        List<PlannedPoint> points = new ArrayList<>(List.of(new PlannedPoint(List.of("as it is"), settings.change().apply(
                document.scenario()))));
        List<Input> inputs = new ArrayList<>();
        for (FieldSpread spread : spreads) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("cancelled");
            }
            OptionalInt low = point(document, spread, spread.low(), settings, points, skipped);
            OptionalInt high = point(document, spread, spread.high(), settings, points, skipped);
            if (low.isPresent() || high.isPresent()) {
                inputs.add(new Input(spread, low, high));
            }
        }
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("no input can be moved" + (skipped.isEmpty() ? "" : ": " + String.join("; ", skipped)));
        }
        return new SensitivityPlan(new SweepPlan(settings.change().apply(document.scenario()), List.of(), true, points,
                SweepSettings.notes(points.stream().map(PlannedPoint::scenario).toList())), inputs,
                figure, labels.get(0), labels.get(1), skipped);
    }

    /** Paths of the inputs that are moved if none are named. */
    public static List<String> measurable(ScenarioDocument document) {
        return Inputs.of(full(document));
    }

    /** With every default written. */
    private static ScenarioDocument full(ScenarioDocument document) {
        return ScenarioReader.read(document.fileName(), ScenarioWriter.write(document.scenario())).document().orElseThrow();
    }

    private static List<FieldSpread> spreads(ScenarioDocument document, ScenarioDocument full, Wish wish, List<String> skipped) {
        List<FieldSpread> spreads = new ArrayList<>();
        for (String field : wish.fields()) {
            if (field.contains("=")) {
                spreads.add(FieldSpread.of(document, full, field));
            } else {
                spreads.add(FieldSpread.of(document, full, field, wish.factor()).orElseThrow(() -> new IllegalArgumentException(field
                        + " is no number that can be multiplied: 0, a word, or not the same everywhere (allowed: FIELD=LOW..HIGH)")));
            }
        }
        if (wish.fields().isEmpty()) {
            for (String path : Inputs.of(full)) {
                Optional<FieldSpread> spread = FieldSpread.of(document, full, path, wish.factor());
                spread.ifPresent(spreads::add);
            }
        }
        requireDifferent(spreads);
        return spreads;
    }

    /** A field that is moved twice would be two rows of one name, of which no one could say which is which. */
    private static void requireDifferent(List<FieldSpread> spreads) {
        Map<Set<String>, String> paths = new HashMap<>();
        for (FieldSpread spread : spreads) {
            String before = paths.putIfAbsent(Set.copyOf(spread.places()), spread.path());
            if (before != null) {
                throw new IllegalArgumentException((before.equals(spread.path()) ? before + " is given twice"
                        : before + " and " + spread.path() + " are the same field") + " (allowed: each input once)");
            }
        }
    }

    private static OptionalInt point(ScenarioDocument document, FieldSpread spread, String value, SweepSettings settings,
            List<PlannedPoint> points, List<String> skipped) {
        if (value.equals(spread.base())) {
            return OptionalInt.empty();
        }
        ScenarioReading reading = spread.with(document, value);
        if (reading.document().isEmpty()) {
            skipped.add(spread.path() + " cannot be " + value + ": " + reading.problems().get(0).message());
            return OptionalInt.empty();
        }
        points.add(new PlannedPoint(List.of(spread.path() + " = " + value), settings.change().apply(reading.document().get().scenario())));
        return OptionalInt.of(points.size() - 1);
    }
}
