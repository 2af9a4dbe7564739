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
import org.quorate.app.WriteReport;
import org.quorate.cli.text.SensitivityText;
import org.quorate.cli.text.Style;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.io.SensitivityCsv;
import org.quorate.study.io.SensitivityJson;
import org.quorate.study.map.MapFigure;
import org.quorate.study.sensitivity.Sensitivity;
import org.quorate.study.sensitivity.SensitivityPlan;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
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

    @Option(names = "--figure", paramLabel = "FIGURE", defaultValue = MapFigure.MIX, description = "What is compared: latency (the"
            + " mean over the operation mix, the default), lock memory, p99 OPERATION or mean OPERATION, with \"in PHASE\" behind"
            + " it if several phases do the operation.")
    private String figure;

    @Option(names = "--contenders", paramLabel = "LABEL", split = ",", description = "The two file systems; default: the OCFS2"
            + " and the GFS2 of the scenario.")
    private List<String> contenders = List.of();

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    SensitivityCommand(Console console) {
        super(console);
    }

    @Override
    SensitivityPlan plan(QuorateApp app, ScenarioDocument document, StudyOptions options, Progress progress) {
        return app.rankInputs().plan(document, new SensitivityPlan.Wish(inputs, factor, figure, contenders), options, progress);
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
    void write(WriteReport writer, Sensitivity result, List<String> command, Path directory, boolean force) throws IOException {
        writer.write(result, command, directory, force);
    }

    @Override
    Optional<String> failed(Sensitivity result) {
        return result.failures() == 0 ? Optional.empty() : Optional.of(result.failures() + " points");
    }

    @Override
    List<String> again(Sensitivity result) {
        List<String> command = new ArrayList<>(List.of("--figure", result.figure().text(), "--contenders",
                result.first() + "," + result.second(), "--factor", Double.toString(factor)));
        command.addAll(each("--input", inputs));
        command.addAll(runs(result.seed(), result.replications()));
        return command;
    }
}
