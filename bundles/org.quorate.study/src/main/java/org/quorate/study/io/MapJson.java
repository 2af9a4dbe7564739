// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.quorate.study.map.CrossoverMap;

/**
 * The JSON form of a map, {@link CrossoverMap#FORMAT}: the records as they stand, absent values as null. Unknown fields are
 * errors. Thread-safe.
 */
public final class MapJson {

    private final ObjectMapper mapper = JsonForm.mapper();

    /** The map as text, indented, with a line end at its end. */
    public String write(CrossoverMap map) {
        try {
            return JsonForm.writer(mapper).writeValueAsString(map) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every map has a JSON form", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not JSON, not of this format, or has values out of range
     */
    public CrossoverMap read(String text) {
        try {
            CrossoverMap map = mapper.readValue(text, CrossoverMap.class);
            if (!CrossoverMap.FORMAT.equals(map.format())) {
                throw new IllegalArgumentException("not " + CrossoverMap.FORMAT + " but " + map.format());
            }
            return map;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a map: " + e.getOriginalMessage(), e);
        }
    }
}
