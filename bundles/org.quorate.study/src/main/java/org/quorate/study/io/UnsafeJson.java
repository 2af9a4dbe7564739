// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.quorate.study.unsafe.UnsafeResult;

/** The JSON form of {@link UnsafeResult}, {@link UnsafeResult#FORMAT}: the records as they stand. Thread-safe. */
public final class UnsafeJson {

    /** The text, indented, with a line end at its end. */
    public String write(UnsafeResult result) {
        try {
            return JsonForm.writer(JsonForm.mapper()).writeValueAsString(result) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every result has a JSON form", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not JSON or not of this format
     */
    public UnsafeResult read(String text) {
        try {
            UnsafeResult result = JsonForm.mapper().readValue(text, UnsafeResult.class);
            if (!UnsafeResult.FORMAT.equals(result.format())) {
                throw new IllegalArgumentException("not " + UnsafeResult.FORMAT + " but " + result.format());
            }
            return result;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a result of unsafe: " + e.getOriginalMessage(), e);
        }
    }
}
