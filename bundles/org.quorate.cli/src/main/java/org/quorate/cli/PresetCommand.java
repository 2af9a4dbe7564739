// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.quorate.app.Presets;
import org.quorate.app.QuorateApp;
import org.quorate.cli.text.Plain;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quorate preset}: workloads that people have. */
@Command(name = "preset", description = "List workloads that people have, or write one as a scenario, or a scenario of yours with it."
        + " Comments in the scenario tell where its parameters come from.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure, also of a scenario with too few nodes",
            "2:wrong usage", "3:the scenario has errors, or would have them"},
        footer = {"", "For example:", "  quorate preset filebench-varmail -o mail.yaml",
            "  quorate preset mdbox --into mine.yaml -o both.yaml"})
final class PresetCommand implements Callable<Integer> {

    private static final int NAME_WIDTH = 24;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The workload; without it all are listed.")
    private String name;

    @Option(names = "--into", paramLabel = "SCENARIO", description = "Write this scenario with the file sets and phases of the workload"
            + " behind its own; all else stays, comments too. Nodes that the workload names are those at the same places. The file"
            + " itself is not changed.")
    private String into;

    @Mixin
    private OutputArguments output;

    @Mixin
    private CommonOptions common;

    private final Console console;

    PresetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        output.check();
        QuorateApp app = new QuorateApp(1);
        output.write(console, text(app, app.presets()));
        return ExitCode.OK;
    }

    private String text(QuorateApp app, Presets presets) throws IOException {
        if (name == null) {
            if (into != null) {
                throw new ParameterException(spec.commandLine(), "--into needs the name of a workload");
            }
            StringBuilder list = new StringBuilder();
            presets.entries().forEach(entry -> list.append(entry.name())
                    .append(" ".repeat(Math.max(1, NAME_WIDTH - entry.name().length()))).append(Plain.line(entry.title())).append('\n'));
            return list.toString();
        }
        if (!presets.names().contains(name)) {
            throw new ParameterException(spec.commandLine(), "no preset " + Plain.line(name) + ": there are "
                    + String.join(", ", presets.names()));
        }
        return into == null ? presets.scenario(name) : changed(app, presets);
    }

    private String changed(QuorateApp app, Presets presets) throws IOException {
        ScenarioDocument scenario = valid(app.validateScenario().read(Path.of(into)), "the scenario has errors");
        try {
            return valid(presets.into(name, scenario), "the scenario would have errors with this workload").text();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.FAILURE, e.getMessage());
        }
    }

    private ScenarioDocument valid(ScenarioReading reading, String otherwise) {
        if (reading.document().isEmpty()) {
            reading.problems().forEach(console::tell);
        }
        return reading.document().orElseThrow(() -> new CommandFailure(ExitCode.PROBLEMS, otherwise));
    }
}
