// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.quorate.app.QuorateApp;
import org.quorate.cli.text.EstimateText;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.estimate.Estimate;
import org.quorate.study.io.EstimateCsv;
import org.quorate.study.io.EstimateJson;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quorate estimate}. */
@Command(name = "estimate", description = "Estimate all file systems of a scenario by closed forms and mean-value analysis, in no time,"
        + " and say where that does not hold.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure", "2:wrong usage", "3:the scenario has errors"},
        footer = {"", "An estimate gives means only. Where it says that its assumptions hold, mean",
            "latency, messages and lock memory are within 20 % of the simulator's; where it",
            "names some that do not hold, ask quorate compare."})
final class EstimateCommand implements Callable<Integer> {

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Write JSON (" + Estimate.FORMAT + ") instead of tables.")
        private boolean json;

        @Option(names = "--csv", description = "Write CSV, a row an operation of a file system, instead of tables.")
        private boolean csv;
    }

    @Mixin
    private ScenarioArgument scenarioArgument;

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    @Mixin
    private OutputArguments output;

    @Mixin
    private CommonOptions common;

    private final Console console;

    EstimateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        QuorateApp app = new QuorateApp(1);
        output.check();
        ScenarioDocument document = scenarioArgument.document(app.validateScenario(), console, common.quiet());
        Estimate estimate = app.estimateScenario().estimate(document.scenario());
        output.write(console, text(estimate));
        return ExitCode.OK;
    }

    private String text(Estimate estimate) {
        if (form.json) {
            return new EstimateJson().write(estimate);
        }
        return form.csv ? new EstimateCsv().write(estimate)
                : new EstimateText(common.style(console, output.toTerminal())).write(estimate);
    }
}
