// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.StudyOptions;
import org.quorate.model.Scenario;
import org.quorate.study.result.Comparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quorate simulate}. */
@Command(name = "simulate", description = "Run one file system of a scenario alone.")
final class SimulateCommand extends StudyCommand {

    @Mixin
    private FileSystemArgument fileSystem;

    SimulateCommand(Console console) {
        super(console);
    }

    @Override
    Comparison run(QuorateApp app, Scenario scenario, StudyOptions options, Progress progress) {
        return app.simulateScenario().simulate(scenario, fileSystem.label(scenario), options, progress);
    }
}
