// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.ScenarioReading;

/** The problems of a scenario, for people and for programs. */
public final class ProblemsText {

    /** Name and version of the JSON form. */
    public static final String FORMAT = "quorate-problems/1";

    /** The JSON form. */
    private record Document(String format, boolean valid, List<Problem> problems) {
    }

    private ProblemsText() {
    }

    /** One problem a line; nothing if there is none. */
    public static String text(ScenarioReading reading) {
        StringBuilder out = new StringBuilder();
        reading.problems().forEach(problem -> out.append(problem.severity().name().toLowerCase(Locale.ROOT)).append(": ")
                .append(problem).append('\n'));
        return out.toString();
    }

    /** {@link #FORMAT}: valid or not, and every problem with its place. */
    public static String json(ScenarioReading reading) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        try {
            return new ObjectMapper().writer(printer)
                    .writeValueAsString(new Document(FORMAT, reading.document().isPresent(), reading.problems())) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every list of problems has a JSON form", e);
        }
    }
}
