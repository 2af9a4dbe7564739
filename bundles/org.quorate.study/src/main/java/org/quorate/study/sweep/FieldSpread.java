// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quorate.model.UnitFormat;
import org.quorate.model.yaml.FieldInfo;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReading;

/**
 * A numeric field with a value below and one above its own. Immutable.
 *
 * @param path   as people write it
 * @param base   its value in the scenario, given or by default
 * @param low    the value below
 * @param high   the value above
 * @param places where it goes
 */
public record FieldSpread(String path, String base, String low, String high, List<String> places) {

    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

    public FieldSpread {
        places = List.copyOf(places);
    }

    /**
     * A field from its own value divided by a factor to that times it; shares end at 100 %, counts are whole.
     *
     * @param document that has the field, given or not
     * @param full     the same with every default written
     * @param path     as a user writes it
     * @param factor   more than 1
     * @return nothing if it is 0, no number, not the same at all its places, or would not change
     * @throws IllegalArgumentException with a message for the user, if there is no such field
     */
    public static Optional<FieldSpread> of(ScenarioDocument document, ScenarioDocument full, String path, double factor) {
        List<String> places = full.places(path);
        List<Optional<String>> values = places.stream().map(full::value).distinct().toList();
        if (values.size() != 1 || values.get(0).isEmpty()) {
            return Optional.empty();
        }
        String base = values.get(0).get();
        FieldInfo info = document.field(places.get(0));
        FieldDimension dimension = FieldDimension.of(info, base);
        Optional<Amount> form = Amount.of(base);
        Optional<BigDecimal> number = form.flatMap(dimension::base);
        if (dimension == FieldDimension.WORDS || number.isEmpty() || number.get().signum() == 0) {
            return Optional.empty();
        }
        String low = text(dimension, form.get(), number.get(), 1 / factor);
        String high = text(dimension, form.get(), number.get(), factor);
        return low.equals(base) && high.equals(base) ? Optional.empty() : Optional.of(new FieldSpread(path, base, low, high, places));
    }

    /**
     * A field between two values, {@code FIELD=LOW..HIGH}.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static FieldSpread of(ScenarioDocument document, ScenarioDocument full, String wish) {
        NumericField field = NumericField.of(document, wish);
        List<String> places = document.places(field.path());
        return new FieldSpread(field.path(), full.value(full.places(field.path()).get(0)).orElse("-"), field.text(field.low()),
                field.text(field.high()), places);
    }

    private static String text(FieldDimension dimension, Amount form, BigDecimal number, double factor) {
        BigDecimal moved = number.multiply(BigDecimal.valueOf(factor));
        return form.around(switch (dimension) {
            case COUNT -> moved.setScale(0, RoundingMode.HALF_UP).max(BigDecimal.ONE).toPlainString();
            case NUMBER, WORDS -> moved.round(DIGITS).stripTrailingZeros().toPlainString();
            case SHARE -> UnitFormat.formatPercent(Math.min(1, moved.round(DIGITS).doubleValue()));
            case RATE -> UnitFormat.formatPerSecond(moved.round(DIGITS).doubleValue());
            case TIME, BYTES, BANDWIDTH -> form.number().multiply(BigDecimal.valueOf(factor)).round(DIGITS).stripTrailingZeros()
                    .toPlainString() + " " + form.unit();
        });
    }

    /** The document with one of the values, checked as any scenario is. */
    public ScenarioReading with(ScenarioDocument document, String value) {
        return document.with(places.stream().collect(Collectors.toMap(place -> place, place -> value)));
    }
}
