// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quorate.app.KernelFile;
import org.quorate.app.NodeAccess;
import org.quorate.app.ObserveNodes;
import org.quorate.app.ObserveScenario;
import org.quorate.app.ObservedNode;
import org.quorate.app.QuorateApp;
import org.quorate.app.RememberedQuestions;
import org.quorate.app.StudyOptions;
import org.quorate.app.UnusableHostException;
import org.quorate.cli.text.FleetObservationText;
import org.quorate.cli.text.ObservationText;
import org.quorate.cli.text.Plain;
import org.quorate.model.Node;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.report.FleetObservationReport;
import org.quorate.report.ObservationReport;
import org.quorate.study.io.FleetObservationCsv;
import org.quorate.study.io.FleetObservationJson;
import org.quorate.study.io.ObservationCsv;
import org.quorate.study.io.ObservationJson;
import org.quorate.study.observe.FleetObservation;
import org.quorate.study.observe.FleetPrediction;
import org.quorate.study.observe.Observation;
import org.quorate.study.observe.ObserveStudy;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quorate observe}. */
@Command(name = "observe", description = "Simulate one file system of a scenario, and show the slab caches and locks of one of its nodes"
        + " beside those that a real node has: predicted against actual. What could not be used of the files is told on standard error, each"
        + " line with the reason. With --live, ask all nodes of a running cluster over SSH, once or for some time, and show their locks, caches,"
        + " lock manager, network and disks, with rates, and the hottest locks.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure: also if nothing can be taken from a file",
            "2:wrong usage", "3:the scenario has errors", "130:interrupted"},
        footer = {"", "For example, after the load of the scenario's last phase, as root on node n1:",
            "  cat /proc/slabinfo > slabinfo",
            "  cat /sys/kernel/debug/gfs2/CLUSTER:NAME/glocks > glocks",
            "  cat /sys/kernel/debug/gfs2/CLUSTER:NAME/glstats > glstats", "and then:",
            "  quorate observe SCENARIO -f gfs2 --node n1 --slabinfo slabinfo --glocks glocks", "    --glstats glstats", "",
            "A running cluster, as root or by sudo; the prediction is that of --phase:",
            "  quorate observe SCENARIO -f gfs2 --live --for '10 min' --series day.jsonl"})
final class ObserveCommand implements Callable<Integer> {

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Write JSON (" + Observation.FORMAT + ", with --live " + FleetObservation.FORMAT
                + ") instead of tables.")
        private boolean json;

        @Option(names = "--csv", description = "Write CSV, a row a figure, instead of tables.")
        private boolean csv;
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenarioArgument;

    @Mixin
    private FileSystemArgument fileSystem;

    @Option(names = "--node", paramLabel = "NAME", description = "The node that the files are of; default: the first of the scenario.")
    private String node;

    @Option(names = "--phase", paramLabel = "NAME", description = "The phase at whose end they were taken; default: the last one.")
    private String phase;

    @Option(names = "--slabinfo", paramLabel = "FILE", description = "/proc/slabinfo.")
    private Path slabinfo;

    @Option(names = "--glocks", paramLabel = "FILE", description = "GFS2: glocks of /sys/kernel/debug/gfs2/LOCKTABLE.")
    private Path glocks;

    @Option(names = "--glstats", paramLabel = "FILE", description = "GFS2: glstats of the same directory.")
    private Path glstats;

    @Option(names = "--locking-state", paramLabel = "FILE", description = "OCFS2: locking_state of /sys/kernel/debug/ocfs2/UUID.")
    private Path lockingState;

    @Mixin
    private LiveArguments live;

    @Mixin
    private HostArguments hosts;

    @Mixin
    private NodeArguments nodes;

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    @Mixin
    private ReportArguments report;

    @Mixin
    private OutputArguments output;

    @Mixin
    private StudyArguments study;

    @Mixin
    private CommonOptions common;

    private final Console console;

    ObserveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        StudyOptions options = study.options();
        if (live.isLive()) {
            return live(options);
        }
        Map<KernelFile, Path> files = files();
        QuorateApp app = new QuorateApp(study.threads());
        output.check();
        report.check(app.writeReport(), output.force());
        Scenario scenario = scenarioArgument.scenario(app.validateScenario(), console, common.quiet());
        ObserveStudy.Place place = place(scenario);
        ObserveScenario use = app.observeScenario();
        try {
            use.check(scenario, place.fileSystem(), files.keySet());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage());
        }
        try (Work work = new Work(console, common.quiet())) {
            ObservedNode observed = work.run("MiB", progress -> use.read(files, progress));
            if (!common.quiet()) {
                observed.unused().forEach(line -> console.err().println("not used: " + Plain.line(line)));
            }
            Observation observation = work.run(progress -> use.observe(scenario, place, observed.state(), options, progress));
            output.write(console, text(observation));
            report.write(app.writeReport(), context -> ObservationReport.document(observation, observed.unused(), context),
                    again(observation, files), output.force(), text -> common.remark(console, text));
            return ExitCode.OK;
        }
    }

    /** Asks the running nodes. */
    private Integer live(StudyOptions options) throws IOException {
        if (node != null) {
            throw new ParameterException(spec.commandLine(), "--node is of files: --live asks all nodes of the scenario");
        }
        NodeAccess access = nodes.access();
        QuorateApp app = new QuorateApp(study.threads());
        output.check();
        report.check(app.writeReport(), output.force());
        Scenario scenario = scenarioArgument.scenario(app.validateScenario(), console, common.quiet());
        ObserveStudy.Place place = place(scenario);
        ObserveNodes.Request request = new ObserveNodes.Request(scenario, hosts.asked(Optional.of(scenario)), live.plan(place.fileSystem()),
                Optional.empty());
        try {
            app.observeNodes().check(request, access, nodes.questions(console));
        } catch (UnusableHostException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--live: " + e.getMessage());
        }
        ObserveLive use = new ObserveLive(app.observeNodes(), console, common);
        live.paths().filter(name -> !request.hosts().containsKey(name)).ifPresent(name -> oneOf("--paths", name, List.copyOf(request.hosts().keySet())));
        try (Work work = new Work(console, common.quiet()); RememberedQuestions questions = new RememberedQuestions(nodes.questions(console))) {
            FleetPrediction prediction = use.predict(work, request, place.phase(), options);
            ObserveNodes.Request whole = request.with(prediction);
            ObserveNodes.Observed observed = use.watch(work, whole, access, questions);
            FleetObservation observation = live.paths().isEmpty() ? observed.observation()
                    : use.paths(work, whole, observed.observation(), live.paths().get(), access, questions);
            output.write(console, text(observation));
            report.write(app.writeReport(), context -> FleetObservationReport.document(observed.series(), observation, context),
                    againLive(prediction), output.force(), text -> common.remark(console, text));
            ObserveLive.silent(observed).ifPresent(why -> {
                throw new CommandFailure(ExitCode.FAILURE, why);
            });
            return ExitCode.OK;
        }
    }

    private List<String> againLive(FleetPrediction prediction) {
        List<String> command = new ArrayList<>(List.of("quorate", "observe", scenarioArgument.file(), "--file-system", prediction.fileSystem(),
                "--phase", prediction.phase()));
        command.addAll(live.again());
        command.addAll(List.of("--seed", Long.toString(prediction.origin().seed()), "--replications", Integer.toString(prediction.origin().replications())));
        command.addAll(report.again());
        return command;
    }

    private String text(FleetObservation observation) {
        if (form.json) {
            return new FleetObservationJson().write(observation);
        }
        return form.csv ? new FleetObservationCsv().write(observation)
                : new FleetObservationText(common.style(console, output.toTerminal())).write(observation);
    }

    /** The command that gives the same figures again. */
    private List<String> again(Observation observation, Map<KernelFile, Path> files) {
        List<String> command = new ArrayList<>(List.of("quorate", "observe", scenarioArgument.file(), "--file-system", observation.fileSystem(),
                "--node", observation.node(), "--phase", observation.phase()));
        files.forEach((kind, file) -> command.addAll(List.of("--" + kind.word(), file.toString())));
        command.addAll(List.of("--seed", Long.toString(observation.origin().seed()), "--replications",
                Integer.toString(observation.origin().replications())));
        command.addAll(report.again());
        return command;
    }

    private Map<KernelFile, Path> files() {
        Map<KernelFile, Path> files = new EnumMap<>(KernelFile.class);
        put(files, KernelFile.SLABINFO, slabinfo);
        put(files, KernelFile.GLOCKS, glocks);
        put(files, KernelFile.GLSTATS, glstats);
        put(files, KernelFile.LOCKING_STATE, lockingState);
        if (files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "at least one file is needed: --slabinfo, --glocks, --glstats or --locking-state");
        }
        return files;
    }

    private static void put(Map<KernelFile, Path> files, KernelFile kind, Path file) {
        if (file != null) {
            files.put(kind, file);
        }
    }

    private ObserveStudy.Place place(Scenario scenario) {
        List<String> nodes = scenario.cluster().nodes().stream().map(Node::name).toList();
        List<String> phases = scenario.workload().phases().stream().map(Phase::name).toList();
        return new ObserveStudy.Place(fileSystem.label(scenario), oneOf("--node", node == null ? nodes.get(0) : node, nodes),
                oneOf("--phase", phase == null ? phases.get(phases.size() - 1) : phase, phases));
    }

    private String oneOf(String option, String wanted, List<String> names) {
        if (!names.contains(wanted)) {
            throw new ParameterException(spec.commandLine(), option + " " + wanted + ": the scenario has " + String.join(", ", names));
        }
        return wanted;
    }

    private String text(Observation observation) {
        if (form.json) {
            return new ObservationJson().write(observation);
        }
        return form.csv ? new ObservationCsv().write(observation)
                : new ObservationText(common.style(console, output.toTerminal())).write(observation);
    }
}
