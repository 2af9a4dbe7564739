// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.fio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.Rejects;
import org.quorate.intake.Whole;

/** The JSON that fio writes. Pure functions. */
final class FioJson {

    private static final int MOST_BYTES = 64 << 20;

    private FioJson() {
    }

    /**
     * A result of up to 64 MiB.
     *
     * @param rejects gets what fio says before it
     * @throws IntakeException if it is none or too large
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    static JsonNode result(IntakeSource source, Rejects rejects) throws IOException {
        JsonNode result = first(new String(Whole.read(source, MOST_BYTES), StandardCharsets.ISO_8859_1), rejects);
        if (!result.path("jobs").isArray() || result.path("fio version").isMissingNode()) {
            throw new IntakeException("no result of fio --output-format=json: it has no \"fio version\" and \"jobs\"");
        }
        return result;
    }

    /** The first JSON object; what fio says before it is told. */
    private static JsonNode first(String text, Rejects rejects) throws IntakeException {
        int at = 0;
        long line = 1;
        while (at < text.length() && text.charAt(at) != '{') {
            int end = text.indexOf('\n', at);
            String message = text.substring(at, end < 0 ? text.length() : end);
            if (!message.isBlank()) {
                rejects.add(line, message, "not JSON, perhaps a message of fio");
            }
            at = end < 0 ? text.length() : end + 1;
            line++;
        }
        try {
            JsonNode first = new ObjectMapper().readTree(new ObjectMapper().createParser(text.substring(at)));
            if (first != null && first.isObject()) {
                return first;
            }
        } catch (JsonProcessingException e) {
            int place = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new IntakeException("not JSON, or cut: wrong at line " + (line + Math.max(1, place) - 1));
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        }
        throw new IntakeException("there is no JSON object in it");
    }
}
