// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.quorate.model.Spelling;
import org.quorate.model.UnitFormat;

/**
 * Finds the places of single values that people name: as in problems ({@code cluster.nodes[0].memory}), as in
 * {@link FieldCatalog} ({@code cluster.nodes[].memory} is that of every node, {@code fileSystems[gfs2].journals} that of
 * every GFS2) and with items by their name ({@code cluster.nodes[web1].memory}). Immutable.
 *
 * @param root of the file
 */
record Places(YamlNode root) {

    /** Longer than any path of the format with the longest names in it. */
    private static final int LONGEST = 500;
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,60}");
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,6}");

    /** Keys that tell the items of a list apart, the best one first. */
    private static final List<String> NAMES = List.of("name", "label", FieldType.OneOf.KEY, "node", "operation");

    /** A step of a path as it was written: a key, or what stands in brackets. */
    private record Step(String text, boolean item) {
    }

    /** Where the search has come to; no node: the file does not have it. */
    private record Spot(YamlPath path, FieldType<?> type, Optional<YamlNode> node) {
    }

    /**
     * The places, at least one, in the order of the file.
     *
     * @throws IllegalArgumentException that says which part of the path is wrong and what would be right
     */
    List<YamlPath> find(String text) {
        List<Spot> spots = List.of(new Spot(new YamlPath(List.of()), ScenarioFields.TYPE, Optional.of(root)));
        for (Step step : steps(text)) {
            List<Spot> next = new ArrayList<>();
            for (Spot spot : spots) {
                next.addAll(step.item() ? items(spot, step.text()) : List.of(key(spot, step.text(), text)));
            }
            spots = next;
        }
        for (Spot spot : spots) {
            if (!(spot.type() instanceof ScalarType)) {
                throw wrong(spot.path().toString(), "is no single value", SectionReader.allowed(spot.type()));
            }
        }
        return spots.stream().map(Spot::path).toList();
    }

    private static List<Step> steps(String text) {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (text.length() <= LONGEST && at <= text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
                end++;
            }
            if (!KEY.matcher(text.substring(at, end)).matches()) {
                break;
            }
            steps.add(new Step(text.substring(at, end), false));
            while (end < text.length() && text.charAt(end) == '[') {
                int close = text.indexOf(']', end);
                if (close < 0) {
                    throw noPath(text);
                }
                steps.add(new Step(text.substring(end + 1, close), true));
                end = close + 1;
            }
            if (end == text.length()) {
                return steps;
            }
            if (text.charAt(end) != '.') {
                break;
            }
            at = end + 1;
        }
        throw noPath(text);
    }

    private static Spot key(Spot spot, String key, String whole) {
        YamlPath path = spot.path().child(key);
        if (spot.type() instanceof FieldType.Mapping mapping) {
            Optional<Field<?>> field = mapping.fields().stream().filter(known -> known.name().equals(key)).findFirst();
            List<String> names = mapping.fields().stream().map(Field::name).toList();
            FieldType<?> type = field.orElseThrow(() -> wrong(path.toString(), "is not a key of " + mapping.name()
                    + hint(spot, key, names, whole), SectionReader.allowed(mapping))).type();
            return new Spot(path, type, spot.node().filter(YamlNode.Mapping.class::isInstance)
                    .flatMap(node -> ((YamlNode.Mapping) node).value(key)));
        }
        String at = spot.path().toString();
        throw spot.type() instanceof FieldType.ListOf
                ? wrong(at, "is a list", at + "[0], " + at + "[NAME] or, for every item, " + at + "[]")
                : wrong(at, "has no part " + UnitFormat.quote(key), SectionReader.allowed(spot.type()));
    }

    /** A near key; or, where a path begins in the middle of the format, the whole of it. */
    private static String hint(Spot spot, String key, List<String> names, String whole) {
        String near = Spelling.hint(key, names);
        if (!near.isEmpty() || !spot.path().isRoot()) {
            return near;
        }
        String ending = "." + whole.replaceAll("\\[[^\\]]*\\]", "[]");
        List<String> longer = FieldCatalog.fields().stream().map(FieldInfo::path)
                .filter(path -> path.replaceAll("\\[[^\\]]*\\]", "[]").endsWith(ending)).toList();
        return longer.size() == 1 ? "; did you mean " + longer.get(0) + "?" : "";
    }

    private static List<Spot> items(Spot spot, String which) {
        String at = spot.path() + "[" + UnitFormat.printable(which, 60) + "]";
        if (!(spot.type() instanceof FieldType.ListOf<?> list)) {
            throw wrong(at, "is no item: " + (spot.path().isRoot() ? "the file" : spot.path()) + " is no list",
                    SectionReader.allowed(spot.type()));
        }
        if (!(spot.node().orElse(null) instanceof YamlNode.Sequence sequence) || sequence.items().isEmpty()) {
            throw wrong(at, "is no item: the file does not have the list " + spot.path(),
                    "an item that is written in the file");
        }
        List<Spot> spots = new ArrayList<>();
        for (int index : indices(sequence.items(), which, at)) {
            YamlNode item = sequence.items().get(index);
            FieldType<?> type = list.element() instanceof FieldType.OneOf variants ? variant(variants, item)
                    : list.element();
            spots.add(new Spot(spot.path().child(index), type, Optional.of(item)));
        }
        return spots;
    }

    private static FieldType<?> variant(FieldType.OneOf variants, YamlNode item) {
        return variants.variants().get(value(item, FieldType.OneOf.KEY).orElseThrow());
    }

    private static List<Integer> indices(List<YamlNode> items, String which, String at) {
        List<Integer> all = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < items.size(); i++) {
            all.add(i);
            YamlNode item = items.get(i);
            NAMES.stream().map(key -> value(item, key)).flatMap(Optional::stream).findFirst().ifPresent(names::add);
        }
        if (which.isEmpty()) {
            return all;
        }
        // A number is an index, as in problems, even where an item is named so.
        if (INDEX.matcher(which).matches() && Integer.parseInt(which) < items.size()) {
            return List.of(Integer.valueOf(which));
        }
        for (String key : NAMES) {
            List<Integer> named = all.stream().filter(i -> value(items.get(i), key).filter(which::equals).isPresent())
                    .toList();
            if (!named.isEmpty()) {
                return named;
            }
        }
        throw wrong(at, "there is no such item" + Spelling.hint(which, names), "0" + (items.size() > 1
                ? " to " + (items.size() - 1) : "") + (names.isEmpty() ? "" : ", or one of "
                + String.join(", ", names.stream().limit(20).map(name -> UnitFormat.printable(name, 60)).toList())));
    }

    private static Optional<String> value(YamlNode item, String key) {
        return item instanceof YamlNode.Mapping mapping ? mapping.value(key).filter(YamlNode.Scalar.class::isInstance)
                .map(node -> ((YamlNode.Scalar) node).text()) : Optional.empty();
    }

    private static IllegalArgumentException wrong(String place, String message, String allowed) {
        return new IllegalArgumentException(UnitFormat.printable(place, 200) + ": " + message
                + (allowed.isEmpty() ? "" : " (allowed: " + allowed + ")"));
    }

    private static IllegalArgumentException noPath(String text) {
        return new IllegalArgumentException(UnitFormat.quote(text)
                + " is not a path of a field (allowed: as in workload.phases[0].closed.threads)");
    }
}
