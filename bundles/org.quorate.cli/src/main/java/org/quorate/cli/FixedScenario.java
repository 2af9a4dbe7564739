// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.util.Collection;
import java.util.List;
import org.quorate.advice.Finding;
import org.quorate.app.AdviseScenario;
import org.quorate.cli.text.Plain;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReading;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The scenario with the quick fixes that {@code --fix} names; what each changes is told. */
final class FixedScenario {

    private final CommandSpec spec;
    private final Console console;
    private final CommonOptions common;

    /** @param spec of the command that has the option */
    FixedScenario(CommandSpec spec, Console console, CommonOptions common) {
        this.spec = spec;
        this.console = console;
        this.common = common;
    }

    /**
     * @param rules whose findings are fixed
     * @throws ParameterException if two fixes contradict each other
     * @throws CommandFailure     if the scenario would have errors with them, which are told
     */
    ScenarioDocument of(AdviseScenario use, ScenarioDocument document, List<Finding> findings, Collection<String> rules) {
        List<Finding> chosen = findings.stream().filter(finding -> rules.contains(finding.rule()) && finding.fix().isPresent()).toList();
        for (String rule : rules) {
            List<Finding> found = chosen.stream().filter(finding -> finding.rule().equals(rule)).toList();
            if (found.isEmpty()) {
                common.remark(console, rule + ": nothing to fix");
            }
            found.forEach(finding -> finding.fix().orElseThrow().changes().forEach(change -> common.remark(console, rule + ": " + change.line())));
        }
        ScenarioReading reading;
        try {
            reading = use.fix(document, chosen);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--fix: " + Plain.line(e.getMessage()));
        }
        if (reading.document().isEmpty()) {
            reading.problems().forEach(console::tell);
        }
        return reading.document().orElseThrow(() -> new CommandFailure(ExitCode.PROBLEMS, "the scenario would have errors with these fixes"));
    }
}
