// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.quorate.app.ValidateScenario;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReading;

/**
 * A scenario as the user named it.
 *
 * @param name of the file; {@code -}: standard input
 */
record ScenarioFile(String name) {

    private static final String STANDARD_INPUT = "-";

    boolean isStandardInput() {
        return name.equals(STANDARD_INPUT);
    }

    /** Reads it, problems and all. */
    ScenarioReading read(ValidateScenario validate, Console console) throws IOException {
        return isStandardInput() ? validate.read("<stdin>", console.in()) : validate.read(Path.of(name));
    }

    /**
     * Reads it and tells its problems on standard error.
     *
     * @param quiet only if there is an error among them
     * @throws CommandFailure if it has errors
     */
    ScenarioDocument document(ValidateScenario validate, Console console, boolean quiet) throws IOException {
        ScenarioReading reading = read(validate, console);
        for (Problem problem : reading.problems()) {
            if (!quiet || reading.document().isEmpty()) {
                console.tell(problem);
            }
        }
        return reading.document().orElseThrow(() -> new CommandFailure(ExitCode.PROBLEMS, "the scenario has errors"));
    }
}
