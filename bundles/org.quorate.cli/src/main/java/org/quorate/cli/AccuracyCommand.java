// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.quorate.app.CheckAccuracy;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.cli.text.AccuracyText;
import org.quorate.cli.text.Plain;
import org.quorate.report.AccuracyReport;
import org.quorate.study.accuracy.Accuracy;
import org.quorate.study.accuracy.Outcome;
import org.quorate.study.io.AccuracyCsv;
import org.quorate.study.io.AccuracyJson;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quorate accuracy}. */
@Command(name = "accuracy", description = "Simulate the runs of the lab, in which real kernels were measured, and show a figure"
        + " a row how far off the simulator is.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure", "2:wrong usage", "3:what --from names is no run", "130:interrupted"},
        footer = {"", "An error of +10 %% means: simulated 10 %% more than was measured. A row that is under the floor is too"
            + " small to be compared by a ratio; information is shown and not judged."})
final class AccuracyCommand implements Callable<Integer> {

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Write JSON (" + Accuracy.FORMAT + ") instead of a table.")
        private boolean json;

        @Option(names = "--csv", description = "Write CSV, one figure a row, instead of a table.")
        private boolean csv;
    }

    /** At most one of them. */
    static final class Part {
        @Option(names = "--summary", description = "Write only the summary, a row for each kind of figures and file system.")
        private boolean summary;

        @Option(names = "--misses", description = "Write only the rows that miss, and the summary.")
        private boolean misses;

        AccuracyText.Rows rows() {
            return summary ? AccuracyText.Rows.NONE : misses ? AccuracyText.Rows.MISSES : AccuracyText.Rows.ALL;
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "RUN", description = "Runs of the lab to compare; default: all."
            + " --list names them.")
    private List<String> runs = List.of();

    @Option(names = "--list", description = "Only list the runs.")
    private boolean list;

    @Option(names = "--from", paramLabel = "FOLDER", description = "Instead of runs of the lab: one that quorate lab measure wrote there.")
    private Path from;

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    @ArgGroup(exclusive = true)
    private Part part = new Part();

    @Mixin
    private ReportArguments report;

    @Mixin
    private ThreadsArgument threads;

    @Mixin
    private OutputArguments output;

    @Mixin
    private CommonOptions common;

    private final Console console;

    AccuracyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        QuorateApp app = new QuorateApp(threads.threads());
        CheckAccuracy accuracy = app.checkAccuracy();
        if (list && from != null) {
            throw new ParameterException(spec.commandLine(), "--list names the runs of the lab, and --from stands in the place of them");
        }
        if (list) {
            accuracy.runs().forEach(run -> console.out().print(run + "\n"));
            return ExitCode.OK;
        }
        requireRuns(accuracy.runs());
        if (from != null && !runs.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--from stands in the place of runs");
        }
        output.check();
        report.check(app.writeReport(), output.force());
        try (Work work = new Work(console, common.quiet())) {
            Accuracy result = work.run(progress -> check(accuracy, progress));
            output.write(console, text(result));
            report.write(app.writeReport(), context -> AccuracyReport.document(result, context), again(), output.force(),
                    text -> common.remark(console, text));
            return ExitCode.OK;
        }
    }

    private Accuracy check(CheckAccuracy accuracy, Progress progress) throws IOException {
        if (from == null) {
            return accuracy.check(runs, progress);
        }
        try {
            return accuracy.check(from, progress);
        } catch (NoSuchFileException e) {
            throw new CommandFailure(ExitCode.PROBLEMS, Messages.of(e) + ", and without it there is no run");
        } catch (CharacterCodingException e) {
            throw new CommandFailure(ExitCode.PROBLEMS, Plain.line(from + ": one of its files is no text in UTF-8"));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.PROBLEMS, Plain.line(e.getMessage()));
        }
    }

    /** The command that gives the same figures again. */
    private List<String> again() {
        List<String> command = new ArrayList<>(List.of("quorate", "accuracy"));
        command.addAll(report.again());
        command.addAll(runs);
        if (from != null) {
            command.addAll(List.of("--from", from.toString()));
        }
        return command;
    }

    private String text(Accuracy result) {
        if (form.json) {
            return new AccuracyJson().write(result);
        }
        if (form.csv) {
            AccuracyCsv csv = new AccuracyCsv();
            return part.summary ? csv.summary(result) : csv.write(result, row -> !part.misses || row.outcome() == Outcome.MISSES);
        }
        return new AccuracyText(common.style(console, output.toTerminal())).write(result, part.rows());
    }

    private void requireRuns(List<String> known) {
        for (String run : runs) {
            if (!known.contains(run)) {
                throw new ParameterException(spec.commandLine(),
                        "no run " + run + " of the lab: there are " + String.join(", ", known));
            }
        }
    }
}
