// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.StudyOptions;
import org.quorate.cli.text.SearchText;
import org.quorate.cli.text.Style;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.ReportContext;
import org.quorate.report.SearchReport;
import org.quorate.report.document.ReportDocument;
import org.quorate.study.io.SearchCsv;
import org.quorate.study.io.SearchJson;
import org.quorate.study.search.Search;
import org.quorate.study.search.SearchPlan;
import org.quorate.study.search.SearchStudy;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code quorate search}. */
@Command(name = "search", description = "Find the largest load, number of nodes or number of files with which each file system of"
        + " a scenario still meets the targets.",
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
final class SearchCommand extends PointsCommand<SearchPlan, Search> {

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Write JSON (" + Search.FORMAT + ") instead of text.")
        private boolean json;

        @Option(names = "--csv", description = "Write CSV, a row a file system and value, instead of text.")
        private boolean csv;
    }

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

    SearchCommand(Console console) {
        super(console);
    }

    @Override
    SearchPlan plan(QuorateApp app, ScenarioDocument document, StudyOptions options, Progress progress) {
        return app.searchScenario().plan(document, settings, new SearchPlan.Wish(field, targets, contenders, Optional.ofNullable(tolerance),
                most == null ? OptionalInt.empty() : OptionalInt.of(most)), options);
    }

    @Override
    List<String> notes(SearchPlan plan) {
        return plan.notes();
    }

    @Override
    Made<Search> make(QuorateApp app, SearchPlan plan, Optional<Path> kept, Progress progress) throws IOException {
        try {
            SearchStudy.Done done = app.searchScenario().search(plan, kept, progress);
            return new Made<>(done.search(), done.kept(),
                    done.search().results().stream().mapToInt(result -> result.points().size()).sum() + " values");
        } catch (IllegalArgumentException e) {
            // A value between the ends that the scenario does not allow.
            throw usage(e);
        }
    }

    @Override
    String text(Search search, Style style) {
        if (form.json) {
            return new SearchJson().write(search);
        }
        return form.csv ? new SearchCsv().write(search) : new SearchText(style).write(search);
    }

    @Override
    ReportDocument report(Search search, ReportContext context) {
        return SearchReport.document(search, context);
    }

    @Override
    Optional<String> failed(Search search) {
        return search.failures() == 0 ? Optional.empty()
                : Optional.of("runs of " + search.failures() + " of " + search.results().size() + " file systems");
    }

    @Override
    List<String> again(Search search) {
        List<String> command = new ArrayList<>(List.of("--field", field));
        command.addAll(each("--target", targets));
        if (!contenders.isEmpty()) {
            command.addAll(List.of("--contenders", String.join(",", contenders)));
        }
        command.addAll(each("--set", settings));
        command.addAll(List.of("--tolerance", search.tolerance()));
        command.addAll(runs(OptionalLong.of(search.seed()), OptionalInt.of(search.replications())));
        command.addAll(List.of("--most-replications", Integer.toString(search.mostReplications())));
        return command;
    }
}
