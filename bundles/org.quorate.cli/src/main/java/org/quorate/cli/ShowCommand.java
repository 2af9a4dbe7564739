// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.quorate.app.QuorateApp;
import org.quorate.study.io.WorkloadJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quorate show}. */
@Command(name = "show", description = "Write the workload of a scenario as JSON (" + WorkloadJson.FORMAT + ") with every default filled in,"
        + " for programs that run it.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure", "2:wrong usage", "3:the scenario has errors"},
        footer = {"", "Times are nanoseconds, sizes bytes. quorate lab measure runs it on real kernels."})
final class ShowCommand implements Callable<Integer> {

    @Mixin
    private ScenarioArgument scenario;

    @Mixin
    private OutputArguments output;

    @Mixin
    private CommonOptions common;

    private final Console console;

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        QuorateApp app = new QuorateApp(1);
        output.check();
        output.write(console, app.showWorkload().json(scenario.scenario(app.validateScenario(), console, common.quiet())));
        return ExitCode.OK;
    }
}
