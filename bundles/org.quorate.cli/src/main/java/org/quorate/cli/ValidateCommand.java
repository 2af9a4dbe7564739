// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.quorate.app.QuorateApp;
import org.quorate.cli.text.ProblemsText;
import org.quorate.model.yaml.ProblemsJson;
import org.quorate.model.yaml.ScenarioReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quorate validate}. */
@Command(name = "validate", description = "Check a scenario: every problem with its line, column and field.")
final class ValidateCommand implements Callable<Integer> {

    @Mixin
    private ScenarioArgument scenario;

    @Option(names = "--json", description = "Write JSON (" + ProblemsJson.FORMAT + ") instead of text.")
    private boolean json;

    @Mixin
    private OutputArguments output;

    @Mixin
    private CommonOptions common;

    private final Console console;

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        output.check();
        ScenarioReading reading = scenario.read(new QuorateApp(1).validateScenario(), console);
        output.write(console, json ? ProblemsJson.of(reading) : ProblemsText.text(reading));
        if (reading.document().isPresent() && !common.quiet()) {
            console.err().println("quorate: the scenario is valid");
        }
        return reading.document().isPresent() ? ExitCode.OK : ExitCode.PROBLEMS;
    }
}
