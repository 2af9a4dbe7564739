// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.List;
import java.util.Optional;

/** The tree of a YAML text, with its places. Immutable. */
sealed interface YamlNode permits YamlNode.Scalar, YamlNode.Sequence, YamlNode.Mapping {

    Span span();

    /**
     * A single value.
     *
     * @param text  its text, without quotes
     * @param plain written without quotes
     * @param block written as a block ({@code |} or {@code >})
     */
    record Scalar(String text, boolean plain, boolean block, Span span) implements YamlNode {

        /** Nothing is written, or null. */
        boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> items, boolean flow, Span span) implements YamlNode {
    }

    /** A mapping, with its keys in the order of the file. */
    record Mapping(List<Entry> entries, boolean flow, Span span) implements YamlNode {

        /** The value of a key, the first of duplicates. */
        Optional<YamlNode> value(String key) {
            return entries.stream().filter(entry -> entry.key().text().equals(key)).findFirst().map(Entry::value);
        }
    }

    /** One key with its value. */
    record Entry(Scalar key, YamlNode value) {
    }

    /** "a mapping", "a list", "a text", for messages. */
    default String kind() {
        if (this instanceof Mapping) {
            return "a mapping";
        }
        return this instanceof Sequence ? "a list" : "a single value";
    }
}
