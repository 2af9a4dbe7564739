// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.StudyOptions;
import org.quorate.model.Scenario;
import org.quorate.study.result.Comparison;
import picocli.CommandLine.Command;

/** {@code quorate compare}. */
@Command(name = "compare", description = "Run all file systems of a scenario and a local baseline on the same workload,"
        + " and say which one serves it better.")
final class CompareCommand extends StudyCommand {

    CompareCommand(Console console) {
        super(console);
    }

    @Override
    Comparison run(QuorateApp app, Scenario scenario, StudyOptions options, Progress progress) {
        return app.compareScenario().compare(scenario, options, progress);
    }
}
