// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.StudyOptions;
import org.quorate.model.Scenario;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What commands that simulate have in common: read, run with progress, write, judge. */
@Command(exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure", "2:wrong usage",
    "3:the scenario has errors", "4:a target is not met (only with --fail-on targets)", "130:interrupted"})
abstract class StudyCommand implements Callable<Integer> {

    /** What may make a command fail that has done its work. */
    enum FailOn { TARGETS }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenarioArgument;

    @Mixin
    private FormatArguments format;

    @Mixin
    private OutputArguments output;

    @Mixin
    private StudyArguments study;

    @Mixin
    private PrecisionArguments precision;

    @Option(names = "--fail-on", paramLabel = "targets",
            description = "targets: exit with 4 unless at least one file system meets every target of the scenario.")
    private FailOn failOn;

    @Mixin
    private CommonOptions common;

    private final Console console;

    StudyCommand(Console console) {
        this.console = console;
    }

    @Override
    public final Integer call() throws IOException {
        StudyOptions options = precision.addTo(study.options());
        QuorateApp app = new QuorateApp(study.threads());
        output.check();
        checkMore(app, output.force());
        Scenario scenario = scenarioArgument.scenario(app.validateScenario(), console, common.quiet());
        try {
            options.check(scenario);
        } catch (IllegalArgumentException e) {
            throw usage("--" + e.getMessage());
        }
        if (failOn == FailOn.TARGETS && scenario.targets().isEmpty()) {
            throw usage("--fail-on targets: the scenario has no targets");
        }
        try (Work work = new Work(console, common.quiet())) {
            Comparison comparison = work.run(progress -> run(app, scenario, options, progress));
            output.write(console, format.write(comparison, common.style(console, output.toTerminal())));
            writeMore(app, scenario, comparison, output.force());
            return failOn == FailOn.TARGETS && !meetsTargets(comparison.verdict()) ? ExitCode.TARGETS : ExitCode.OK;
        }
    }

    private static boolean meetsTargets(Verdict verdict) {
        return verdict.candidates().stream().anyMatch(label -> verdict.targets().stream()
                .filter(result -> result.label().equals(label))
                .allMatch(result -> result.standing() == Verdict.Standing.MEETS));
    }

    /** The use case itself. */
    abstract Comparison run(QuorateApp app, Scenario scenario, StudyOptions options, Progress progress);

    /** Refuses further output early; by default there is none. */
    void checkMore(QuorateApp app, boolean force) throws IOException {
    }

    /** Writes further output; by default there is none. */
    void writeMore(QuorateApp app, Scenario scenario, Comparison comparison, boolean force) throws IOException {
    }

    /** The scenario as the user named it. */
    final String scenarioFile() {
        return scenarioArgument.file();
    }

    /** Tells the user something that is no result. */
    final void remark(String text) {
        common.remark(console, text);
    }

    /** The command line is wrong. */
    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
