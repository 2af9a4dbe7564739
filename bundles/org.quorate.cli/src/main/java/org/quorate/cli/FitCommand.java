// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.quorate.app.FitParameters;
import org.quorate.app.QuorateApp;
import org.quorate.study.fit.Fit;
import org.quorate.study.io.FitYaml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quorate fit}. */
@Command(name = "fit", description = "Fit what the hosts, the network and the LUN cost to runs of the lab, in which real kernels"
        + " were measured, and write these values as YAML for a scenario, with what they leave unexplained.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure", "2:wrong usage", "130:interrupted"},
        footer = {"", "One set of values serves all file systems and phases. Takes minutes: each evaluation simulates every"
            + " run. The result does not depend on chance or on the number of threads."})
final class FitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "RUN", description = "Runs of the lab to fit to; default: those that the profile"
            + " lab-uml is fitted to. --list names all; RUN:PHASE,PHASE counts these phases only.")
    private List<String> runs = List.of();

    @Option(names = "--list", description = "Only list the runs.")
    private boolean list;

    @Option(names = "--evaluations", paramLabel = "NUMBER", defaultValue = "200",
            description = "Most sets of values that are tried; default: ${DEFAULT-VALUE}.")
    private int evaluations;

    @Mixin
    private ThreadsArgument threads;

    @Mixin
    private OutputArguments output;

    @Mixin
    private CommonOptions common;

    private final Console console;

    FitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        FitParameters fit = new QuorateApp(threads.threads()).fitParameters();
        if (list) {
            fit.runs().forEach(run -> console.out().print(run + "\n"));
            return ExitCode.OK;
        }
        check(fit);
        output.check();
        try (Work work = new Work(console, common.quiet())) {
            Fit result = run(fit, work);
            output.write(console, new FitYaml().write(result));
            return ExitCode.OK;
        }
    }

    private Fit run(FitParameters fit, Work work) {
        try {
            return work.run(progress -> fit.fit(runs, evaluations, progress));
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private void check(FitParameters fit) {
        for (String run : runs) {
            if (!fit.runs().contains(run.replaceFirst(":.*", ""))) {
                throw wrong("no run " + run + " of the lab: there are " + String.join(", ", fit.runs()));
            }
        }
        if (evaluations < fit.leastEvaluations()) {
            throw wrong("--evaluations is " + fit.leastEvaluations() + " or more, not " + evaluations);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
