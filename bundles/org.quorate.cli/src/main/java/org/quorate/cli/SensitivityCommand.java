// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.quorate.app.QuorateApp;
import org.quorate.app.RankInputs;
import org.quorate.app.StudyOptions;
import org.quorate.cli.text.Plain;
import org.quorate.cli.text.SensitivityText;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.io.SensitivityCsv;
import org.quorate.study.io.SensitivityJson;
import org.quorate.study.map.MapFigure;
import org.quorate.study.sensitivity.Sensitivity;
import org.quorate.study.sensitivity.SensitivityPlan;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quorate sensitivity}. */
@Command(name = "sensitivity", description = "Say which inputs of a scenario move the answer, those that move it most first, so that you"
        + " know what to measure first.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure, also of runs of some points", "2:wrong usage",
            "3:the scenario has errors", "130:interrupted"},
        footer = {"", "For example:",
            "  quorate sensitivity SCENARIO --input lun.service.read",
            "    --input 'workload.phases[traffic].closed.thinkTime=10 ms..100 ms'", "",
            "Each input is moved alone, with all others as they are. Without --input these are",
            "the network, the hosts, the LUN, and the numbers of the workload: what could be",
            "measured. What was interrupted or killed goes on where it was."})
final class SensitivityCommand implements Callable<Integer> {

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Write JSON (" + Sensitivity.FORMAT + ") instead of a table.")
        private boolean json;

        @Option(names = "--csv", description = "Write CSV, a row an input and value, instead of a table.")
        private boolean csv;
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenarioArgument;

    @Option(names = "--input", paramLabel = "FIELD[=LOW..HIGH]", description = "An input to move; may be given several times.")
    private List<String> inputs = List.of();

    @Option(names = "--factor", paramLabel = "NUMBER", defaultValue = "2", description = "Inputs without ends are divided and multiplied"
            + " by it; default: 2.")
    private double factor;

    @Option(names = "--figure", paramLabel = "FIGURE", defaultValue = MapFigure.MIX, description = "What is compared: latency (the"
            + " mean over the operation mix, the default), lock memory, p99 OPERATION or mean OPERATION, with \"in PHASE\" behind"
            + " it if several phases do the operation.")
    private String figure;

    @Option(names = "--contenders", paramLabel = "LABEL,LABEL", split = ",", description = "The two file systems; default: the OCFS2"
            + " and the GFS2 of the scenario.")
    private List<String> contenders = List.of();

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    @Option(names = "--report", paramLabel = "DIR",
            description = "Also write a report with tornado charts into this directory: one page, index.html.")
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

    SensitivityCommand(Console console) {
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
            Sensitivity result = run(app.rankInputs(), document, options, interruption);
            if (interruption.requested()) {
                throw new CancellationException();
            }
            output.write(console, text(result));
            if (report != null) {
                app.writeReport().write(result, again(result), report, output.force());
                remark("wrote " + app.writeReport().page(report));
            }
            if (result.failures() > 0) {
                throw new CommandFailure(ExitCode.FAILURE, result.failures() + " points failed; the result says why");
            }
            return ExitCode.OK;
        }
    }

    private Sensitivity run(RankInputs use, ScenarioDocument document, StudyOptions options, Interruption interruption)
            throws IOException {
        RankInputs.Done done;
        try (ProgressLine progress = new ProgressLine(console.err(), console.errTerminal(), common.quiet(),
                interruption::requested, System::nanoTime)) {
            SensitivityPlan plan;
            try {
                plan = use.plan(document, new SensitivityPlan.Wish(inputs, factor, figure, contenders), options, progress);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), Plain.lines(e.getMessage()));
            }
            plan.sweep().notes().forEach(this::remark);
            done = use.rank(plan, keep.directory(output), progress);
        }
        if (done.kept() > 0) {
            remark(done.kept() + " points were kept from before");
        }
        return done.sensitivity();
    }

    private String text(Sensitivity result) {
        if (form.json) {
            return new SensitivityJson().write(result);
        }
        return form.csv ? new SensitivityCsv().write(result)
                : new SensitivityText(common.style(console, output.toTerminal())).write(result);
    }

    /** The command that gives the same figures again. */
    private List<String> again(Sensitivity result) {
        List<String> command = new ArrayList<>(List.of("quorate", "sensitivity", scenarioArgument.file(), "--figure",
                result.figure().text(), "--contenders", result.first() + "," + result.second(), "--factor", Double.toString(factor)));
        inputs.forEach(input -> command.addAll(List.of("--input", input)));
        result.seed().ifPresent(seed -> command.addAll(List.of("--seed", Long.toString(seed))));
        result.replications().ifPresent(number -> command.addAll(List.of("--replications", Integer.toString(number))));
        command.addAll(List.of("--report", report.toString()));
        return command;
    }

    private void remark(String text) {
        if (!common.quiet()) {
            console.remark(text);
        }
    }
}
