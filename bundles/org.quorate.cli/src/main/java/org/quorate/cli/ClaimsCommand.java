// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.quorate.app.QuorateApp;
import org.quorate.app.TestClaims;
import org.quorate.cli.text.ClaimsText;
import org.quorate.report.ClaimsReport;
import org.quorate.study.claims.ClaimsResult;
import org.quorate.study.io.ClaimsCsv;
import org.quorate.study.io.ClaimsJson;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quorate claims}. */
@Command(name = "claims", description = "Test what is said about OCFS2 and GFS2: simulate each claim over counts of nodes, sharing and"
        + " kernels, and show where it is true, where it is false, and by how much.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure", "2:wrong usage", "130:interrupted"},
        footer = {"", "A difference of +10 %% means that the first figure is 10 %% larger than the second.",
            "A claim is true at a point if the whole confidence interval of the difference agrees,",
            "false if all of it contradicts, else undecided. All claims take minutes."})
final class ClaimsCommand implements Callable<Integer> {

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Write JSON (" + ClaimsResult.FORMAT + ").")
        private boolean json;

        @Option(names = "--csv", description = "Write CSV, a row a claim and point.")
        private boolean csv;

        @Option(names = "--markdown", description = "Write Markdown, as a chapter of the documentation.")
        private boolean markdown;
    }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "CLAIM", description = "Claims to test; default: all. --list names them.")
    private List<String> ids = List.of();

    @Option(names = "--list", description = "Only list the claims.")
    private boolean list;

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    @Mixin
    private ReportArguments report;

    @Mixin
    private ThreadsArgument threads;

    @Mixin
    private OutputArguments output;

    @Mixin
    private CommonOptions common;

    private final Console console;

    ClaimsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        QuorateApp app = new QuorateApp(threads.threads());
        TestClaims use = app.testClaims();
        ClaimsText text = new ClaimsText(common.style(console, output.toTerminal()));
        output.check();
        if (list) {
            output.write(console, text.list(use.claims()));
            return ExitCode.OK;
        }
        report.check(app.writeReport(), output.force());
        try (Work work = new Work(console, common.quiet())) {
            ClaimsResult result = test(use, work);
            output.write(console, form.json ? new ClaimsJson().write(result) : form.csv ? new ClaimsCsv().write(result)
                    : form.markdown ? text.markdown(result) : text.write(result));
            report.write(app.writeReport(), context -> ClaimsReport.document(result, context), again(), output.force(),
                    line -> common.remark(console, line));
            return ExitCode.OK;
        }
    }

    /** The command that gives the same figures again. */
    private List<String> again() {
        List<String> command = new ArrayList<>(List.of("quorate", "claims"));
        command.addAll(report.again());
        command.addAll(ids);
        return command;
    }

    private ClaimsResult test(TestClaims use, Work work) {
        try {
            return work.run(progress -> use.test(ids, progress));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
