// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.quorate.app.QuorateApp;
import org.quorate.app.SearchScenario;
import org.quorate.app.StudyOptions;
import org.quorate.cli.text.Plain;
import org.quorate.cli.text.SearchText;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.io.SearchCsv;
import org.quorate.study.io.SearchJson;
import org.quorate.study.search.Search;
import org.quorate.study.search.SearchPlan;
import org.quorate.study.search.SearchStudy;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quorate search}. */
@Command(name = "search", description = "Find the largest load, number of nodes or number of files with which each file system of"
        + " a scenario still meets the targets.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure, also of runs of some file systems", "2:wrong usage",
            "3:the scenario has errors", "130:interrupted"},
        footer = {"", "For example:",
            "  quorate search SCENARIO --field 'workload.phases[0].closed.threads=1..256'",
            "    --target 'p99 create < 20 ms' --target 'lock memory < 2 GiB'",
            "  quorate search SCENARIO --field nodes=2..32 --report far", "",
            "Fields are named as for quorate sweep; nodes is the number of nodes: more are",
            "copies of the last one. Targets are upper limits of a percentile of the latency",
            "(p95 < 10 ms is that of every operation) and of the lock memory of a node, or a",
            "lower limit of the throughput (throughput > 500 /s).",
            "A value meets a target if its confidence interval lies on the good side of the",
            "limit and misses it if it lies on the other; else more replications are made.",
            "One that cannot carry the load misses. If more is better, the smallest value",
            "is found that meets.", "",
            "A search that was interrupted or killed goes on where it was when it is started",
            "again."})
final class SearchCommand implements Callable<Integer> {

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Write JSON (" + Search.FORMAT + ") instead of text.")
        private boolean json;

        @Option(names = "--csv", description = "Write CSV, a row a file system and value, instead of text.")
        private boolean csv;
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenarioArgument;

    @Option(names = "--field", paramLabel = "FIELD=LOW..HIGH", required = true, description = "The field and the values between which it"
            + " is searched.")
    private String field;

    @Option(names = "--target", paramLabel = "TARGET", description = "What must be met; may be given several times; default: the targets"
            + " of the scenario.")
    private List<String> targets = List.of();

    @Option(names = "--contenders", paramLabel = "LABEL", split = ",", description = "The file systems; default: the cluster file systems"
            + " of the scenario.")
    private List<String> contenders = List.of();

    @Option(names = "--tolerance", paramLabel = "DISTANCE", description = "Values nearer than this are not told apart: in the unit of the"
            + " field, or a share of the value; default: a hundredth of the value.")
    private String tolerance;

    @Option(names = "--most-replications", paramLabel = "NUMBER", description = "Replications after which a value counts as not decided;"
            + " default: " + SearchPlan.MOST_FACTOR + " times those that it is begun with.")
    private Integer most;

    @Option(names = "--set", paramLabel = "FIELD=VALUE", description = "Set a field for every value, as if it stood in the scenario; may"
            + " be given several times.")
    private List<String> settings = List.of();

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

    SearchCommand(Console console) {
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
            Search search = run(app.searchScenario(), document, options, interruption);
            if (interruption.requested()) {
                throw new CancellationException();
            }
            output.write(console, text(search));
            if (report != null) {
                app.writeReport().write(search, again(search), report, output.force());
                remark("wrote " + app.writeReport().page(report));
            }
            if (search.failures() > 0) {
                throw new CommandFailure(ExitCode.FAILURE, "runs of " + search.failures() + " of " + search.results().size()
                        + " file systems failed; the result says why");
            }
            return ExitCode.OK;
        }
    }

    private Search run(SearchScenario use, ScenarioDocument document, StudyOptions options, Interruption interruption)
            throws IOException {
        SearchStudy.Done done;
        try (ProgressLine progress = new ProgressLine(console.err(), console.errTerminal(), common.quiet(),
                interruption::requested, System::nanoTime)) {
            SearchPlan plan = use.plan(document, settings, new SearchPlan.Wish(field, targets, contenders, Optional.ofNullable(tolerance),
                    most == null ? OptionalInt.empty() : OptionalInt.of(most)), options);
            plan.notes().forEach(this::remark);
            done = use.search(plan, keep.directory(output), progress);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), Plain.lines(e.getMessage()));
        }
        if (done.kept() > 0) {
            remark(done.kept() + " of " + done.search().results().stream().mapToInt(result -> result.points().size()).sum()
                    + " values were kept from before");
        }
        return done.search();
    }

    private String text(Search search) {
        if (form.json) {
            return new SearchJson().write(search);
        }
        return form.csv ? new SearchCsv().write(search) : new SearchText(common.style(console, output.toTerminal())).write(search);
    }

    /** The command that gives the same figures again. */
    private List<String> again(Search search) {
        List<String> command = new ArrayList<>(List.of("quorate", "search", scenarioArgument.file(), "--field", field));
        targets.forEach(target -> command.addAll(List.of("--target", target)));
        if (!contenders.isEmpty()) {
            command.addAll(List.of("--contenders", String.join(",", contenders)));
        }
        settings.forEach(setting -> command.addAll(List.of("--set", setting)));
        command.addAll(List.of("--tolerance", search.tolerance(), "--seed", Long.toString(search.seed()), "--replications",
                Integer.toString(search.replications()), "--most-replications", Integer.toString(search.mostReplications()), "--report",
                report.toString()));
        return command;
    }

    private void remark(String text) {
        if (!common.quiet()) {
            console.err().println("quorate: " + Plain.line(text));
        }
    }
}
