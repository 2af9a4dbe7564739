// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.quorate.study.search.Search;

/**
 * The JSON form of a search, {@link Search#FORMAT}: the records as they stand, absent values as null. Unknown fields are errors.
 * Thread-safe.
 */
public final class SearchJson {

    private final ObjectMapper mapper = JsonForm.mapper();

    /** The search as text, indented, with a line end at its end. */
    public String write(Search search) {
        try {
            return JsonForm.writer(mapper).writeValueAsString(search) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every search has a JSON form", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not JSON, not of this format, or has values out of range
     */
    public Search read(String text) {
        try {
            Search search = mapper.readValue(text, Search.class);
            if (!Search.FORMAT.equals(search.format())) {
                throw new IllegalArgumentException("not " + Search.FORMAT + " but " + search.format());
            }
            return search;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a search: " + e.getOriginalMessage(), e);
        }
    }
}
