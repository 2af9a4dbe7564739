// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.RankInputs;
import org.quorate.app.StudyOptions;
import org.quorate.cli.text.SensitivityText;
import org.quorate.cli.text.Style;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.ReportContext;
import org.quorate.report.SensitivityReport;
import org.quorate.report.document.ReportDocument;
import org.quorate.study.io.SensitivityCsv;
import org.quorate.study.io.SensitivityJson;
import org.quorate.study.sensitivity.Sensitivity;
import org.quorate.study.sensitivity.SensitivityPlan;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quorate sensitivity}. */
@Command(name = "sensitivity", description = "Say which inputs of a scenario move the answer, those that move it most first, so that you"
        + " know what to measure first.",
        footer = {"", "For example:",
            "  quorate sensitivity SCENARIO --input lun.service.read",
            "    --input 'workload.phases[traffic].closed.thinkTime=10 ms..100 ms'", "",
            "Each input is moved alone, with all others as they are. Without --input these",
            "are the network, the hosts, the LUN, and the numbers of the workload: what could",
            "be measured. An input moves the answer significantly if an interval of a figure",
            "does not touch that of the scenario as it is.", "",
            "What was interrupted or killed goes on where it was when it is started again."})
final class SensitivityCommand extends PointsCommand<SensitivityPlan, Sensitivity> {

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Write JSON (" + Sensitivity.FORMAT + ") instead of a table.")
        private boolean json;

        @Option(names = "--csv", description = "Write CSV, a row an input and value, instead of a table.")
        private boolean csv;
    }

    @Option(names = "--input", paramLabel = "FIELD[=LOW..HIGH]", description = "An input to move; may be given several times.")
    private List<String> inputs = List.of();

    @Option(names = "--factor", paramLabel = "NUMBER", defaultValue = "2", description = "Inputs without ends are divided and multiplied"
            + " by it; default: 2.")
    private double factor;

    @Mixin
    private ContrastArguments contrast;

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    SensitivityCommand(Console console) {
        super(console);
    }

    @Override
    SensitivityPlan plan(QuorateApp app, ScenarioDocument document, StudyOptions options, Progress progress) {
        return app.rankInputs().plan(document, new SensitivityPlan.Wish(inputs, factor, contrast.figure(), contrast.contenders()), options,
                progress);
    }

    @Override
    List<String> notes(SensitivityPlan plan) {
        return plan.sweep().notes();
    }

    @Override
    Made<Sensitivity> make(QuorateApp app, SensitivityPlan plan, Optional<Path> kept, Progress progress) throws IOException {
        RankInputs.Done done = app.rankInputs().rank(plan, kept, progress);
        return new Made<>(done.sensitivity(), done.kept(), plan.sweep().points().size() + " points");
    }

    @Override
    String text(Sensitivity result, Style style) {
        if (form.json) {
            return new SensitivityJson().write(result);
        }
        return form.csv ? new SensitivityCsv().write(result) : new SensitivityText(style).write(result);
    }

    @Override
    ReportDocument report(Sensitivity result, ReportContext context) {
        return SensitivityReport.document(result, context);
    }

    @Override
    Optional<String> failed(Sensitivity result) {
        return result.failures() == 0 ? Optional.empty() : Optional.of(result.failures() + " points");
    }

    @Override
    List<String> again(Sensitivity result) {
        List<String> command = new ArrayList<>(ContrastArguments.again(result.figure(), result.first(), result.second()));
        command.addAll(List.of("--factor", Double.toString(factor)));
        command.addAll(each("--input", inputs));
        command.addAll(runs(result.seed(), result.replications()));
        return command;
    }
}
