// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A field that a sweep varies. Immutable.
 *
 * @param path      as the user wrote it
 * @param dimension what its values measure
 * @param values    as they are written in a scenario, in the order of the sweep
 * @param numbers   the values in the base unit of the dimension, fit for an axis; empty if they are words, or
 *                  distributions that differ in more than their mean
 */
public record SweepField(String path, FieldDimension dimension, List<String> values, List<Double> numbers) {

    public SweepField {
        values = List.copyOf(values);
        numbers = List.copyOf(numbers);
        if (!numbers.isEmpty() && numbers.size() != values.size()) {
            throw new IllegalArgumentException(path + " has " + values.size() + " values, but " + numbers.size() + " numbers");
        }
    }

    static SweepField of(String path, FieldDimension dimension, List<String> values) {
        return new SweepField(path, dimension, values, numbers(dimension, values));
    }

    private static List<Double> numbers(FieldDimension dimension, List<String> values) {
        List<Double> numbers = new ArrayList<>();
        Optional<Amount> first = Amount.of(values.get(0));
        for (String value : values) {
            Optional<BigDecimal> base = Amount.of(value).filter(amount -> amount.like(first.orElse(amount)))
                    .flatMap(dimension::base);
            if (base.isEmpty()) {
                return List.of();
            }
            numbers.add(base.get().doubleValue());
        }
        return numbers;
    }

    /** What fields are called where there is little room: the last key of the path, or all of it if another has that. */
    public static List<String> titles(List<SweepField> fields) {
        List<String> names = fields.stream().map(field -> field.path().substring(field.path().lastIndexOf('.') + 1)).toList();
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            titles.add(Collections.frequency(names, names.get(i)) == 1 ? names.get(i) : fields.get(i).path());
        }
        return titles;
    }
}
