// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.quorate.model.Spelling;
import org.quorate.model.UnitFormat;
import org.quorate.model.UnitFormatException;

/**
 * Checks a tree against the fields and reads its values: unknown, duplicate and missing keys, wrong types, units and
 * ranges. Goes on after each problem. Used by one thread.
 */
final class SectionReader {

    private final Problems problems;

    SectionReader(Problems problems) {
        this.problems = problems;
    }

    /** The value of a node, absent if it is not valid. A list or mapping with bad parts is still read, without them. */
    @SuppressWarnings("unchecked") // each branch returns what its type stands for
    <T> Optional<T> read(FieldType<T> type, YamlNode node, String path) {
        if (node instanceof YamlNode.Scalar scalar && scalar.isNull()) {
            problems.error(node.span(), path, "has no value", allowed(type));
            return Optional.empty();
        }
        if (type instanceof ScalarType<T> scalarType) {
            return scalar(scalarType, node, path);
        }
        if (type instanceof FieldType.ListOf<?> list) {
            return (Optional<T>) list(list, node, path);
        }
        if (type instanceof FieldType.Mapping mapping) {
            return (Optional<T>) mapping(mapping, node, path);
        }
        if (type instanceof FieldType.Either<?> either) {
            return (Optional<T>) either(either, node, path);
        }
        return (Optional<T>) variant((FieldType.OneOf) type, node, path);
    }

    private <T> Optional<T> scalar(ScalarType<T> type, YamlNode node, String path) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            problems.error(node.span(), path, "is " + node.kind() + ", not " + Scalars.a(type.kind()), type.allowed());
            return Optional.empty();
        }
        if (type.unquoted() && !scalar.plain()) {
            problems.error(node.span(), path, "is a text in quotes, not " + Scalars.a(type.kind()), type.allowed());
            return Optional.empty();
        }
        try {
            return Optional.of(type.parse(scalar.text()));
        } catch (UnitFormatException e) {
            problems.error(node.span(), path, e.getMessage(), e.allowed());
        } catch (IllegalArgumentException e) {
            problems.error(node.span(), path, e.getMessage(), type.allowed());
        }
        return Optional.empty();
    }

    private <E> Optional<List<E>> list(FieldType.ListOf<E> type, YamlNode node, String path) {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            problems.error(node.span(), path, "is " + node.kind() + ", not a list", allowed(type));
            return Optional.empty();
        }
        int size = sequence.items().size();
        if (size < type.least() || size > type.most()) {
            problems.error(node.span(), path, "has " + size + " items", allowed(type));
            if (size > type.most()) {
                return Optional.empty();
            }
        }
        List<E> values = new ArrayList<>();
        boolean complete = true;
        for (int i = 0; i < size; i++) {
            Optional<E> value = read(type.element(), sequence.items().get(i), path + "[" + i + "]");
            value.ifPresent(values::add);
            complete &= value.isPresent();
        }
        // Scalars: a list without its bad items would shift the places of the others.
        return complete || !(type.element() instanceof ScalarType) ? Optional.of(values) : Optional.empty();
    }

    private <S> Optional<FieldType.Either.Read<S>> either(FieldType.Either<S> type, YamlNode node, String path) {
        if (node instanceof YamlNode.Mapping) {
            return mapping(type.mapping(), node, path)
                    .map(section -> new FieldType.Either.Read<>(node.span(), Optional.empty(), Optional.of(section)));
        }
        return scalar(type.single(), node, path)
                .map(value -> new FieldType.Either.Read<>(node.span(), Optional.of(value), Optional.empty()));
    }

    private Optional<Section> variant(FieldType.OneOf type, YamlNode node, String path) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            problems.error(node.span(), path, "is " + node.kind() + ", not a mapping", allowed(type));
            return Optional.empty();
        }
        Optional<YamlNode> discriminator = mapping.value(FieldType.OneOf.KEY);
        if (discriminator.isEmpty()) {
            problems.error(node.span(), path + "." + FieldType.OneOf.KEY, "is missing", allowed(type));
            return Optional.empty();
        }
        String word = discriminator.get() instanceof YamlNode.Scalar scalar ? scalar.text() : "";
        FieldType.Mapping variant = type.variants().get(word);
        if (variant == null) {
            problems.error(discriminator.get().span(), path + "." + FieldType.OneOf.KEY,
                    UnitFormat.quote(word) + " is not a " + type.name() + Spelling.hint(word, type.variants().keySet()),
                    String.join(", ", type.variants().keySet()));
            return Optional.empty();
        }
        return mapping(variant, node, path);
    }

    Optional<Section> mapping(FieldType.Mapping type, YamlNode node, String path) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            problems.error(node.span(), path, "is " + node.kind() + ", not a mapping", allowed(type));
            return Optional.empty();
        }
        Map<String, Field<?>> known = new HashMap<>();
        type.fields().forEach(field -> known.put(field.name(), field));
        Set<String> unused = new TreeSet<>(known.keySet());
        mapping.entries().forEach(entry -> unused.remove(entry.key().text()));
        Map<String, Section.Given> given = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            Field<?> field = known.get(key);
            if (!seen.add(key)) {
                problems.error(entry.key().span(), join(path, key), "stands here twice", "each key once");
            } else if (field == null) {
                problems.error(entry.key().span(), join(path, key), "is not a key of " + type.name()
                        + Spelling.hint(key, unused), allowed(type));
            } else {
                Optional<?> value = read(field.type(), entry.value(), join(path, key));
                given.put(key, new Section.Given(entry.key().span(), entry.value(), value));
            }
        }
        for (Field<?> field : type.fields()) {
            if (field.required() && !seen.contains(field.name())) {
                problems.error(node.span(), join(path, field.name()), "is missing", allowed(field.type()));
            }
        }
        return Optional.of(new Section(path, node.span(), given));
    }

    /** The path of a key; a key that is no word is shown quoted. */
    private static String join(String path, String key) {
        String shown = key.matches("[A-Za-z0-9_-]{1,60}") ? key : UnitFormat.quote(key);
        return path.isEmpty() ? shown : path + "." + shown;
    }

    /** What may stand there, in words. */
    static String allowed(FieldType<?> type) {
        if (type instanceof ScalarType<?> scalar) {
            return scalar.allowed();
        }
        if (type instanceof FieldType.ListOf<?> list) {
            return "a list of " + list.least() + " to " + list.most() + " items";
        }
        if (type instanceof FieldType.Mapping mapping) {
            return "the keys " + String.join(", ", mapping.fields().stream().map(Field::name).toList());
        }
        if (type instanceof FieldType.Either<?> either) {
            return either.single().allowed() + ", or " + allowed(either.mapping());
        }
        FieldType.OneOf variants = (FieldType.OneOf) type;
        return FieldType.OneOf.KEY + ": one of " + String.join(", ", variants.variants().keySet());
    }
}
