// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quorate.provision.plan.Setting;

/**
 * A section of plain commands with values in the places of its variables. A line may end with marks: {@code # when WORD}
 * and {@code # unless WORD} keep it for a dialect (lower case) or a setting that is something other than empty and
 * {@code no}; {@code # each NAME in LIST} repeats it for each word of a list, {@code # each node} and {@code # each peer}
 * for the nodes and those that are not this one, as {@code $NAME} and {@code $ADDRESS}. Immutable, thread-safe.
 *
 * @param values  settings by name
 * @param nodes   names and addresses of all nodes
 * @param me      the node that the commands are for; the first one on the administrator's machine
 * @param include gives the commands of a file of the export
 */
record PlainTemplate(Map<String, Setting> values, Map<String, String> nodes, String me,
        UnaryOperator<String> include) {

    private static final Pattern MARK = Pattern.compile("(.*?) # (when|unless|each) ([A-Za-z_0-9]+)(?: in ([A-Z_0-9]+))?$");
    private static final Pattern INCLUDE = Pattern.compile("@include (\\S+)@");

    String render(String section) {
        return section.lines().map(line -> line.startsWith("    ") ? line.substring(4) : line)
                .flatMap(line -> lines(line, values)).map(line -> line + "\n").collect(Collectors.joining());
    }

    private Stream<String> lines(String line, Map<String, Setting> known) {
        Matcher mark = MARK.matcher(line);
        if (!mark.matches()) {
            Matcher file = INCLUDE.matcher(line);
            return file.matches() ? include.apply(file.group(1)).lines() : Stream.of(substituted(line, known));
        }
        String rest = mark.group(1);
        String word = mark.group(3);
        if (!mark.group(2).equals("each")) {
            return isSo(word, known) == mark.group(2).equals("when") ? lines(rest, known) : Stream.of();
        }
        if (mark.group(4) != null) {
            return words(known, mark.group(4)).stream().flatMap(each -> lines(rest, with(known, Map.of(word, each))));
        }
        return nodes.entrySet().stream().filter(node -> word.equals("node") || !node.getKey().equals(me))
                .flatMap(node -> lines(rest, with(known, Map.of("NAME", node.getKey(), "ADDRESS", node.getValue()))));
    }

    private static Map<String, Setting> with(Map<String, Setting> known, Map<String, String> more) {
        Map<String, Setting> all = new LinkedHashMap<>(known);
        more.forEach((name, value) -> all.put(name, new Setting.Text(value)));
        return all;
    }

    private static boolean isSo(String word, Map<String, Setting> known) {
        if (word.equals(word.toLowerCase(Locale.ROOT))) {
            return words(known, "DIALECTS").contains(word);
        }
        return known.get(word) instanceof Setting.Text text && !text.value().isEmpty() && !text.value().equals("no");
    }

    private static List<String> words(Map<String, Setting> known, String name) {
        if (known.get(name) instanceof Setting.Words words) {
            return words.values();
        }
        throw new IllegalStateException("no list: " + name);
    }

    private static String text(Map<String, Setting> known, String name) {
        if (known.get(name) instanceof Setting.Text text) {
            return text.value();
        }
        throw new IllegalStateException("no value: " + name);
    }

    private static String substituted(String line, Map<String, Setting> known) {
        return new ShellLine(line, new ShellLine.Values() {
            @Override
            public String text(String name) {
                return PlainTemplate.text(known, name);
            }

            @Override
            public List<String> words(String name) {
                return PlainTemplate.words(known, name);
            }
        }).substituted();
    }
}
