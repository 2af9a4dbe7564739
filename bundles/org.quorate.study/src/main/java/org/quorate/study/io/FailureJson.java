// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.quorate.study.failure.Failure;

/** The JSON form of a failure, {@link Failure#FORMAT}: the records as they stand, absent values as null. Thread-safe. */
public final class FailureJson {

    private final ObjectMapper mapper = JsonForm.mapper();

    /** The failure as text, indented, with a line end at its end. */
    public String write(Failure failure) {
        try {
            return JsonForm.writer(mapper).writeValueAsString(failure) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every failure has a JSON form", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not JSON or not of this format
     */
    public Failure read(String text) {
        try {
            Failure failure = mapper.readValue(text, Failure.class);
            if (!Failure.FORMAT.equals(failure.format())) {
                throw new IllegalArgumentException("not " + Failure.FORMAT + " but " + failure.format());
            }
            return failure;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a failure: " + e.getOriginalMessage(), e);
        }
    }
}
