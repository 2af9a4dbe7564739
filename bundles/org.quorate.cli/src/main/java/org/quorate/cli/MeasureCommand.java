// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quorate.app.MeasureRequest;
import org.quorate.app.MeasuredNodes;
import org.quorate.app.NodeAccess;
import org.quorate.app.QuorateApp;
import org.quorate.cli.text.MeasurementText;
import org.quorate.cli.text.Plain;
import org.quorate.model.Scenario;
import org.quorate.model.measured.Measurement;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReading;
import org.quorate.study.io.JsonForm;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quorate measure}. */
@Command(name = "measure", description = "Measure real nodes over SSH: round trips between them, reads of the LUN, writes and flushes of a scratch"
        + " file that you name, clocks. Nothing else is written or changed on them; nothing is ever written to a device.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure, also if a node did not answer", "2:wrong usage",
            "3:the scenario has errors, or would have them", "130:interrupted"},
        footer = {"", "For example:", "  quorate measure scenario.yaml --user admin",
            "  quorate measure scenario.yaml --scratch /mnt/test/q.tmp --alike",
            "  quorate measure scenario.yaml --into -o measured.yaml",
            "  quorate measure --host admin@web1 --host admin@web2 --device web1=/dev/sdb", "",
            "Pings and requests to the LUN are made one node after the other, because they",
            "would disturb each other. Reads are a load on a LUN that is in use."})
final class MeasureCommand implements Callable<Integer> {

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Write JSON (" + Measurement.FORMAT + ") instead of text.")
        private boolean json;

        @Option(names = "--yaml", description = "Write the part of a scenario that was measured, as YAML, instead.")
        private boolean yaml;

        @Option(names = "--into", description = "Write the scenario with what was measured instead; comments and order stay.")
        private boolean into;
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private PlanArgument scenario;

    @Mixin
    private HostArguments hosts;

    @Option(names = "--no-reads", description = "Do not read the LUN.")
    private boolean noReads;

    @Option(names = "--device", paramLabel = "NODE=/dev/...", description = "The LUN on that node; default: what has the planned WWID.")
    private List<String> devices = List.of();

    @Option(names = "--scratch", paramLabel = "[NODE=]FILE", description = "File that is written to on that node, or on each: it must not be there yet,"
            + " and is gone afterwards.")
    private List<String> scratch = List.of();

    @Option(names = "--scratch-mount", paramLabel = "DIR", description = "Where the file system of the scratch files is mounted; any other is"
            + " refused. Default: any but that of /.")
    private String mount;

    @Option(names = "--alike", description = "The scratch files are on storage like the LUN: their times are taken for those of the LUN.")
    private boolean alike;

    @Option(names = "--seconds", paramLabel = "NUMBER", description = "Time for each node, " + MeasureRequest.LEAST_SECONDS + " to "
            + MeasureRequest.MOST_SECONDS + "; default: " + MeasureRequest.SECONDS + ".")
    private int seconds = MeasureRequest.SECONDS;

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    @Mixin
    private NodeArguments nodes;

    @Mixin
    private OutputArguments output;

    @Mixin
    private CommonOptions common;

    private final Console console;

    MeasureCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        NodeAccess access = nodes.access();
        output.check();
        QuorateApp app = new QuorateApp(1);
        Optional<ScenarioDocument> document = scenario.document(app.validateScenario(), console, common.quiet());
        if (form.into && document.isEmpty()) {
            throw usage("--into needs a scenario");
        }
        Optional<Scenario> plan = document.map(ScenarioDocument::scenario);
        MeasureRequest request = request(hosts.asked(plan));
        try (Work work = new Work(console, common.quiet())) {
            MeasuredNodes measured = work.run("steps", progress -> app.measureNodes().measure(request, plan, access, nodes.questions(console),
                    text -> common.remark(console, text), progress));
            Measurement figures = measured.measurement();
            output.write(console, text(measured, document));
            if (form.yaml || form.into) {
                figures.remarks().forEach(remark -> common.remark(console, remark));
            }
            HostArguments.answered(request.hosts(), figures.missing().stream().map(Measurement.Missing::why).toList());
            return ExitCode.OK;
        }
    }

    private MeasureRequest request(Map<String, String> asked) {
        try {
            return new MeasureRequest(asked, !noReads, byNode("--device", devices, Map.of()), byNode("--scratch", scratch, asked), Optional.ofNullable(mount),
                    alike, seconds);
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    /** @param all nodes that a value without a name is for */
    private Map<String, String> byNode(String option, List<String> values, Map<String, String> all) {
        Map<String, String> byNode = new LinkedHashMap<>();
        for (String value : values) {
            int equals = value.indexOf('=');
            if (!value.startsWith("/") && equals > 0) {
                byNode.put(value.substring(0, equals), value.substring(equals + 1));
            } else if (all.isEmpty()) {
                throw usage(option + " NODE=PATH: of which node is " + value + "?");
            } else {
                all.keySet().forEach(node -> byNode.putIfAbsent(node, value));
            }
        }
        return byNode;
    }

    private String text(MeasuredNodes measured, Optional<ScenarioDocument> document) {
        if (form.json) {
            return JsonForm.text(measured.measurement());
        }
        if (form.yaml) {
            return measured.fragment();
        }
        if (form.into) {
            ScenarioReading reading = measured.into(document.orElseThrow());
            if (reading.document().isEmpty()) {
                reading.problems().forEach(console::tell);
            }
            return reading.document().orElseThrow(() -> new CommandFailure(ExitCode.PROBLEMS, "the scenario would have errors with what was measured")).text();
        }
        return new MeasurementText(common.style(console, output.toTerminal())).write(measured.measurement());
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), Plain.lines(message));
    }
}
