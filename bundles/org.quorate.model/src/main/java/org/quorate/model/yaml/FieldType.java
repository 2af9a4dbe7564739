// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the value of a field is.
 *
 * @param <T> the value in Java
 */
sealed interface FieldType<T> permits ScalarType, FieldType.ListOf, FieldType.Mapping, FieldType.OneOf, FieldType.Either {

    /** A list of values of one type. */
    record ListOf<E>(FieldType<E> element, int least, int most) implements FieldType<List<E>> {
    }

    /** A mapping with known keys. */
    record Mapping(String name, List<Field<?>> fields) implements FieldType<Section> {

        public Mapping {
            fields = List.copyOf(fields);
        }
    }

    /** A single value or a mapping; only templates have such. */
    record Either<S>(ScalarType<S> single, Mapping mapping) implements FieldType<Either.Read<S>> {

        /**
         * Which of the two it was.
         *
         * @param span    where it stands
         * @param single  the value, if it was a single one
         * @param section the mapping, if it was one
         */
        record Read<S>(Span span, Optional<S> single, Optional<Section> section) {
        }
    }

    /** One of several mappings; the value of the key {@code type}, which each of them has, says which. */
    record OneOf(String name, Map<String, Mapping> variants) implements FieldType<Section> {

        /** The key that tells them apart. */
        static final String KEY = "type";
    }
}
