// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Edits a YAML text in place: only the characters of the value in question change, so that comments, order and style
 * stay. Knows YAML, not scenarios. Each edit gives a new text; the editor itself does not change.
 */
final class YamlEditor {

    private final String text;
    private final YamlNode root;
    private final String newline;

    YamlEditor(String text, YamlNode root) {
        this.text = text;
        this.root = root;
        this.newline = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** The node at a path. */
    Optional<YamlNode> find(YamlPath path) {
        YamlNode node = root;
        for (Object step : path.steps()) {
            Optional<YamlNode> next = Optional.empty();
            if (step instanceof String key && node instanceof YamlNode.Mapping mapping) {
                next = mapping.value(key);
            } else if (step instanceof Integer index && node instanceof YamlNode.Sequence sequence) {
                next = index < sequence.items().size() ? Optional.of(sequence.items().get(index)) : Optional.empty();
            }
            if (next.isEmpty()) {
                return Optional.empty();
            }
            node = next.get();
        }
        return Optional.of(node);
    }

    /** Puts a value of one line in the place of what stands at the path. */
    String replace(YamlPath path, String value) {
        YamlNode node = find(path).orElseThrow();
        boolean block = node instanceof YamlNode.Mapping mapping && !mapping.flow()
                || node instanceof YamlNode.Sequence sequence && !sequence.flow();
        // A block collection starts on a line of its own; the value goes behind its key instead.
        int start = block && path.last() instanceof String ? colonEnd(path) : node.span().start();
        boolean afterIndicator = start > 0 && ":-".indexOf(text.charAt(start - 1)) >= 0;
        return text.substring(0, start) + (afterIndicator ? " " : "") + value + text.substring(contentEnd(node));
    }

    private int colonEnd(YamlPath path) {
        return text.indexOf(':', entry(path).key().span().end()) + 1;
    }

    private YamlNode.Entry entry(YamlPath path) {
        YamlNode.Mapping mapping = (YamlNode.Mapping) find(path.parent()).orElseThrow();
        return mapping.entries().stream().filter(entry -> entry.key().text().equals(path.last())).findFirst().orElseThrow();
    }

    /**
     * Adds a key to a mapping.
     *
     * @param parent of an existing mapping
     * @param key    that it does not have
     * @param before keys that should stand before it, the nearest last
     * @param lines  what stands behind the key and its colon: one line, or an empty one and a block below it
     */
    String insertKey(YamlPath parent, String key, List<String> before, List<String> lines) {
        YamlNode.Mapping mapping = (YamlNode.Mapping) find(parent).orElseThrow();
        Optional<YamlNode.Entry> previous = mapping.entries().stream()
                .filter(entry -> before.contains(entry.key().text()))
                .max(Comparator.comparingInt(entry -> before.indexOf(entry.key().text())));
        if (mapping.flow()) {
            return insertIntoFlow(mapping, previous, key + ": " + lines.get(0).strip());
        }
        YamlNode.Entry first = mapping.entries().get(0);
        String indent = " ".repeat(first.key().span().column() - 1);
        String entry = key + ":" + String.join(newline + indent, lines);
        if (previous.isEmpty()) {
            int at = first.key().span().start();
            return text.substring(0, at) + entry + newline + indent + text.substring(at);
        }
        int at = lineEnd(contentEnd(previous.get().value()));
        return text.substring(0, at) + newline + indent + entry + text.substring(at);
    }

    private String insertIntoFlow(YamlNode.Mapping mapping, Optional<YamlNode.Entry> previous, String entry) {
        if (previous.isPresent()) {
            int at = contentEnd(previous.get().value());
            return text.substring(0, at) + ", " + entry + text.substring(at);
        }
        int at = mapping.span().start() + 1;
        return text.substring(0, at) + entry + (mapping.entries().isEmpty() ? "" : ", ") + text.substring(at);
    }

    /** Adds an item at the end of an existing list: as a block, or as one line where the list is written so. */
    String appendItem(YamlPath list, List<String> block, String flow) {
        YamlNode.Sequence sequence = (YamlNode.Sequence) find(list).orElseThrow();
        if (sequence.flow()) {
            boolean empty = sequence.items().isEmpty();
            int at = empty ? sequence.span().start() + 1 : contentEnd(last(sequence.items()));
            return text.substring(0, at) + (empty ? "" : ", ") + flow + text.substring(at);
        }
        int at = lineEnd(contentEnd(last(sequence.items())));
        String indent = newline + " ".repeat(sequence.span().column() - 1);
        return text.substring(0, at) + indent + "- " + String.join(indent + "  ", block) + text.substring(at);
    }

    /** Removes an item or a key; the only key of a mapping takes the mapping with it. */
    String remove(YamlPath path) {
        YamlNode parent = find(path.parent()).orElseThrow();
        if (parent instanceof YamlNode.Sequence sequence) {
            return removeItem(path, sequence, (Integer) path.last());
        }
        YamlNode.Mapping mapping = (YamlNode.Mapping) parent;
        if (mapping.entries().size() == 1) {
            return path.parent().last() instanceof String ? remove(path.parent()) : replace(path.parent(), "{}");
        }
        int index = mapping.entries().indexOf(entry(path));
        YamlNode.Entry entry = mapping.entries().get(index);
        int start = entry.key().span().start();
        int end = contentEnd(entry.value());
        if (!mapping.flow()) {
            return removeBlock(start, end, index == 0 ? mapping.entries().get(1).key().span().start() : -1);
        }
        return index == 0 ? cut(start, mapping.entries().get(1).key().span().start())
                : cut(contentEnd(mapping.entries().get(index - 1).value()), end);
    }

    private String removeItem(YamlPath path, YamlNode.Sequence sequence, int index) {
        List<YamlNode> items = sequence.items();
        if (items.size() == 1) {
            return replace(path.parent(), "[]");
        }
        int end = contentEnd(items.get(index));
        if (!sequence.flow()) {
            return removeBlock(dash(items.get(index), sequence.span().column()), end, -1);
        }
        return index == 0 ? cut(items.get(0).span().start(), items.get(1).span().start())
                : cut(contentEnd(items.get(index - 1)), end);
    }

    /** Removes whole lines; or, if other things stand before on the first line, what lies up to the next entry. */
    private String removeBlock(int start, int end, int next) {
        int lineStart = lineStart(start);
        int lineEnd = lineEnd(end);
        if (text.substring(lineStart, start).isBlank()) {
            boolean lastLine = lineEnd == text.length();
            return cut(lastLine ? Math.max(0, lineStart - newline.length()) : lineStart,
                    lastLine ? lineEnd : lineEnd + newlineLength(lineEnd));
        }
        boolean onlyBlanksBetween = next >= 0 && text.substring(end, next).isBlank();
        return cut(start, onlyBlanksBetween ? next : end);
    }

    /** The dash of a block item: the nearest one above or on its line, in the column of the list. */
    private int dash(YamlNode item, int column) {
        int at = lineStart(item.span().start());
        while (at + column - 1 >= text.length() || text.charAt(at + column - 1) != '-') {
            at = lineStart(at - 1);
        }
        return at + column - 1;
    }

    private String cut(int start, int end) {
        return text.substring(0, start) + text.substring(end);
    }

    /** Behind the last character that belongs to the node; a block collection's own span reaches to the next token. */
    private int contentEnd(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping && !mapping.flow()) {
            return contentEnd(last(mapping.entries()).value());
        }
        if (node instanceof YamlNode.Sequence sequence && !sequence.flow()) {
            return contentEnd(last(sequence.items()));
        }
        int end = node.span().end();
        if (node instanceof YamlNode.Scalar scalar && scalar.block()) {
            while (Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
        }
        return end;
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /** Before the line end. */
    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        if (end < 0) {
            return text.length();
        }
        return end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    private int newlineLength(int lineEnd) {
        return text.charAt(lineEnd) == '\r' ? 2 : 1;
    }
}
