// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.quorate.model.yaml.FieldInfo;
import org.quorate.model.yaml.ScenarioDocument;

/** Between what stands in the document and what a text field shows: a list of values is a line with commas. */
final class Values {

    private Values() {
    }

    static Optional<String> read(ScenarioDocument document, FieldInfo field, String path) {
        if (field.kind() != FieldInfo.Kind.LIST) {
            return document.value(path);
        }
        return document.has(path) ? Optional.of(IntStream.range(0, document.items(path))
                .mapToObj(i -> document.value(path + "[" + i + "]").orElse("")).collect(Collectors.joining(", ")))
                : Optional.empty();
    }

    /** What the document is given for an input; empty: the default. */
    static String yaml(FieldInfo field, String input) {
        if (field.kind() != FieldInfo.Kind.LIST || input.isEmpty()) {
            return input;
        }
        return items(input).map(Values::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** What was entered, from what the document was given. */
    static String shown(FieldInfo field, String yaml) {
        if (field.kind() != FieldInfo.Kind.LIST || yaml.isEmpty()) {
            return yaml;
        }
        String inner = yaml.substring(1, yaml.length() - 1);
        return List.of(inner.split("\", \"")).stream().map(item -> item.replaceAll("^\"|\"$", "")
                .replace("\\\"", "\"").replace("\\\\", "\\")).collect(Collectors.joining(", "));
    }

    private static Stream<String> items(String input) {
        return Stream.of(input.split(",")).map(String::strip).filter(item -> !item.isEmpty());
    }

    /** A text in double quotes, in which nothing means anything to YAML. */
    static String quoted(String item) {
        return "\"" + item.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
