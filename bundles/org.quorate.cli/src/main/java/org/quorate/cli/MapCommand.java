// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.quorate.app.MapScenario;
import org.quorate.app.QuorateApp;
import org.quorate.app.StudyOptions;
import org.quorate.cli.text.MapText;
import org.quorate.cli.text.Plain;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.io.MapCsv;
import org.quorate.study.io.MapJson;
import org.quorate.study.map.CrossoverMap;
import org.quorate.study.map.MapFigure;
import org.quorate.study.map.MapPlan;
import org.quorate.study.map.MapPoint;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quorate map}. */
@Command(name = "map", description = "Say which of two file systems is better over two fields of a scenario, by how much, and"
        + " where that is not known: a crossover map.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure, also of runs of some points", "2:wrong usage",
            "3:the scenario has errors", "130:interrupted"},
        footer = {"", "For example:",
            "  quorate map SCENARIO --x 'workload.phases[0].closed.threads=2,4,8,16'",
            "    --y 'cluster.interconnect.roundTrip=0.1 ms..1 ms:5' --report map", "",
            "Fields and values are written as for quorate sweep; nodes=2,4,8 is the number",
            "of nodes. A difference is significant if its confidence interval, paired by",
            "replication on common random numbers, excludes 0. Of many points without any",
            "difference, some show one by chance: 5 of 100 at the usual confidence.", "",
            "A map that was interrupted or killed goes on where it was when it is started",
            "again."})
final class MapCommand implements Callable<Integer> {

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Write JSON (" + CrossoverMap.FORMAT + ") instead of a grid.")
        private boolean json;

        @Option(names = "--csv", description = "Write CSV, a row a point, instead of a grid.")
        private boolean csv;
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenarioArgument;

    @Option(names = "--x", paramLabel = "FIELD=VALUES", required = true, description = "The field across and its values.")
    private String x;

    @Option(names = "--y", paramLabel = "FIELD=VALUES", required = true, description = "The field upwards and its values.")
    private String y;

    @Option(names = "--figure", paramLabel = "FIGURE", defaultValue = MapFigure.MIX, description = "What is compared: latency (the"
            + " mean over the operation mix, the default), lock memory, p99 OPERATION or mean OPERATION, with \"in PHASE\" behind"
            + " it if several phases do the operation.")
    private String figure;

    @Option(names = "--contenders", paramLabel = "LABEL", split = ",", description = "The two file systems; default: the OCFS2"
            + " and the GFS2 of the scenario.")
    private List<String> contenders = List.of();

    @Option(names = "--set", paramLabel = "FIELD=VALUE", description = "Set a field for every point, as if it stood in the scenario;"
            + " may be given several times.")
    private List<String> settings = List.of();

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    @Option(names = "--report", paramLabel = "DIR",
            description = "Also write a report with a heat map into this directory: one page, index.html.")
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

    MapCommand(Console console) {
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
            CrossoverMap map = run(app.mapScenario(), document, options, interruption);
            if (interruption.requested()) {
                throw new CancellationException();
            }
            output.write(console, text(map));
            if (report != null) {
                app.writeReport().write(map, again(map), report, output.force());
                remark("wrote " + app.writeReport().page(report));
            }
            long failures = map.count(MapPoint.State.FAILED);
            if (failures > 0) {
                throw new CommandFailure(ExitCode.FAILURE, failures + " of " + map.points().size() + " points failed; the result says why");
            }
            return ExitCode.OK;
        }
    }

    private CrossoverMap run(MapScenario use, ScenarioDocument document, StudyOptions options, Interruption interruption)
            throws IOException {
        MapScenario.Done done;
        try (ProgressLine progress = new ProgressLine(console.err(), console.errTerminal(), common.quiet(),
                interruption::requested, System::nanoTime)) {
            MapPlan plan;
            try {
                plan = use.plan(document, settings, new MapPlan.Wish(x, y, figure, contenders), options, progress);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), Plain.lines(e.getMessage()));
            }
            plan.sweep().notes().forEach(this::remark);
            done = use.map(plan, keep.directory(output), progress);
        }
        if (done.kept() > 0) {
            remark(done.kept() + " of " + done.map().points().size() + " points were kept from before");
        }
        return done.map();
    }

    private String text(CrossoverMap map) {
        if (form.json) {
            return new MapJson().write(map);
        }
        return form.csv ? new MapCsv().write(map) : new MapText(common.style(console, output.toTerminal())).write(map);
    }

    /** The command that gives the same figures again. */
    private List<String> again(CrossoverMap map) {
        List<String> command = new ArrayList<>(List.of("quorate", "map", scenarioArgument.file(), "--x", x, "--y", y, "--figure",
                map.figure().text(), "--contenders", map.first() + "," + map.second()));
        settings.forEach(setting -> command.addAll(List.of("--set", setting)));
        map.seed().ifPresent(seed -> command.addAll(List.of("--seed", Long.toString(seed))));
        map.replications().ifPresent(number -> command.addAll(List.of("--replications", Integer.toString(number))));
        command.addAll(List.of("--report", report.toString()));
        return command;
    }

    private void remark(String text) {
        if (!common.quiet()) {
            console.err().println("quorate: " + Plain.line(text));
        }
    }
}
