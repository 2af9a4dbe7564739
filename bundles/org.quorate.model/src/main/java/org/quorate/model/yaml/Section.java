// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping of the file as it was read: the good values, and where everything stands. Immutable. */
final class Section {

    /**
     * What stands at a key.
     *
     * @param key   place of the key
     * @param node  its value as YAML
     * @param value its value, absent if it is not valid
     */
    record Given(Span key, YamlNode node, Optional<?> value) {
    }

    private final String path;
    private final Span span;
    private final Map<String, Given> given;

    Section(String path, Span span, Map<String, Given> given) {
        this.path = path;
        this.span = span;
        this.given = Map.copyOf(given);
    }

    /** An empty one: every field has its default. */
    static Section absent(String path, Span span) {
        return new Section(path, span, Map.of());
    }

    /** The key stands in the file, valid or not. */
    boolean has(Field<?> field) {
        return given.containsKey(field.name());
    }

    /** The value that stands in the file, if it is valid. */
    @SuppressWarnings("unchecked") // SectionReader puts in what the field's type has parsed
    <T> Optional<T> given(Field<T> field) {
        Given entry = given.get(field.name());
        return entry == null ? Optional.empty() : (Optional<T>) entry.value();
    }

    /** The value as it will be: the given one, or the fixed default; nothing if it is invalid or depends. */
    <T> Optional<T> effective(Field<T> field) {
        return has(field) ? given(field) : field.standard();
    }

    /** The value or the fixed default. Only for files without errors. */
    <T> T get(Field<T> field) {
        return effective(field).orElseThrow(() -> new IllegalStateException(path + "." + field.name() + " has no value"));
    }

    /** The value, or a default that depends on other fields. Only for files without errors. */
    <T> T or(Field<T> field, T otherwise) {
        return given(field).orElse(otherwise);
    }

    /** A sub-mapping, empty if absent. */
    Section section(Field<Section> field) {
        return given(field).orElseGet(() -> absent(pathOf(field), at(field)));
    }

    /** Path of the mapping itself. */
    String path() {
        return path;
    }

    Span span() {
        return span;
    }

    String pathOf(Field<?> field) {
        return path.isEmpty() ? field.name() : path + "." + field.name();
    }

    /** Where the field's value stands, or the mapping if it is absent. */
    Span at(Field<?> field) {
        Given entry = given.get(field.name());
        return entry == null ? span : entry.node().span();
    }

    /** The list stands there with none of its items left out for being no mapping. */
    boolean complete(Field<List<Section>> field) {
        return given(field).isPresent()
                && given(field).get().size() == ((YamlNode.Sequence) given.get(field.name()).node()).items().size();
    }

    /** Where item {@code index} of a list stands. */
    Span at(Field<?> field, int index) {
        return ((YamlNode.Sequence) given.get(field.name()).node()).items().get(index).span();
    }
}
