// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.quorate.app.QuorateApp;
import org.quorate.app.StudyOptions;
import org.quorate.cli.text.UnsafeText;
import org.quorate.model.LocalSpec;
import org.quorate.model.Scenario;
import org.quorate.model.UnitFormat;
import org.quorate.model.UnitFormatException;
import org.quorate.report.UnsafeReport;
import org.quorate.study.io.UnsafeCsv;
import org.quorate.study.io.UnsafeJson;
import org.quorate.study.unsafe.UnsafeResult;
import org.quorate.study.unsafe.UnsafeStudy;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quorate unsafe}. */
@Command(name = "unsafe", description = "Show what happens when all nodes of a scenario mount one ext4 or XFS at once: the first"
        + " writes that destroy another node's, what is lost over time, and what a check of the file system would say.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success, however much was lost", "1:failure", "2:wrong usage",
            "3:the scenario has errors", "130:interrupted"},
        footer = {"", "For example:",
            "  quorate unsafe SCENARIO --file-system xfs --duration '2 min' --report unsafe", "",
            "The file systems of the scenario do not matter: its nodes and its workload do."})
final class UnsafeCommand implements Callable<Integer> {

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Write JSON (" + UnsafeResult.FORMAT + ") instead of tables.")
        private boolean json;

        @Option(names = "--csv", description = "Write CSV, a row for each time at which losses are counted.")
        private boolean csv;
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenarioArgument;

    @Option(names = {"-f", "--file-system"}, paramLabel = "ext4|xfs", defaultValue = "ext4",
            description = "Which one is mounted everywhere; default: ext4.")
    private LocalSpec.Kind kind;

    @Option(names = "--duration", paramLabel = "TIME", description = "How long the nodes work, 1 s to 30 min; default: 5 min.")
    private String duration;

    @Mixin
    private SeedArgument seed;

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    @Mixin
    private ReportArguments report;

    @Mixin
    private OutputArguments output;

    @Mixin
    private CommonOptions common;

    private final Console console;

    UnsafeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Duration worked = duration();
        QuorateApp app = new QuorateApp(1);
        output.check();
        report.check(app.writeReport(), output.force());
        Scenario scenario = scenarioArgument.scenario(app.validateScenario(), console, common.quiet());
        try (Work work = new Work(console, common.quiet())) {
            UnsafeResult result = run(app, scenario, worked, work);
            output.write(console, text(result));
            report.write(app.writeReport(), context -> UnsafeReport.document(result, context), again(result), output.force(),
                    text -> common.remark(console, text));
            return ExitCode.OK;
        }
    }

    private UnsafeResult run(QuorateApp app, Scenario scenario, Duration worked, Work work) {
        StudyOptions options = new StudyOptions(seed.seed(), OptionalInt.empty());
        try {
            return work.run(progress -> app.shareLocalFileSystem().run(scenario, kind, worked, options, progress));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.FAILURE, e.getMessage());
        }
    }

    private Duration duration() {
        if (duration == null) {
            return UnsafeStudy.DEFAULT_DURATION;
        }
        try {
            Duration given = UnitFormat.parseTime(duration);
            if (given.compareTo(Duration.ofSeconds(1)) < 0 || given.compareTo(UnsafeStudy.LONGEST) > 0) {
                throw new ParameterException(spec.commandLine(), "--duration is 1 s to 30 min, not " + duration);
            }
            return given;
        } catch (UnitFormatException e) {
            throw new ParameterException(spec.commandLine(), "--duration: " + e.getMessage());
        }
    }

    private String text(UnsafeResult result) {
        if (form.json) {
            return new UnsafeJson().write(result);
        }
        return form.csv ? new UnsafeCsv().write(result) : new UnsafeText(common.style(console, output.toTerminal())).write(result);
    }

    /** The command that gives the same figures again. */
    private List<String> again(UnsafeResult result) {
        List<String> command = new ArrayList<>(List.of("quorate", "unsafe", scenarioArgument.file(), "--file-system",
                kind.name().toLowerCase(Locale.ROOT), "--seed", Long.toString(result.seed())));
        if (duration != null) {
            command.addAll(List.of("--duration", duration));
        }
        command.addAll(report.again());
        return command;
    }
}
