// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.util.List;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.StudyOptions;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Scenario;
import org.quorate.study.result.Comparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code quorate simulate}. */
@Command(name = "simulate", description = "Run one file system of a scenario alone.")
final class SimulateCommand extends StudyCommand {

    @Option(names = {"-f", "--file-system"}, paramLabel = "LABEL",
            description = "Label of the file system; may be left out if the scenario has only one.")
    private String label;

    SimulateCommand(Console console) {
        super(console);
    }

    @Override
    Comparison run(QuorateApp app, Scenario scenario, StudyOptions options, Progress progress) {
        List<String> labels = scenario.fileSystems().stream().map(FileSystemSpec::label).toList();
        if (label == null && labels.size() != 1) {
            throw usage("--file-system is needed: one of " + String.join(", ", labels));
        }
        String chosen = label == null ? labels.get(0) : label;
        if (!labels.contains(chosen)) {
            throw usage("--file-system " + chosen + ": the scenario has " + String.join(", ", labels));
        }
        return app.simulateScenario().simulate(scenario, chosen, options, progress);
    }
}
