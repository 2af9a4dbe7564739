// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import org.quorate.app.ValidateScenario;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReading;
import picocli.CommandLine.Parameters;

/** The scenario that a command works on. */
final class ScenarioArgument {

    @Parameters(paramLabel = "SCENARIO", description = "Scenario file (YAML); - reads standard input.")
    private String file;

    /** As the user named it. */
    String file() {
        return file;
    }

    /** It comes from standard input. */
    boolean standardInput() {
        return new ScenarioFile(file).isStandardInput();
    }

    /** Reads it, problems and all. */
    ScenarioReading read(ValidateScenario validate, Console console) throws IOException {
        return new ScenarioFile(file).read(validate, console);
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
        return new ScenarioFile(file).document(validate, console, quiet);
    }
}
