// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.quorate.study.observe.ObservationSeries;
import org.quorate.study.observe.ObservationSeries.Head;
import org.quorate.study.observe.Round;
import org.quorate.study.observe.RoundBuffer;

/**
 * The JSON form of a series, {@link ObservationSeries#FORMAT}: a line of JSON for its head, one for each round, and a last one,
 * {@code {"end":N}} with the number of rounds. So it can be written while it runs: a line that is not whole is none, and a file without its
 * last line is one of a series that still runs or was cut off. Thread-safe.
 */
public final class ObservationSeriesJson {

    /** Far beyond a round of 255 nodes. */
    private static final int MOST_CHARACTERS = 64 << 20;

    /** @param end number of rounds */
    private record End(long end) {
    }

    /**
     * What was read.
     *
     * @param series with at most {@link RoundBuffer#MOST} rounds
     * @param rounds that the file has
     */
    public record Reading(ObservationSeries series, long rounds) {
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

    /**
     * Reads what was written, as far as it is whole.
     *
     * @throws IllegalArgumentException if it is no such file, or a line before the last one is not of this form
     * @throws IOException              if it cannot be read
     */
    public Reading read(Reader from) throws IOException {
        BufferedReader reader = new BufferedReader(from);
        Head head = value(line(reader), Head.class, 1);
        if (head == null || !ObservationSeries.FORMAT.equals(head.format())) {
            throw new IllegalArgumentException("not " + ObservationSeries.FORMAT + (head == null ? "" : " but " + head.format()));
        }
        RoundBuffer rounds = new RoundBuffer();
        boolean whole = false;
        int number = 2;
        for (String line = line(reader); line != null; line = line(reader)) {
            if (whole) {
                throw new IllegalArgumentException("line " + number + ": something follows the end");
            }
            if (line.startsWith("{\"end\":")) {
                End end = value(line, End.class, number);
                if (end.end() != rounds.total()) {
                    throw new IllegalArgumentException("it ends with " + end.end() + " rounds, and has " + rounds.total());
                }
                whole = true;
            } else {
                rounds.add(value(line, Round.class, number));
            }
            number++;
        }
        return new Reading(new ObservationSeries(head, rounds.rounds(), whole), rounds.total());
    }

    /** A line with its end; null for none, also if the last one has no end. */
    private static String line(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = reader.read(); next >= 0; next = reader.read()) {
            if (next == '\n') {
                return line.toString();
            }
            line.append((char) next);
            if (line.length() > MOST_CHARACTERS) {
                throw new IllegalArgumentException("a line of more than " + MOST_CHARACTERS + " characters");
            }
        }
        return null;
    }

    private <T> T value(String line, Class<T> type, int number) {
        try {
            T value = line == null ? null : mapper.readValue(line, type);
            if (value == null) {
                throw new IllegalArgumentException("line " + number + ": nothing is there");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("line " + number + " is not of " + ObservationSeries.FORMAT + ": " + e.getOriginalMessage(), e);
        }
    }
}
