// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.quorate.app.ValidateScenario;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReading;
import picocli.CommandLine.Parameters;

/** The scenario that a command works on. */
final class ScenarioArgument {

    private static final String STANDARD_INPUT = "-";

    @Parameters(paramLabel = "SCENARIO", description = "Scenario file (YAML); - reads standard input.")
    private String file;

    /** As the user named it. */
    String file() {
        return file;
    }

    /** It comes from standard input. */
    boolean standardInput() {
        return file.equals(STANDARD_INPUT);
    }

    /** Reads it, problems and all. */
    ScenarioReading read(ValidateScenario validate, Console console) throws IOException {
        return read(file, validate, console);
    }

    private static ScenarioReading read(String file, ValidateScenario validate, Console console) throws IOException {
        return file.equals(STANDARD_INPUT) ? validate.read("<stdin>", console.in()) : validate.read(Path.of(file));
    }

    /**
     * Reads it and tells its problems on standard error.
     *
     * @throws CommandFailure if it has errors
     */
    Scenario scenario(ValidateScenario validate, Console console, boolean quiet) throws IOException {
        return document(validate, console, quiet).scenario();
    }

    /**
     * The same with its text.
     *
     * @throws CommandFailure if it has errors
     */
    ScenarioDocument document(ValidateScenario validate, Console console, boolean quiet) throws IOException {
        return document(file, validate, console, quiet);
    }

    /** The same of a file that the user named elsewhere. */
    static ScenarioDocument document(String file, ValidateScenario validate, Console console, boolean quiet) throws IOException {
        ScenarioReading reading = read(file, validate, console);
        for (Problem problem : reading.problems()) {
            if (!quiet || reading.document().isEmpty()) {
                console.tell(problem);
            }
        }
        return reading.document().orElseThrow(() -> new CommandFailure(ExitCode.PROBLEMS, "the scenario has errors"));
    }
}
