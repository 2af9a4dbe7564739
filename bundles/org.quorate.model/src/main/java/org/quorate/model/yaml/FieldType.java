// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.List;
import java.util.Map;

/**
 * What the value of a field is.
 *
 * @param <T> the value in Java
 */
sealed interface FieldType<T> permits ScalarType, FieldType.ListOf, FieldType.Mapping, FieldType.OneOf {

    /** A list of values of one type. */
    record ListOf<E>(FieldType<E> element, int least, int most) implements FieldType<List<E>> {
    }

    /** A mapping with known keys. */
    record Mapping(String name, List<Field<?>> fields) implements FieldType<Section> {

        public Mapping {
            fields = List.copyOf(fields);
        }
    }

    /** One of several mappings; the value of the key {@code type}, which each of them has, says which. */
    record OneOf(String name, Map<String, Mapping> variants) implements FieldType<Section> {

        /** The key that tells them apart. */
        static final String KEY = "type";
    }
}
