// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.StudyOptions;
import org.quorate.cli.text.Plain;
import org.quorate.cli.text.Style;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.ReportContext;
import org.quorate.report.document.ReportDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What commands that compare a scenario at many points have in common: read, plan, make the points with progress and keep them, write,
 * tell of failures.
 *
 * @param <P> plan
 * @param <R> result
 */
@Command(exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure, also of some of the runs", "2:wrong usage",
    "3:the scenario has errors", "130:interrupted"})
abstract class PointsCommand<P, R> implements Callable<Integer> {

    /**
     * What was made.
     *
     * @param result the same whatever was kept
     * @param kept   points that were kept from before
     * @param of     all of them in words, for example {@code 4 points}
     */
    record Made<R>(R result, int kept, String of) {
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenarioArgument;

    @Mixin
    private ReportArguments report;

    @Mixin
    private KeepArgument keep;

    @Mixin
    private OutputArguments output;

    @Mixin
    private StudyArguments study;

    @Mixin
    private CommonOptions common;

    private final Console console;

    PointsCommand(Console console) {
        this.console = console;
    }

    @Override
    public final Integer call() throws IOException {
        StudyOptions options = study.options();
        QuorateApp app = new QuorateApp(study.threads());
        output.check();
        report.check(app.writeReport(), output.force());
        ScenarioDocument document = scenarioArgument.document(app.validateScenario(), console, common.quiet());
        try (Work work = new Work(console, common.quiet())) {
            Made<R> made = work.run(progress -> run(app, document, options, progress));
            if (made.kept() > 0) {
                remark(made.kept() + " of " + made.of() + " were kept from before");
            }
            R result = made.result();
            output.write(console, text(result, common.style(console, output.toTerminal())));
            report.write(app.writeReport(), context -> report(result, context), command(result), output.force(), this::remark);
            Optional<String> failed = failed(result);
            if (failed.isPresent()) {
                throw new CommandFailure(ExitCode.FAILURE, failed.get() + " failed; the result says why");
            }
            return ExitCode.OK;
        }
    }

    private Made<R> run(QuorateApp app, ScenarioDocument document, StudyOptions options, Progress progress) throws IOException {
        P plan;
        try {
            plan = plan(app, document, options, progress);
        } catch (IllegalArgumentException e) {
            throw usage(e);
        }
        notes(plan).forEach(this::remark);
        return make(app, plan, keep.directory(output), progress);
    }

    /** What the arguments ask for; IllegalArgumentException if it is not possible, with a message for the user. */
    abstract P plan(QuorateApp app, ScenarioDocument document, StudyOptions options, Progress progress);

    /** What the user should know of a plan before it is carried out. */
    abstract List<String> notes(P plan);

    /** The use case itself. */
    abstract Made<R> make(QuorateApp app, P plan, Optional<Path> kept, Progress progress) throws IOException;

    /** The result in the form that was asked for. */
    abstract String text(R result, Style style);

    /** The result as a report. */
    abstract ReportDocument report(R result, ReportContext context);

    /** What failed of the result, in words; absent: nothing. */
    abstract Optional<String> failed(R result);

    /** The options, without the report, that give the same figures again. */
    abstract List<String> again(R result);

    private List<String> command(R result) {
        List<String> command = new ArrayList<>(List.of("quorate", spec.name(), scenarioArgument.file()));
        command.addAll(again(result));
        command.addAll(report.again());
        return command;
    }

    /** The option as often as there are values. */
    static List<String> each(String option, List<String> values) {
        return values.stream().flatMap(value -> List.of(option, value).stream()).toList();
    }

    /** The options of random numbers; what is varied is no option. */
    static List<String> runs(OptionalLong seed, OptionalInt replications) {
        List<String> options = new ArrayList<>();
        seed.ifPresent(number -> options.addAll(List.of("--seed", Long.toString(number))));
        replications.ifPresent(number -> options.addAll(List.of("--replications", Integer.toString(number))));
        return options;
    }

    /** The command line asks for something that is not possible. */
    final ParameterException usage(IllegalArgumentException e) {
        return new ParameterException(spec.commandLine(), usage(Plain.lines(e.getMessage())));
    }

    /** The message for the user; what it is made of has no control characters. */
    String usage(String message) {
        return message;
    }

    private void remark(String text) {
        common.remark(console, text);
    }
}
