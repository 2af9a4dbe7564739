// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.Optional;

/**
 * One key of a mapping: the single description that reader, writer, schema and help share. Immutable.
 *
 * @param name     the key
 * @param type     of its value
 * @param required it has no default
 * @param standard the default, if it is always the same
 * @param otherwise what is taken if it is absent, in words
 * @param help     one or two sentences for a user
 * @param source   where the default or the range comes from; may be empty
 * @param <T>      the value in Java
 */
record Field<T>(String name, FieldType<T> type, boolean required, Optional<T> standard, String otherwise, String help,
        String source) {

    static <T> Field<T> required(String name, FieldType<T> type, String help) {
        return new Field<>(name, type, true, Optional.empty(), "", help, "");
    }

    /** With a default that is always the same. */
    static <T> Field<T> of(String name, ScalarType<T> type, T standard, String help) {
        String otherwise = String.valueOf(type.toYaml().apply(standard));
        return new Field<>(name, type, false, Optional.of(standard), otherwise, help, "");
    }

    /** With a default that depends on other fields, or that is to have none of it. */
    static <T> Field<T> optional(String name, FieldType<T> type, String otherwise, String help) {
        return new Field<>(name, type, false, Optional.empty(), otherwise, help, "");
    }

    Field<T> from(String document) {
        return new Field<>(name, type, required, standard, otherwise, help, document);
    }
}
