// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.quorate.study.observe.Observation;

/**
 * The JSON form of an observation, {@link Observation#FORMAT}: the records as they stand, absent values as null. Unknown fields are errors.
 * Thread-safe.
 */
public final class ObservationJson {

    private final ObjectMapper mapper = JsonForm.mapper();

    /** The text, indented, with a line end at its end. */
    public String write(Observation observation) {
        try {
            return JsonForm.writer(mapper).writeValueAsString(observation) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every observation has a JSON form", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not JSON, not of this format, or has values out of range
     */
    public Observation read(String text) {
        try {
            Observation observation = mapper.readValue(text, Observation.class);
            if (!Observation.FORMAT.equals(observation.format())) {
                throw new IllegalArgumentException("not " + Observation.FORMAT + " but " + observation.format());
            }
            return observation;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not an observation: " + e.getOriginalMessage(), e);
        }
    }
}
