// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.util.Optional;
import org.quorate.app.ValidateScenario;
import org.quorate.model.yaml.ScenarioDocument;
import picocli.CommandLine.Parameters;

/** The scenario that real nodes are meant for, if the user names one. */
final class PlanArgument {

    @Parameters(arity = "0..1", paramLabel = "SCENARIO", description = "Scenario file (YAML) that the nodes are meant for: its nodes are asked, by"
            + " their names, and compared with it; - reads standard input.")
    private String file;

    /**
     * Reads it and tells its problems on standard error.
     *
     * @throws CommandFailure if it has errors
     */
    Optional<ScenarioDocument> document(ValidateScenario validate, Console console, boolean quiet) throws IOException {
        return file == null ? Optional.empty() : Optional.of(new ScenarioFile(file).document(validate, console, quiet));
    }
}
