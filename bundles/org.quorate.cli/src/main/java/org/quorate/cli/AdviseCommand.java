// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.quorate.advice.Advice;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.advice.io.AdviceCsv;
import org.quorate.advice.io.AdviceJson;
import org.quorate.app.AdviseScenario;
import org.quorate.app.AtomicFile;
import org.quorate.app.QuorateApp;
import org.quorate.app.StudyOptions;
import org.quorate.cli.text.AdviceText;
import org.quorate.cli.text.Plain;
import org.quorate.model.yaml.ScenarioDocument;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quorate advise}. */
@Command(name = "advise", description = "Judge a scenario by rules: what would lose data, what is slow and why, and what would serve"
        + " better, each with its evidence and, where there is one, with the lines of the scenario that would answer it.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure", "2:wrong usage",
            "3:the scenario has errors, or would have them",
            "4:there is advice of that severity or a graver one (only with --fail-on)", "130:interrupted"},
        footer = {"", "For example:", "  quorate advise SCENARIO --no-run",
            "  quorate advise SCENARIO --fix volatile-cache,access-times -o better.yaml", "",
            "The rules with their sources are in docs/README.md."})
final class AdviseCommand implements Callable<Integer> {

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Write JSON (" + Advice.FORMAT + ") instead of text.")
        private boolean json;

        @Option(names = "--csv", description = "Write CSV, a finding a row, instead of text.")
        private boolean csv;

        @Option(names = "--fix", paramLabel = "RULE", split = ",", description = "Write the scenario with the quick fixes of these rules"
                + " instead; comments and order stay. Without -o it goes to standard output, or with --force into its own file.")
        private List<String> fixes;
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenarioArgument;

    @Option(names = "--no-run", description = "Ask only the rules that need no run: no figures, but at once.")
    private boolean noRun;

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    @Option(names = "--fail-on", paramLabel = "SEVERITY",
            description = "critical, warning or hint: exit with 4 if there is such advice or a graver one.")
    private Severity failOn;

    @Mixin
    private OutputArguments output;

    @Mixin
    private StudyArguments study;

    @Mixin
    private CommonOptions common;

    private final Console console;

    AdviseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        StudyOptions options = study.options();
        QuorateApp app = new QuorateApp(study.threads());
        AdviseScenario use = app.adviseScenario();
        Set<String> fixes = fixes(use.rules());
        output.check();
        ScenarioDocument document = scenarioArgument.document(app.validateScenario(), console, common.quiet());
        // A fix needs no evidence: nothing is run for a rule that does not need it.
        boolean run = !noRun && (fixes.isEmpty() || use.rules().stream().anyMatch(rule -> rule.needsRun() && fixes.contains(rule.id())));
        try (Work work = new Work(console, common.quiet())) {
            Advice advice = run ? work.run(progress -> use.advise(document.scenario(), options, progress))
                    : use.advise(document.scenario());
            if (fixes.isEmpty()) {
                output.write(console, text(advice));
            } else {
                writeFixed(use, document, advice, fixes);
            }
            boolean grave = failOn != null && advice.findings().stream().anyMatch(finding -> finding.severity().compareTo(failOn) <= 0);
            return grave ? ExitCode.TARGETS : ExitCode.OK;
        }
    }

    /** The rules that were named, all known. */
    private Set<String> fixes(List<RuleInfo> rules) {
        Set<String> named = form.fixes == null ? Set.of() : new LinkedHashSet<>(form.fixes);
        Set<String> known = rules.stream().map(RuleInfo::id).collect(Collectors.toCollection(LinkedHashSet::new));
        for (String name : named) {
            if (!known.contains(name)) {
                throw usage("--fix: there is no rule " + Plain.line(name) + ": there are " + String.join(", ", known));
            }
        }
        if (!named.isEmpty() && failOn != null) {
            throw usage("--fix and --fail-on: what was found is not what is written");
        }
        return named;
    }

    private void writeFixed(AdviseScenario use, ScenarioDocument document, Advice advice, Set<String> fixes) throws IOException {
        String text = new FixedScenario(spec, console, common).of(use, document, advice.findings(), fixes).text();
        boolean inPlace = output.force() && output.toTerminal() && !scenarioArgument.standardInput()
                && !spec.commandLine().getParseResult().hasMatchedOption("--output");
        if (inPlace) {
            new AtomicFile().write(Path.of(scenarioArgument.file()), text.getBytes(StandardCharsets.UTF_8), true);
        } else {
            output.write(console, text);
        }
    }

    private String text(Advice advice) {
        if (form.json) {
            return new AdviceJson().write(advice);
        }
        return form.csv ? new AdviceCsv().write(advice) : new AdviceText(common.style(console, output.toTerminal())).write(advice);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
