// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.quorate.app.MakeSizingReport;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.ReadTemplate;
import org.quorate.app.ReportFiles;
import org.quorate.app.ReportForm;
import org.quorate.app.SizingPart;
import org.quorate.app.SizingPlan;
import org.quorate.app.StudyOptions;
import org.quorate.cli.text.Plain;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.ReportContext;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.sizing.Template;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quorate report}. */
@Command(name = "report", description = "Make the sizing report of a scenario: what a consultant hands to the customer, from the verdict"
        + " on one page to the settings, the scripts and the limits of what is said.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure", "2:wrong usage",
            "3:the scenario or the template has errors", "130:interrupted"},
        footer = {"", "For example:",
            "  quorate report SCENARIO -o sizing.pdf",
            "  quorate report SCENARIO -o sizing.docx --language de --date 2026-11-28",
            "  quorate report SCENARIO -o sizing.html --sweep sweep.json --map map.json", "",
            "The scenario is compared, also with its last node gone and the work of that one",
            "spread over the others; failures are played; and if it has targets and a single",
            "measured phase, the load that still meets them is searched. What is finished is",
            "kept, so that the report in another form takes seconds.", "",
            "A file report.yaml beside the scenario is its template: customer, author, logo,",
            "colour, language, chapters and texts of your own. See docs/README.md."})
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenarioArgument;

    @Mixin
    private SizingArguments sizing;

    @Mixin
    private OutputArguments output;

    @Mixin
    private StudyArguments study;

    @Mixin
    private CommonOptions common;

    private final Console console;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        StudyOptions options = study.options();
        QuorateApp app = new QuorateApp(study.threads());
        ReportForm form = sizing.form(output);
        Optional<LocalDate> date = sizing.date();
        output.check(form);
        ScenarioDocument document = scenarioArgument.document(app.validateScenario(), console, common.quiet());
        Template template = template(app.readTemplate());
        SizingPlan.Wish wish = sizing.wish(document, options, sizing.kept(output), app::build,
                text -> common.remark(console, Plain.line(text)));
        MakeSizingReport use = app.makeSizingReport();
        try (Work work = new Work(console, common.quiet())) {
            MakeSizingReport.Made made = work.run(progress -> run(use, document, template, wish, progress));
            tellKept(made);
            ReportContext context = new ReportContext(date.orElseGet(app::today), again(made));
            Path file = output.file().orElse(Path.of("report." + form.extension()));
            ReportDocument report = use.document(made.results(), template, context);
            ReportFiles files = work.run("steps", progress -> use.write(report, context.date(), form, file, progress));
            output.write(console, files);
            return ExitCode.OK;
        }
    }

    private Template template(ReadTemplate use) throws IOException {
        Optional<Path> file = sizing.template().or(() -> scenarioArgument.standardInput() ? Optional.empty()
                : use.beside(Path.of(scenarioArgument.file())));
        if (file.isEmpty()) {
            return sizing.spoken(Template.standard());
        }
        ReadTemplate.Reading reading = use.read(file.get());
        reading.problems().forEach(console::tell);
        return sizing.spoken(reading.template().orElseThrow(() -> new CommandFailure(ExitCode.PROBLEMS, "the template has errors")));
    }

    private MakeSizingReport.Made run(MakeSizingReport use, ScenarioDocument document, Template template, SizingPlan.Wish wish,
            Progress progress) throws IOException {
        SizingPlan plan;
        try {
            plan = use.plan(document, template, wish, progress);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), Plain.lines(e.getMessage()));
        }
        plan.notes().forEach(note -> common.remark(console, note));
        return use.run(plan, ReportCommand::name, progress);
    }

    private void tellKept(MakeSizingReport.Made made) {
        if (made.made().isEmpty()) {
            common.remark(console, "all results were kept from before" + (made.results().failures().isEmpty() ? ": nothing was run"
                    : "; only failures were played"));
        } else if (!made.kept().isEmpty()) {
            common.remark(console, "kept from before: " + made.kept().stream().map(ReportCommand::name).collect(Collectors.joining(", ")));
        }
    }

    private static String name(SizingPart part) {
        return switch (part) {
            case COMPARISON -> "comparison";
            case NODE_LESS -> "a node less";
            case CAPACITY -> "capacity";
            case SENSITIVITY -> "sensitivity";
            case FAILURES -> "failures";
        };
    }

    /** The command that gives the same report again. */
    private List<String> again(MakeSizingReport.Made made) {
        List<String> command = new ArrayList<>(List.of("quorate", "report", scenarioArgument.file()));
        command.addAll(sizing.again());
        command.addAll(List.of("--seed", Long.toString(made.results().comparison().origin().seed()), "--replications",
                Integer.toString(made.results().comparison().origin().replications())));
        output.file().ifPresent(file -> command.addAll(List.of("-o", file.getFileName().toString())));
        return command;
    }
}
