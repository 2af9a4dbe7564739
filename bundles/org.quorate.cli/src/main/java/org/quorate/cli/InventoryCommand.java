// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quorate.advice.Severity;
import org.quorate.advice.fleet.FleetReport;
import org.quorate.advice.io.FleetCsv;
import org.quorate.advice.io.FleetJson;
import org.quorate.app.NodeAccess;
import org.quorate.app.QuorateApp;
import org.quorate.cli.text.InventoryText;
import org.quorate.cli.text.Plain;
import org.quorate.model.yaml.ScenarioDocument;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quorate inventory}. */
@Command(name = "inventory", description = "Ask real nodes over SSH what they are, without changing anything on them, and tell what is dangerous,"
        + " where they differ from each other, and where from a scenario.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure, also if a node did not answer", "2:wrong usage",
            "3:the scenario has errors, or would have them", "4:there is a finding of that severity or a graver one (only with --fail-on)",
            "130:interrupted"},
        footer = {"", "For example:", "  quorate inventory scenario.yaml --user admin",
            "  quorate inventory --host admin@web1 --host admin@web2 --json -o nodes.json",
            "  quorate inventory scenario.yaml --host web1=root@10.9.0.1:2222",
            "  quorate inventory scenario.yaml --fix memory-planned -o found.yaml", "",
            "Nodes are reached as ssh would: ~/.ssh/config, keys, agent, jump hosts. A host",
            "key that is not known is asked for; one that has changed is always refused."})
final class InventoryCommand implements Callable<Integer> {

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Write JSON (" + FleetReport.FORMAT + ") instead of text.")
        private boolean json;

        @Option(names = "--csv", description = "Write CSV, a fact a row, instead of text.")
        private boolean csv;

        @Option(names = "--fix", paramLabel = "RULE", split = ",", description = "Write the scenario with the quick fixes of these findings instead;"
                + " comments and order stay.")
        private List<String> fixes;
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private PlanArgument scenario;

    @Mixin
    private HostArguments hosts;

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    @Option(names = "--fail-on", paramLabel = "SEVERITY", description = "critical, warning or hint: exit with 4 if there is such a finding or a graver"
            + " one.")
    private Severity failOn;

    @Mixin
    private NodeArguments nodes;

    @Mixin
    private OutputArguments output;

    @Mixin
    private CommonOptions common;

    private final Console console;

    InventoryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        NodeAccess access = nodes.access();
        output.check();
        QuorateApp app = new QuorateApp(1);
        Optional<ScenarioDocument> document = scenario.document(app.validateScenario(), console, common.quiet());
        if (form.fixes != null && document.isEmpty()) {
            throw usage("--fix needs a scenario");
        }
        Map<String, String> asked = hosts.asked(document.map(ScenarioDocument::scenario));
        try (Work work = new Work(console, common.quiet())) {
            FleetReport report = work.run("nodes", progress -> app.inventoryNodes().inventory(asked, document.map(ScenarioDocument::scenario), access,
                    nodes.questions(console), text -> common.remark(console, text), progress));
            output.write(console, form.fixes == null ? text(report) : fixed(app, document.orElseThrow(), report));
            HostArguments.answered(asked, report.missing().stream().map(FleetReport.Missing::why).toList());
            boolean grave = failOn != null && report.findings().stream().anyMatch(finding -> finding.severity().compareTo(failOn) <= 0);
            return grave ? ExitCode.TARGETS : ExitCode.OK;
        }
    }

    private String text(FleetReport report) {
        if (form.json) {
            return new FleetJson().write(report);
        }
        return form.csv ? new FleetCsv().write(report) : new InventoryText(common.style(console, output.toTerminal())).write(report);
    }

    private String fixed(QuorateApp app, ScenarioDocument document, FleetReport report) {
        return new FixedScenario(spec, console, common).of(app.adviseScenario(), document, report.findings(), new LinkedHashSet<>(form.fixes)).text();
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), Plain.lines(message));
    }
}
