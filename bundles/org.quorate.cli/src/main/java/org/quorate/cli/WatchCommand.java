// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.quorate.app.QuorateApp;
import org.quorate.app.WatchOperation;
import org.quorate.cli.text.Plain;
import org.quorate.cli.text.WatchText;
import org.quorate.model.Operation;
import org.quorate.model.Scenario;
import org.quorate.report.WatchReport;
import org.quorate.study.io.WatchCsv;
import org.quorate.study.io.WatchJson;
import org.quorate.study.text.Titles;
import org.quorate.study.watch.OperationTrace;
import org.quorate.study.watch.WatchPlan;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quorate watch}. */
@Command(name = "watch", description = "Watch one operation as it goes: which thread of which node did what when, which messages went"
        + " between the nodes, which locks and journals it waited for.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure", "2:wrong usage", "3:the scenario has errors",
            "130:interrupted"},
        footer = {"", "For example:", "  quorate watch SCENARIO --file-system gfs2 --operation create --percentile 99",
            "  quorate watch SCENARIO -f ocfs2 --phase sessions --index 17 --report watch", "",
            "Times of the steps sum to the latency. The same seed gives the same run: the",
            "one that is watched is an operation of the first replication of compare."})
final class WatchCommand implements Callable<Integer> {

    /** The option of a report on an operation. */
    static final class SequenceArguments extends Reporting {

        @Option(names = "--report", paramLabel = "DIR",
                description = "Also write a report with a sequence diagram into this directory: one page, index.html.")
        void report(Path directory) {
            into(directory);
        }
    }

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Write JSON (" + OperationTrace.FORMAT + ") instead of text.")
        private boolean json;

        @Option(names = "--csv", description = "Write CSV, a row a step, instead of text.")
        private boolean csv;
    }

    /** At most one of them. */
    static final class Which {
        @Option(names = "--percentile", paramLabel = "NUMBER",
                description = "Watch the operation whose latency is this percentile (above 0, at most 100); default: 50.")
        private Double percentile;

        @Option(names = "--index", paramLabel = "NUMBER",
                description = "Watch the operation with this number, from 0, in the order in which they begin after the warm-up.")
        private Integer index;
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenarioArgument;

    @Mixin
    private FileSystemArgument fileSystem;

    @Option(names = "--phase", paramLabel = "NAME", description = "Phase of the workload; default: the first measured one with the operation.")
    private String phase;

    @Option(names = "--operation", paramLabel = "NAME",
            description = "Kind of operation, for example create; default: the most frequent of the phase.")
    private String operation;

    @Option(names = "--node", paramLabel = "NAME", description = "Only operations of this node; default: of all.")
    private String node;

    @ArgGroup(exclusive = true)
    private Which which = new Which();

    @Mixin
    private SeedArgument seed;

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    @Mixin
    private SequenceArguments report;

    @Mixin
    private OutputArguments output;

    @Mixin
    private CommonOptions common;

    private final Console console;

    WatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        QuorateApp app = new QuorateApp(1);
        Optional<Operation> kind = kind();
        output.check();
        report.check(app.writeReport(), output.force());
        Scenario scenario = scenarioArgument.scenario(app.validateScenario(), console, common.quiet());
        WatchOperation use = app.watchOperation();
        WatchPlan plan = plan(use, scenario, kind);
        try (Work work = new Work(console, common.quiet())) {
            OperationTrace trace = watch(use, plan, work);
            output.write(console, text(trace));
            report.write(app.writeReport(), context -> WatchReport.document(trace, context), again(trace), output.force(),
                    text -> common.remark(console, text));
            return ExitCode.OK;
        }
    }

    private Optional<Operation> kind() {
        if (operation == null) {
            return Optional.empty();
        }
        List<Operation> all = Arrays.asList(Operation.values());
        return Optional.of(all.stream().filter(kind -> Titles.of(kind).equals(operation)).findFirst().orElseThrow(
                () -> new ParameterException(spec.commandLine(), "--operation is one of "
                        + String.join(", ", all.stream().map(Titles::of).toList()) + ", not " + Plain.line(operation))));
    }

    private WatchPlan plan(WatchOperation use, Scenario scenario, Optional<Operation> kind) {
        String label = fileSystem.label(scenario);
        try {
            return use.plan(scenario, seed.seed(), label, new WatchPlan.Wish(Optional.ofNullable(phase), kind, Optional.ofNullable(node),
                    which.index == null ? OptionalInt.empty() : OptionalInt.of(which.index),
                    which.percentile == null ? OptionalDouble.empty() : OptionalDouble.of(which.percentile)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), Plain.line(e.getMessage()));
        }
    }

    private OperationTrace watch(WatchOperation use, WatchPlan plan, Work work) {
        try {
            return work.run(progress -> use.watch(plan, progress));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), Plain.line(e.getMessage()));
        }
    }

    private String text(OperationTrace trace) {
        if (form.json) {
            return new WatchJson().write(trace);
        }
        return form.csv ? new WatchCsv().write(trace) : new WatchText(common.style(console, output.toTerminal())).write(trace);
    }

    /** The command that gives the same operation again. */
    private List<String> again(OperationTrace trace) {
        List<String> command = new ArrayList<>(List.of("quorate", "watch", scenarioArgument.file(), "--file-system", trace.fileSystem(),
                "--phase", trace.phase(), "--operation", Titles.of(trace.operation()), "--index", Integer.toString(trace.index()),
                "--seed", Long.toString(trace.seed())));
        if (node != null) {
            command.addAll(List.of("--node", node));
        }
        command.addAll(report.again());
        return command;
    }
}
