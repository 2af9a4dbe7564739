// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.model.Scenario;

/**
 * A single value in which two scenarios differ, defaults filled in and units as the program writes them: {@code 1000 us} and {@code 1 ms}
 * do not differ, nor does a default that one of them writes out. Immutable.
 *
 * @param path   of the value; items of lists are named where they have names: {@code cluster.nodes[node1].memory}
 * @param before in the first scenario; absent if it has none there
 * @param after  in the second scenario; absent if it has none there
 */
public record ScenarioChange(String path, Optional<String> before, Optional<String> after) {

    /** Keys that tell the items of a list apart, the first that does so in both lists counts; else they are numbered from 0. */
    private static final List<String> NAMES = List.of("name", "label", "operation");

    /** What differs, in the order of the format; values that only the second has come last. */
    public static List<ScenarioChange> between(Scenario before, Scenario after) {
        Map<String, String> first = new LinkedHashMap<>();
        Map<String, String> second = new LinkedHashMap<>();
        walk("", Optional.of(tree(before)), Optional.of(tree(after)), first, second);
        List<ScenarioChange> changes = new ArrayList<>();
        first.forEach((path, value) -> {
            if (!value.equals(second.get(path))) {
                changes.add(new ScenarioChange(path, Optional.of(value), Optional.ofNullable(second.get(path))));
            }
        });
        second.forEach((path, value) -> {
            if (!first.containsKey(path)) {
                changes.add(new ScenarioChange(path, Optional.empty(), Optional.of(value)));
            }
        });
        return changes;
    }

    private static YamlNode tree(Scenario scenario) {
        return YamlTree.read(ScenarioWriter.write(scenario), new Problems("scenario"))
                .orElseThrow(() -> new IllegalStateException("the canonical form of a scenario is YAML"));
    }

    /** Both at once, because how the items of a list are called depends on both. */
    private static void walk(String path, Optional<YamlNode> before, Optional<YamlNode> after, Map<String, String> first,
            Map<String, String> second) {
        scalar(before).ifPresent(text -> first.put(path, text));
        scalar(after).ifPresent(text -> second.put(path, text));
        Map<String, YamlNode> left = children(path, before, after, before);
        Map<String, YamlNode> right = children(path, before, after, after);
        left.forEach((place, node) -> walk(place, Optional.of(node), Optional.ofNullable(right.get(place)), first, second));
        right.forEach((place, node) -> {
            if (!left.containsKey(place)) {
                walk(place, Optional.empty(), Optional.of(node), first, second);
            }
        });
    }

    private static Optional<String> scalar(Optional<YamlNode> node) {
        return node.filter(YamlNode.Scalar.class::isInstance).map(scalar -> ((YamlNode.Scalar) scalar).text());
    }

    private static Map<String, YamlNode> children(String path, Optional<YamlNode> before, Optional<YamlNode> after,
            Optional<YamlNode> of) {
        Map<String, YamlNode> children = new LinkedHashMap<>();
        if (of.isPresent() && of.get() instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach(entry -> children.put(path.isEmpty() ? entry.key().text() : path + "." + entry.key().text(),
                    entry.value()));
        } else if (of.isPresent() && of.get() instanceof YamlNode.Sequence sequence) {
            Optional<String> key = NAMES.stream().filter(name -> tellsApart(before, after, name)).findFirst();
            for (YamlNode item : sequence.items()) {
                String name = key.flatMap(field -> name(item, field)).orElseGet(() -> String.valueOf(children.size()));
                children.put(path + "[" + name + "]", item);
            }
        }
        return children;
    }

    /** Each item has that key, no two of a list the same value, and what both lists have stands in the same order, which means something. */
    private static boolean tellsApart(Optional<YamlNode> before, Optional<YamlNode> after, String key) {
        List<String> first = names(before, key);
        List<String> second = names(after, key);
        return first.size() == items(before).size() && second.size() == items(after).size()
                && first.stream().filter(second::contains).toList().equals(second.stream().filter(first::contains).toList());
    }

    private static List<String> names(Optional<YamlNode> list, String key) {
        return items(list).stream().flatMap(item -> name(item, key).stream()).distinct().toList();
    }

    private static List<YamlNode> items(Optional<YamlNode> list) {
        return list.isPresent() && list.get() instanceof YamlNode.Sequence sequence ? sequence.items() : List.of();
    }

    private static Optional<String> name(YamlNode item, String key) {
        return item instanceof YamlNode.Mapping mapping ? scalar(mapping.value(key)) : Optional.empty();
    }
}
