// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The text of a preset, cut into the parts that its keys at the margin begin, with the comments above them. Immutable, thread-safe. */
final class PresetText {

    private static final Pattern KEY = Pattern.compile("^(\\w+):.*");
    private static final Pattern ITEM = Pattern.compile("^  - type: (\\w+).*");
    private static final Pattern NODES = Pattern.compile("\\bnodes: \\[([^\\]]*)\\]");
    private static final Pattern BY = Pattern.compile("\\bby: ([\\w-]+)");

    private final List<String> head = new ArrayList<>();
    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    PresetText(String yaml) {
        List<String> comments = new ArrayList<>();
        List<String> section = head;
        for (String line : yaml.lines().toList()) {
            var key = KEY.matcher(line);
            if (key.matches()) {
                boolean first = sections.isEmpty();
                section = first ? new ArrayList<>() : comments;
                head.addAll(first ? comments : List.of());
                comments = new ArrayList<>();
                section.add(line);
                sections.put(key.group(1), section);
            } else if (line.startsWith("#")) {
                comments.add(line);
            } else if (!line.isBlank()) {
                section.addAll(comments);
                comments = new ArrayList<>();
                section.add(line);
            }
        }
    }

    /** The comments at the top, without their marks. */
    List<String> head() {
        return head.stream().map(line -> line.replaceFirst("^# ?", "")).toList();
    }

    /** The lines of a part, from its comments on; none if it is absent. */
    List<String> section(String key) {
        return sections.getOrDefault(key, List.of());
    }

    /** The lines of the contender of that type; none if it is absent. */
    List<String> contender(String type) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : section("fileSystems")) {
            var item = ITEM.matcher(line);
            inside = item.matches() ? item.group(1).equals(type) : inside && line.startsWith("    ");
            if (inside) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** A line in which nodes have other names. */
    static String renamed(String line, UnaryOperator<String> name) {
        String lists = NODES.matcher(line).replaceAll(list -> "nodes: [" + String.join(", ", names(list, name)) + "]");
        return BY.matcher(lists).replaceAll(one -> "by: " + name.apply(one.group(1)));
    }

    /** Several may have become one. */
    private static Set<String> names(MatchResult list, UnaryOperator<String> name) {
        Set<String> names = new LinkedHashSet<>();
        for (String old : list.group(1).split(",")) {
            names.add(name.apply(old.strip()));
        }
        return names;
    }
}
