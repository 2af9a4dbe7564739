// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quorate.app.AtomicFile;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.StudyOptions;
import org.quorate.model.Scenario;
import org.quorate.report.ComparisonReport;
import org.quorate.study.io.TimelineCsv;
import org.quorate.study.result.Comparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quorate compare}. */
@Command(name = "compare", description = "Run all file systems of a scenario and a local baseline on the same workload,"
        + " and say which one serves it better.")
final class CompareCommand extends StudyCommand {

    /** The option of the whole report. */
    static final class PageArguments extends Reporting {

        @Option(names = "--report", paramLabel = "DIR",
                description = "Also write a report into this directory: one page, index.html.")
        void report(Path directory) {
            into(directory);
        }
    }

    @Mixin
    private PageArguments report;

    @Option(names = "--timeline", paramLabel = "FILE", description = "Also write the slab caches of every node over simulated time into this "
            + "file (CSV: objects and bytes, at most 255 samples of the first replication).")
    private Path timeline;

    private final AtomicFile files = new AtomicFile();

    CompareCommand(Console console) {
        super(console);
    }

    @Override
    Comparison run(QuorateApp app, Scenario scenario, StudyOptions options, Progress progress) {
        return app.compareScenario().compare(scenario, options, progress);
    }

    @Override
    void checkMore(QuorateApp app, boolean force) throws IOException {
        report.check(app.writeReport(), force);
        if (timeline != null) {
            files.check(timeline, force);
        }
    }

    @Override
    void writeMore(QuorateApp app, Scenario scenario, Comparison comparison, boolean force) throws IOException {
        report.write(app.writeReport(), context -> ComparisonReport.document(comparison, scenario, context), again(comparison), force,
                this::remark);
        if (timeline != null) {
            files.write(timeline, new TimelineCsv().write(comparison).getBytes(StandardCharsets.UTF_8), force);
            remark("wrote " + timeline);
        }
    }

    /** The command that gives the same figures again. */
    private List<String> again(Comparison comparison) {
        List<String> command = new ArrayList<>(List.of("quorate", "compare", scenarioFile(), "--seed",
                Long.toString(comparison.origin().seed()), "--replications", Integer.toString(comparison.origin().replications())));
        command.addAll(report.again());
        return command;
    }
}
