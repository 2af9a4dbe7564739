// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.quorate.app.CheckAccuracy;
import org.quorate.app.QuorateApp;
import org.quorate.app.WriteReport;
import org.quorate.cli.text.AccuracyText;
import org.quorate.cli.text.Plain;
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
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure", "2:wrong usage", "130:interrupted"},
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

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    @ArgGroup(exclusive = true)
    private Part part = new Part();

    @Option(names = "--report", paramLabel = "DIR",
            description = "Also write a report with charts into this directory: one page, index.html.")
    private Path report;

    @Option(names = "--threads", paramLabel = "NUMBER",
            description = "Runs at the same time; default: one a processor. The result does not depend on it.")
    private Integer threads;

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
        QuorateApp app = new QuorateApp(threads());
        CheckAccuracy accuracy = app.checkAccuracy();
        if (list) {
            accuracy.runs().forEach(run -> console.out().print(run + "\n"));
            return ExitCode.OK;
        }
        requireRuns(accuracy.runs());
        output.check();
        if (report != null) {
            app.writeReport().check(report, output.force());
        }
        try (Interruption interruption = new Interruption()) {
            Accuracy result = run(accuracy, interruption);
            if (interruption.requested()) {
                throw new CancellationException();
            }
            output.write(console, text(result));
            writeReport(app.writeReport(), result);
            return ExitCode.OK;
        }
    }

    private Accuracy run(CheckAccuracy accuracy, Interruption interruption) {
        try (ProgressLine progress = new ProgressLine(console.err(), console.errTerminal(), common.quiet(),
                interruption::requested, System::nanoTime)) {
            return accuracy.check(runs, progress);
        }
    }

    private void writeReport(WriteReport reports, Accuracy result) throws IOException {
        if (report == null) {
            return;
        }
        List<String> again = new ArrayList<>(List.of("quorate", "accuracy", "--report", report.toString()));
        again.addAll(runs);
        reports.write(result, again, report, output.force());
        if (!common.quiet()) {
            console.err().println("quorate: " + Plain.line("wrote " + reports.page(report)));
        }
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

    private int threads() {
        if (threads != null && threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads is 1 or more, not " + threads);
        }
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
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
