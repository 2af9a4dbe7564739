// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A single value.
 *
 * @param kind    what it is, for people: "size", "host name"
 * @param unit    the units, empty if it has none
 * @param allowed what may be written, in words
 * @param choices the words, if it is one of a few
 * @param unquoted it must stand without quotes (numbers, true and false)
 * @param parser  from its text; throws {@link IllegalArgumentException} with a message that says what is wrong
 * @param toYaml  to a String, Long, Double or Boolean
 * @param schema  adds what JSON Schema says of it
 * @param <T>     the value in Java
 */
record ScalarType<T>(String kind, String unit, String allowed, List<String> choices, boolean unquoted,
        Function<String, T> parser, Function<T, Object> toYaml, Consumer<ObjectNode> schema) implements FieldType<T> {

    T parse(String text) {
        return parser.apply(text);
    }
}
