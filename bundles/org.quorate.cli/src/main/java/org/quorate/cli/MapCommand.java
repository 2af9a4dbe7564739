// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.app.MapScenario;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.StudyOptions;
import org.quorate.cli.text.MapText;
import org.quorate.cli.text.Style;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.MapReport;
import org.quorate.report.ReportContext;
import org.quorate.report.document.ReportDocument;
import org.quorate.study.io.MapCsv;
import org.quorate.study.io.MapJson;
import org.quorate.study.map.CrossoverMap;
import org.quorate.study.map.MapPlan;
import org.quorate.study.map.MapPoint;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quorate map}. */
@Command(name = "map", description = "Say which of two file systems is better over two fields of a scenario, by how much, and"
        + " where that is not known: a crossover map.",
        footer = {"", "For example:",
            "  quorate map SCENARIO --x 'workload.phases[0].closed.threads=2,4,8,16'",
            "    --y 'cluster.interconnect.roundTrip=0.1 ms..1 ms:5' --report map", "",
            "Fields and values are written as for quorate sweep; nodes=2,4,8 is the number",
            "of nodes. A difference is significant if its confidence interval, paired by",
            "replication on common random numbers, excludes 0. Of many points without any",
            "difference, some show one by chance: 5 of 100 at the usual confidence.", "",
            "A map that was interrupted or killed goes on where it was when it is started",
            "again."})
final class MapCommand extends PointsCommand<MapPlan, CrossoverMap> {

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Write JSON (" + CrossoverMap.FORMAT + ") instead of a grid.")
        private boolean json;

        @Option(names = "--csv", description = "Write CSV, a row a point, instead of a grid.")
        private boolean csv;
    }

    @Option(names = "--x", paramLabel = "FIELD=VALUES", required = true, description = "The field across and its values.")
    private String x;

    @Option(names = "--y", paramLabel = "FIELD=VALUES", required = true, description = "The field upwards and its values.")
    private String y;

    @Mixin
    private ContrastArguments contrast;

    @Option(names = "--set", paramLabel = "FIELD=VALUE", description = "Set a field for every point, as if it stood in the scenario;"
            + " may be given several times.")
    private List<String> settings = List.of();

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    MapCommand(Console console) {
        super(console);
    }

    @Override
    MapPlan plan(QuorateApp app, ScenarioDocument document, StudyOptions options, Progress progress) {
        return app.mapScenario().plan(document, settings, new MapPlan.Wish(x, y, contrast.figure(), contrast.contenders()), options, progress);
    }

    @Override
    List<String> notes(MapPlan plan) {
        return plan.sweep().notes();
    }

    @Override
    Made<CrossoverMap> make(QuorateApp app, MapPlan plan, Optional<Path> kept, Progress progress) throws IOException {
        MapScenario.Done done = app.mapScenario().map(plan, kept, progress);
        return new Made<>(done.map(), done.kept(), done.map().points().size() + " points");
    }

    @Override
    String text(CrossoverMap map, Style style) {
        if (form.json) {
            return new MapJson().write(map);
        }
        return form.csv ? new MapCsv().write(map) : new MapText(style).write(map);
    }

    @Override
    ReportDocument report(CrossoverMap map, ReportContext context) {
        return MapReport.document(map, context);
    }

    @Override
    Optional<String> failed(CrossoverMap map) {
        long failures = map.count(MapPoint.State.FAILED);
        return failures == 0 ? Optional.empty() : Optional.of(failures + " of " + map.points().size() + " points");
    }

    @Override
    List<String> again(CrossoverMap map) {
        List<String> command = new ArrayList<>(List.of("--x", x, "--y", y));
        command.addAll(ContrastArguments.again(map.figure(), map.first(), map.second()));
        command.addAll(each("--set", settings));
        command.addAll(runs(map.seed(), map.replications()));
        return command;
    }
}
