// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.function.Function;

/**
 * How results are written as JSON: records as they stand, absent values as null, indented, the same digits on every JDK. Pure functions,
 * thread-safe.
 */
public final class JsonForm {

    private JsonForm() {
    }

    /**
     * A result as text, with a line end at its end.
     *
     * @param result a record of records, lists, maps, texts, numbers and optional values
     */
    public static String text(Object result) {
        try {
            return writer(mapper()).writeValueAsString(result) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every result has a JSON form", e);
        }
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @param format reads the name and version of the form from a result
     * @param wanted the one that it must have
     * @param what   it is, for messages, for example {@code a sweep}
     * @throws IllegalArgumentException if the text is not JSON, not of this format, or has values out of range
     */
    static <T> T read(String text, Class<T> type, Function<T, String> format, String wanted, String what) {
        try {
            T result = mapper().readValue(text, type);
            String found = result == null ? null : format.apply(result);
            if (!wanted.equals(found)) {
                throw new IllegalArgumentException("not " + wanted + " but " + found);
            }
            return result;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not " + what + ": " + e.getOriginalMessage(), e);
        }
    }

    static ObjectMapper mapper() {
        // The fast writer's digits do not depend on the JDK, unlike those of Double.toString.
        return JsonMapper.builder().addModule(new Jdk8Module()).enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();
    }

    static ObjectWriter writer(ObjectMapper mapper) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return mapper.writer(printer);
    }
}
