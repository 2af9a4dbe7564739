// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A YAML tree as plain maps, lists and texts: what an edit of the text must come out as. The text is edited by offsets;
 * this says whether it did what was meant and nothing else.
 */
final class PlainTree {

    private PlainTree() {
    }

    static Object of(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> map.put(entry.key().text(), of(entry.value())));
            return map;
        }
        if (node instanceof YamlNode.Sequence sequence) {
            List<Object> list = new ArrayList<>();
            sequence.items().forEach(item -> list.add(of(item)));
            return list;
        }
        return ((YamlNode.Scalar) node).text();
    }

    /** Sets a value, making the mappings on the way to it. */
    static void set(Object root, YamlPath path, Object value) {
        Object at = root;
        for (Object step : path.parent().steps()) {
            at = step instanceof Integer index ? list(at).get(index)
                    : map(at).computeIfAbsent((String) step, key -> new LinkedHashMap<>());
        }
        if (path.last() instanceof Integer index) {
            list(at).set(index, value);
        } else {
            map(at).put((String) path.last(), value);
        }
    }

    /** Adds an item at the end of a list, making the list if there is none. */
    static void add(Object root, YamlPath path, Object value) {
        Object at = root;
        for (Object step : path.parent().steps()) {
            at = step instanceof Integer index ? list(at).get(index)
                    : map(at).computeIfAbsent((String) step, key -> new LinkedHashMap<>());
        }
        list(map(at).computeIfAbsent((String) path.last(), key -> new ArrayList<>())).add(value);
    }

    /** Removes an item or a key. */
    static void remove(Object root, YamlPath path) {
        Object at = root;
        for (Object step : path.parent().steps()) {
            at = step instanceof Integer index ? list(at).get(index) : map(at).get(step);
        }
        if (path.last() instanceof Integer index) {
            list(at).remove(index.intValue());
        } else {
            map(at).remove(path.last());
        }
    }

    @SuppressWarnings("unchecked") // of() makes no other lists
    private static List<Object> list(Object node) {
        return (List<Object>) node;
    }

    @SuppressWarnings("unchecked") // of() makes no other maps
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
