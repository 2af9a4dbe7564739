// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a YAML tree, as in {@code cluster.nodes[0].address}. Immutable.
 *
 * @param steps a String for a key, an Integer for a list item, from the root
 */
record YamlPath(List<Object> steps) {

    private static final Pattern STEP = Pattern.compile("([A-Za-z][A-Za-z0-9]{0,60})((\\[[0-9]{1,6}\\])*)");

    YamlPath {
        steps = List.copyOf(steps);
    }

    /** Throws IllegalArgumentException if the text is no path. */
    static YamlPath of(String text) {
        List<Object> steps = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            Matcher matcher = STEP.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not a path: " + text);
            }
            steps.add(matcher.group(1));
            for (String index : matcher.group(2).split("[\\[\\]]")) {
                if (!index.isEmpty()) {
                    steps.add(Integer.valueOf(index));
                }
            }
        }
        return new YamlPath(steps);
    }

    Object last() {
        return steps.get(steps.size() - 1);
    }

    YamlPath parent() {
        return new YamlPath(steps.subList(0, steps.size() - 1));
    }

    YamlPath child(Object step) {
        List<Object> longer = new ArrayList<>(steps);
        longer.add(step);
        return new YamlPath(longer);
    }

    boolean isRoot() {
        return steps.isEmpty();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Object step : steps) {
            if (step instanceof Integer index) {
                text.append('[').append(index).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }
}
