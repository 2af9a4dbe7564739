// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.quorate.study.observe.ObservationSeries;
import org.quorate.study.observe.ObservationSeries.Head;
import org.quorate.study.observe.Round;

/**
 * The JSON form of a series, {@link ObservationSeries#FORMAT}: a line of JSON for its head, one for each round, and a last one,
 * {@code {"end":N}} with the number of rounds. So it can be written while it runs: a line that is not whole is none, and a file without its
 * last line is one of a series that still runs or was cut off. Thread-safe.
 */
public final class ObservationSeriesJson {

    /** @param end number of rounds */
    private record End(long end) {
    }

    private final ObjectMapper mapper = JsonForm.mapper();

    /** The first line, with its end. */
    public String head(Head head) {
        return line(head);
    }

    /** The line of a round, with its end. */
    public String round(Round round) {
        return line(round);
    }

    /** The last line, with its end. */
    public String end(long rounds) {
        return line(new End(rounds));
    }

    private String line(Object value) {
        try {
            return mapper.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every part of a series has a JSON form", e);
        }
    }
}
