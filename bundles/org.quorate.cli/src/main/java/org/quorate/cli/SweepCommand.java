// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.quorate.app.QuorateApp;
import org.quorate.app.StudyOptions;
import org.quorate.app.SweepScenario;
import org.quorate.cli.text.Plain;
import org.quorate.cli.text.SweepText;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.io.SweepCsv;
import org.quorate.study.io.SweepJson;
import org.quorate.study.sweep.Sweep;
import org.quorate.study.sweep.SweepPlan;
import org.quorate.study.sweep.SweepStudy;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quorate sweep}. */
@Command(name = "sweep", description = "Compare the file systems of a scenario for each combination of values of some of its"
        + " fields, and show the figures as a table, as CSV and in charts.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure, also of runs of some points", "2:wrong usage",
            "3:the scenario has errors", "130:interrupted"},
        footer = {"", "For example:",
            "  quorate sweep SCENARIO --vary 'workload.phases[0].closed.threads=1,2,4,8'",
            "    --vary 'cluster.interconnect.roundTrip=0.1 ms..1 ms:5' --csv -o sweep.csv", "",
            "Fields are named as in messages: lun.queueDepth, workload.phases[0].duration.",
            "An item of a list may be named, by its name, label, type or operation:",
            "  workload.phases[traffic].duration, fileSystems[gfs2].journals",
            "and [] is every item: cluster.nodes[].memory.",
            "nodes=2,4,8 varies the number of nodes: more are copies of the last one.",
            "Values are written as in a scenario, with their units. A range FROM..TO:COUNT",
            "is linear, with both ends; of whole numbers it is rounded.", "",
            "A sweep that was interrupted or killed goes on where it was when it is",
            "started again."})
final class SweepCommand implements Callable<Integer> {

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Write JSON (" + Sweep.FORMAT + ") instead of tables.")
        private boolean json;

        @Option(names = "--csv", description = "Write CSV, a row a point and file system, instead of tables.")
        private boolean csv;
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenarioArgument;

    @Option(names = "--vary", paramLabel = "FIELD=VALUES", required = true, description = "A field and the values it takes,"
            + " separated by commas, ranges as FROM..TO:COUNT. Given several times, each combination is a point; the last field"
            + " changes fastest.")
    private List<String> variations = List.of();

    @Option(names = "--together", description = "The fields go through their values together, the first of each, the second of"
            + " each and so on, instead of every combination.")
    private boolean together;

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    @Option(names = "--report", paramLabel = "DIR",
            description = "Also write a report with charts into this directory: one page, index.html.")
    private Path report;

    @Mixin
    private KeepArgument keep;

    @Mixin
    private OutputArguments output;

    @Mixin
    private StudyArguments study;

    @Mixin
    private CommonOptions common;

    private final Console console;

    SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        StudyOptions options = study.options();
        QuorateApp app = new QuorateApp(study.threads());
        output.check();
        if (report != null) {
            app.writeReport().check(report, output.force());
        }
        ScenarioDocument document = scenarioArgument.document(app.validateScenario(), console, common.quiet());
        try (Interruption interruption = new Interruption()) {
            Sweep sweep = run(app.sweepScenario(), document, options, interruption);
            if (interruption.requested()) {
                throw new CancellationException();
            }
            output.write(console, text(sweep));
            if (report != null) {
                app.writeReport().write(sweep, again(sweep), report, output.force());
                remark("wrote " + app.writeReport().page(report));
            }
            if (sweep.failures() > 0) {
                throw new CommandFailure(ExitCode.FAILURE, sweep.failures() + " of " + sweep.points().size()
                        + " points failed; the result says why");
            }
            return ExitCode.OK;
        }
    }

    private Sweep run(SweepScenario use, ScenarioDocument document, StudyOptions options, Interruption interruption)
            throws IOException {
        SweepStudy.Done done;
        try (ProgressLine progress = new ProgressLine(console.err(), console.errTerminal(), common.quiet(),
                interruption::requested, System::nanoTime)) {
            SweepPlan plan;
            try {
                plan = use.plan(document, variations, together, options, progress);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--vary: " + e.getMessage().lines().map(Plain::line)
                        .reduce((one, next) -> one + "\n--vary: " + next).orElse(""));
            }
            plan.notes().forEach(this::remark);
            done = use.sweep(plan, keep.directory(output), progress);
        }
        if (done.kept() > 0) {
            remark(done.kept() + " of " + done.sweep().points().size() + " points were kept from before");
        }
        return done.sweep();
    }

    private String text(Sweep sweep) {
        if (form.json) {
            return new SweepJson().write(sweep);
        }
        return form.csv ? new SweepCsv().write(sweep) : new SweepText(common.style(console, output.toTerminal())).write(sweep);
    }

    /** The command that gives the same figures again. */
    private List<String> again(Sweep sweep) {
        List<String> command = new ArrayList<>(List.of("quorate", "sweep", scenarioArgument.file()));
        variations.forEach(variation -> command.addAll(List.of("--vary", variation)));
        if (together) {
            command.add("--together");
        }
        sweep.seed().ifPresent(seed -> command.addAll(List.of("--seed", Long.toString(seed))));
        sweep.replications().ifPresent(number -> command.addAll(List.of("--replications", Integer.toString(number))));
        command.addAll(List.of("--report", report.toString()));
        return command;
    }

    private void remark(String text) {
        if (!common.quiet()) {
            console.remark(text);
        }
    }
}
