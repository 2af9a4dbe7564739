// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.quorate.study.sweep.PointOutcome;
import org.quorate.study.sweep.Sweep;

/**
 * The JSON forms of a sweep, {@link Sweep#FORMAT}, and of one point that is kept, {@link PointOutcome#FORMAT}: the records as
 * they stand, absent values as null. Unknown fields are errors. Thread-safe.
 */
public final class SweepJson {

    private final ObjectMapper mapper = JsonForm.mapper();

    /**
     * A point as it is kept.
     *
     * @param format  {@link PointOutcome#FORMAT}
     * @param key     that it is kept under
     * @param outcome what its runs gave
     */
    private record Kept(String format, String key, PointOutcome outcome) {
    }

    /** The sweep as text, indented, with a line end at its end. */
    public String write(Sweep sweep) {
        return text(sweep);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not JSON, not of this format, or has values out of range
     */
    public Sweep read(String text) {
        return JsonForm.read(text, Sweep.class, Sweep::format, Sweep.FORMAT, "a sweep");
    }

    /** A point to keep under a key. */
    public String write(String key, PointOutcome outcome) {
        return text(new Kept(PointOutcome.FORMAT, key, outcome));
    }

    /** A kept point; nothing if the text is not a whole one of that key. */
    public Optional<PointOutcome> read(String key, String text) {
        try {
            Kept kept = mapper.readValue(text, Kept.class);
            return kept != null && PointOutcome.FORMAT.equals(kept.format()) && key.equals(kept.key())
                    ? Optional.ofNullable(kept.outcome()) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private String text(Object value) {
        try {
            return JsonForm.writer(mapper).writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every sweep has a JSON form", e);
        }
    }
}
