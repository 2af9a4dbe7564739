// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quorate.app.FailScenario;
import org.quorate.app.QuorateApp;
import org.quorate.cli.text.FailureText;
import org.quorate.cli.text.Plain;
import org.quorate.model.Scenario;
import org.quorate.model.UnitFormat;
import org.quorate.model.UnitFormatException;
import org.quorate.report.FailureReport;
import org.quorate.study.failure.Failure;
import org.quorate.study.failure.FailureKind;
import org.quorate.study.failure.FailurePlan;
import org.quorate.study.io.FailureCsv;
import org.quorate.study.io.FailureJson;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quorate fail}. */
@Command(name = "fail", description = "Show what happens when a node, a network or the LUN fails: who notices when, who is fenced, how locks"
        + " and journals are recovered, how long operations wait, and what is lost.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure", "2:wrong usage", "3:the scenario has errors",
            "130:interrupted"},
        footer = {"", "WHAT is one of:",
            "  node-dies     its power is gone",
            "  node-hangs    its kernel does nothing, and may go on later (--duration)",
            "  network-lost  it runs and reaches the LUN, but no other node",
            "  storage-lost  it runs and reaches the others, but not the LUN",
            "  lun-stalls    no node gets an answer from the LUN",
            "  split         two halves run and reach the LUN, but not each other", "",
            "For example:", "  quorate fail SCENARIO --what node-dies --node web3",
            "  quorate fail SCENARIO --what lun-stalls --duration 90s --report failure", "",
            "Each step names the setting that moves it and the source of its rule. The",
            "scenario holds the settings: heartbeatThreshold and idleTimeout of OCFS2,",
            "cluster.token, cluster.fencing, cluster.quorumDevice, lun.pathTimeout."})
final class FailCommand implements Callable<Integer> {

    /** The option of a report on the order of events. */
    static final class TimelineArguments extends Reporting {

        @Option(names = "--report", paramLabel = "DIR",
                description = "Also write a report with a chart of the timeline into this directory: one page, index.html.")
        void report(Path directory) {
            into(directory);
        }
    }

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Write JSON (" + Failure.FORMAT + ") instead of text.")
        private boolean json;

        @Option(names = "--csv", description = "Write CSV, a row a step, instead of text.")
        private boolean csv;
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenarioArgument;

    @Option(names = "--what", paramLabel = "WHAT", required = true, description = "What fails, at time 0.")
    private String what;

    @Option(names = "--node", paramLabel = "NAME", description = "The node that it happens to; default: the last one of the scenario.")
    private String node;

    @Option(names = "--duration", paramLabel = "TIME", description = "It ends by itself after so long, for example 90s; default: it does not.")
    private String duration;

    @Option(names = "--replications", paramLabel = "NUMBER", description = "Phases of the timers that are tried (1 to "
            + FailurePlan.MOST_REPLICATIONS + "); default: " + FailurePlan.REPLICATIONS + ".")
    private int replications = FailurePlan.REPLICATIONS;

    @Mixin
    private SeedArgument seed;

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    @Mixin
    private TimelineArguments report;

    @Mixin
    private OutputArguments output;

    @Mixin
    private CommonOptions common;

    private final Console console;

    FailCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        QuorateApp app = new QuorateApp(1);
        FailureKind kind = kind();
        Optional<Duration> lasts = lasts();
        output.check();
        report.check(app.writeReport(), output.force());
        Scenario scenario = scenarioArgument.scenario(app.validateScenario(), console, common.quiet());
        FailScenario use = app.failScenario();
        FailurePlan plan = plan(use, scenario, kind, lasts);
        try (Work work = new Work(console, common.quiet())) {
            Failure failure = work.run(progress -> use.play(plan, progress));
            output.write(console, text(failure));
            report.write(app.writeReport(), context -> FailureReport.document(failure, context), again(failure), output.force(),
                    text -> common.remark(console, text));
            return ExitCode.OK;
        }
    }

    private FailurePlan plan(FailScenario use, Scenario scenario, FailureKind kind, Optional<Duration> lasts) {
        try {
            return use.plan(scenario, seed.seed(), kind, Optional.ofNullable(node), lasts, replications);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), Plain.line(e.getMessage()));
        }
    }

    private FailureKind kind() {
        return FailureKind.of(what).orElseThrow(() -> new ParameterException(spec.commandLine(), "--what is one of "
                + String.join(", ", Arrays.stream(FailureKind.values()).map(FailureKind::word).toList()) + ", not " + Plain.line(what)));
    }

    private Optional<Duration> lasts() {
        try {
            return Optional.ofNullable(duration).map(UnitFormat::parseTime);
        } catch (UnitFormatException e) {
            throw new ParameterException(spec.commandLine(), "--duration: " + Plain.line(e.getMessage()));
        }
    }

    private String text(Failure failure) {
        if (form.json) {
            return new FailureJson().write(failure);
        }
        return form.csv ? new FailureCsv().write(failure) : new FailureText(common.style(console, output.toTerminal())).write(failure);
    }

    /** The command that gives the same figures again. */
    private List<String> again(Failure failure) {
        List<String> command = new ArrayList<>(List.of("quorate", "fail", scenarioArgument.file(), "--what", what));
        failure.node().ifPresent(name -> command.addAll(List.of("--node", name)));
        if (duration != null) {
            command.addAll(List.of("--duration", duration));
        }
        command.addAll(List.of("--seed", Long.toString(failure.seed()), "--replications", Integer.toString(replications)));
        command.addAll(report.again());
        return command;
    }
}
