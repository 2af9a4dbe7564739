// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.StudyOptions;
import org.quorate.cli.text.Style;
import org.quorate.cli.text.SweepText;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.ReportContext;
import org.quorate.report.SweepReport;
import org.quorate.report.document.ReportDocument;
import org.quorate.study.io.SweepCsv;
import org.quorate.study.io.SweepJson;
import org.quorate.study.sweep.Sweep;
import org.quorate.study.sweep.SweepPlan;
import org.quorate.study.sweep.SweepStudy;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code quorate sweep}. */
@Command(name = "sweep", description = "Compare the file systems of a scenario for each combination of values of some of its"
        + " fields, and show the figures as a table, as CSV and in charts.",
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
final class SweepCommand extends PointsCommand<SweepPlan, Sweep> {

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Write JSON (" + Sweep.FORMAT + ") instead of tables.")
        private boolean json;

        @Option(names = "--csv", description = "Write CSV, a row a point and file system, instead of tables.")
        private boolean csv;
    }

    @Option(names = "--vary", paramLabel = "FIELD=VALUES", required = true, description = "A field and the values it takes,"
            + " separated by commas, ranges as FROM..TO:COUNT. Given several times, each combination is a point; the last field"
            + " changes fastest.")
    private List<String> variations = List.of();

    @Option(names = "--together", description = "The fields go through their values together, the first of each, the second of"
            + " each and so on, instead of every combination.")
    private boolean together;

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    SweepCommand(Console console) {
        super(console);
    }

    @Override
    SweepPlan plan(QuorateApp app, ScenarioDocument document, StudyOptions options, Progress progress) {
        return app.sweepScenario().plan(document, variations, together, options, progress);
    }

    @Override
    String usage(String message) {
        return message.lines().map(line -> "--vary: " + line).collect(Collectors.joining("\n"));
    }

    @Override
    List<String> notes(SweepPlan plan) {
        return plan.notes();
    }

    @Override
    Made<Sweep> make(QuorateApp app, SweepPlan plan, Optional<Path> kept, Progress progress) throws IOException {
        SweepStudy.Done done = app.sweepScenario().sweep(plan, kept, progress);
        return new Made<>(done.sweep(), done.kept(), done.sweep().points().size() + " points");
    }

    @Override
    String text(Sweep sweep, Style style) {
        if (form.json) {
            return new SweepJson().write(sweep);
        }
        return form.csv ? new SweepCsv().write(sweep) : new SweepText(style).write(sweep);
    }

    @Override
    ReportDocument report(Sweep sweep, ReportContext context) {
        return SweepReport.document(sweep, context);
    }

    @Override
    Optional<String> failed(Sweep sweep) {
        return sweep.failures() == 0 ? Optional.empty() : Optional.of(sweep.failures() + " of " + sweep.points().size() + " points");
    }

    @Override
    List<String> again(Sweep sweep) {
        List<String> command = new ArrayList<>(each("--vary", variations));
        if (together) {
            command.add("--together");
        }
        command.addAll(runs(sweep.seed(), sweep.replications()));
        return command;
    }
}
