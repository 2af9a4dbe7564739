// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
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
        mapper = JsonForm.mapper();
        writer = JsonForm.writer(mapper);
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
