// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Builds the mapping that a value is written as: strings, numbers, booleans, lists and mappings. Used by one thread. */
final class SectionWriter {

    private final Map<String, Object> mapping = new LinkedHashMap<>();

    <T> SectionWriter put(Field<T> field, T value) {
        mapping.put(field.name(), toYaml(field.type(), value));
        return this;
    }

    <T> SectionWriter put(Field<T> field, Optional<T> value) {
        value.ifPresent(present -> put(field, present));
        return this;
    }

    <T> SectionWriter putIf(boolean condition, Field<T> field, T value) {
        return condition ? put(field, value) : this;
    }

    private static <T> Object toYaml(FieldType<T> type, T value) {
        if (type instanceof ScalarType<T> scalar) {
            return scalar.toYaml().apply(value);
        }
        if (type instanceof FieldType.ListOf<?> list) {
            return listToYaml(list, value);
        }
        throw new IllegalArgumentException("a mapping is written by section()");
    }

    @SuppressWarnings("unchecked") // the value of a ListOf<E> is a List<E>
    private static <E> Object listToYaml(FieldType.ListOf<E> type, Object value) {
        List<Object> items = new ArrayList<>();
        for (E item : (List<E>) value) {
            items.add(toYaml(type.element(), item));
        }
        return items;
    }

    /** A sub-mapping. */
    <V> SectionWriter section(Field<Section> field, V value, BiConsumer<V, SectionWriter> content) {
        mapping.put(field.name(), written(value, content));
        return this;
    }

    /** A list of mappings. */
    <V> SectionWriter sections(Field<List<Section>> field, List<V> values, BiConsumer<V, SectionWriter> content) {
        List<Object> items = new ArrayList<>();
        values.forEach(value -> items.add(written(value, content)));
        mapping.put(field.name(), items);
        return this;
    }

    private static <V> Map<String, Object> written(V value, BiConsumer<V, SectionWriter> content) {
        SectionWriter writer = new SectionWriter();
        content.accept(value, writer);
        return writer.mapping;
    }

    Map<String, Object> mapping() {
        return mapping;
    }
}
