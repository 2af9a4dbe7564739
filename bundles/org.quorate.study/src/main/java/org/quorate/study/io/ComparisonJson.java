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
import org.quorate.study.result.Comparison;

/**
 * The JSON form of a comparison, {@link Comparison#FORMAT}: the records as they stand, absent values as null. Unknown
 * fields are errors. Thread-safe.
 */
public final class ComparisonJson {

    private final ObjectMapper mapper;
    private final ObjectWriter writer;

    /** The form of this version. */
    public ComparisonJson() {
        // The fast writer's digits do not depend on the JDK, unlike those of Double.toString.
        mapper = JsonMapper.builder().addModule(new Jdk8Module())
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        writer = mapper.writer(printer);
    }

    /** The text, indented, with a line end at its end. */
    public String write(Comparison comparison) {
        try {
            return writer.writeValueAsString(comparison) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every comparison has a JSON form", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not JSON, not of this format, or has values out of range
     */
    public Comparison read(String text) {
        try {
            Comparison comparison = mapper.readValue(text, Comparison.class);
            if (!Comparison.FORMAT.equals(comparison.format())) {
                throw new IllegalArgumentException("not " + Comparison.FORMAT + " but " + comparison.format());
            }
            return comparison;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a comparison: " + e.getOriginalMessage(), e);
        }
    }
}
