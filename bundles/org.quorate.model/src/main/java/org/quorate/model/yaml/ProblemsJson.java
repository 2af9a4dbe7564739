// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** The problems of a scenario for programs: {@value #FORMAT}, valid or not, and every problem with its place. */
public final class ProblemsJson {

    /** Name and version of the form. */
    public static final String FORMAT = "quorate-problems/1";

    /** The form itself. */
    private record Document(String format, boolean valid, List<Problem> problems) {
    }

    private ProblemsJson() {
    }

    /** The whole text, with a line end. */
    public static String of(ScenarioReading reading) {
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
