// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Desktop;
import org.quorate.ui.Ids;
import org.quorate.ui.chart.ChartCanvas;
import org.quorate.ui.editor.ScenarioEditor;
import org.quorate.ui.nodes.TestFleet;
import org.quorate.ui.runs.ResultPart;
import org.quorate.ui.runs.StudyRun;
import org.quorate.ui.welcome.WelcomeInput;

/** Walks the way of a newcomer in both themes and takes the pictures of the documentation. */
@ExtendWith(RunningWorkbench.Provider.class)
class ScreenshotTest {

    private RunningWorkbench workbench;
    private String theme;

    private Composite root() {
        return workbench.window().getShell();
    }

    private void run(CommandCall call) {
        workbench.ui(() -> call.run(workbench.window()));
        workbench.settle();
    }

    private void take(String name) {
        Screenshots.take(workbench, name + "-" + theme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void newcomersWay(String name, RunningWorkbench running) {
        workbench = running;
        theme = name;
        workbench.takeErrors();
        workbench.ui(() -> {
            Desktop desktop = PlatformUI.getWorkbench().getService(Desktop.class);
            desktop.views().theme().setDark(theme.equals("dark"));
            desktop.files().recent().files().forEach(desktop.files().recent()::remove);
            workbench.page().closeAllEditors(false);
            workbench.page().resetPerspective();
            WelcomeInput.open(workbench.page());
        });
        take("welcome");
        make();
        run(CommandCall.of(Ids.OPEN_SAMPLE_COMMAND, Ids.OPEN_SAMPLE_NAME, "web-sessions"));
        edit();
        watchAndCancel();
        compare();
        rank();
        if (theme.equals("light")) {
            watchAnOperation();
        }
        nodes();
        makeTheReport();
        run(CommandCall.of(Ids.EXPORT_SCRIPTS_COMMAND));
        take("scripts");
        run(CommandCall.of(Ids.GUIDE_COMMAND));
        run(CommandCall.of(Ids.HELP_COMMAND));
        take("help");
        assertEquals(List.of(), workbench.takeErrors());
    }

    private void nodes() {
        ScenarioEditor editor = workbench.ask(() -> Stream.of(workbench.page().getEditorReferences()).map(reference -> reference.getEditor(false))
                .filter(ScenarioEditor.class::isInstance)
                .map(ScenarioEditor.class::cast).findFirst().orElseThrow());
        workbench.ui(() -> {
            workbench.page().activate(editor);
            PlatformUI.getWorkbench().getService(Desktop.class).nodes().inventories().show(TestFleet.of(editor.session().scenario().orElseThrow()));
            workbench.page().showView(Ids.NODES_VIEW);
        });
        take("nodes");
        workbench.ui(() -> workbench.page().hideView(workbench.page().findView(Ids.NODES_VIEW)));
    }

    private void makeTheReport() {
        workbench.later(() -> CommandCall.of(Ids.SIZING_REPORT_COMMAND).run(workbench.window()));
        workbench.await("the check of the answers", () -> shell("Sizing report") != null
                && Widgets.button(shell("Sizing report"), "Start").isEnabled());
        Screenshots.take(workbench, workbench.ask(() -> shell("Sizing report")), "sizing-questions-" + theme);
        workbench.ui(() -> Widgets.press(Widgets.button(shell("Sizing report"), "Start")));
        workbench.await("the report", () -> workbench.page().getActiveEditor() instanceof ResultPart part
                && part.run().study().title().endsWith("sizing report") && part.run().state() == StudyRun.State.DONE);
        take("sizing");
    }

    private void make() {
        workbench.later(() -> CommandCall.of(Ids.NEW_SCENARIO_COMMAND).run(workbench.window()));
        workbench.await("the wizard", () -> shell("New scenario") != null && Widgets.button(shell("New scenario"), "Finish").isEnabled());
        Screenshots.take(workbench, workbench.ask(() -> shell("New scenario")), "wizard-workload-" + theme);
        workbench.ui(() -> Widgets.press(Widgets.button(shell("New scenario"), "Next >")));
        Screenshots.take(workbench, workbench.ask(() -> shell("New scenario")), "wizard-" + theme);
        workbench.ui(() -> Widgets.press(Widgets.button(shell("New scenario"), "Cancel")));
        workbench.await("the end of the wizard", () -> shell("New scenario") == null);
    }

    private void edit() {
        workbench.ui(() -> Widgets.showTab(root(), "Overview"));
        take("overview");
        workbench.ui(() -> {
            Widgets.goTo(root(), "LUN", "LUN");
            Widgets.labelled(root(), "Queue depth", Text.class).setFocus();
        });
        take("editor");
        workbench.ui(() -> {
            Widgets.goTo(root(), "Workload", "Workload", "Phases", "traffic");
            Text duration = Widgets.labelled(root(), "Duration", Text.class);
            duration.setData(duration.getText());
            duration.setFocus();
            duration.setText("6");
            duration.setSelection(1);
        });
        take("editor-problem");
        workbench.ui(() -> {
            Text duration = Widgets.labelled(root(), "Duration", Text.class);
            duration.setText((String) duration.getData());
            Widgets.showTab(root(), "YAML");
            StyledText text = Widgets.all(root(), StyledText.class).get(0);
            text.replaceTextRange(text.getText().indexOf("roundTrip"), 9, "rondTrip");
        });
        take("yaml");
        run(CommandCall.of(Ids.UNDO_COMMAND));
        workbench.ui(() -> Widgets.showTab(root(), "Overview"));
        ScenarioEditor editor = workbench.ask(() -> (ScenarioEditor) workbench.page().getActiveEditor());
        assertEquals("", workbench.ask(() -> editor.session().undoName().orElse("")), "everything was taken back");
        assertFalse(workbench.ask(editor::isDirty));
    }

    /** So many replications that a picture of the work at hand can be taken before it is done, on any machine. */
    private void watchAndCancel() {
        ScenarioEditor editor = workbench.ask(() -> (ScenarioEditor) workbench.page().getActiveEditor());
        workbench.ui(() -> {
            Widgets.showTab(root(), "YAML");
            StyledText text = Widgets.all(root(), StyledText.class).get(0);
            text.replaceTextRange(text.getText().indexOf("replications: 5"), "replications: 5".length(), "replications: 99");
        });
        StudyRun run = startComparison();
        workbench.await("some runs", () -> run.advance().done() >= 12);
        take("running");
        run(CommandCall.of(Ids.CANCEL_COMMAND));
        workbench.await("the end of the comparison", () -> run.state() == StudyRun.State.CANCELLED);
        workbench.ui(() -> {
            workbench.page().closeEditor(workbench.page().getActiveEditor(), false);
            workbench.page().activate(editor);
        });
        run(CommandCall.of(Ids.UNDO_COMMAND));
        workbench.ui(() -> Widgets.showTab(root(), "Overview"));
        assertFalse(workbench.ask(editor::isDirty));
    }

    private StudyRun startComparison() {
        run(CommandCall.of(Ids.COMPARE_COMMAND));
        return workbench.ask(() -> ((ResultPart) workbench.page().getActiveEditor()).run());
    }

    private void compare() {
        StudyRun run = startComparison();
        workbench.await("the comparison", () -> run.state() != StudyRun.State.RUNNING);
        assertEquals(StudyRun.State.DONE, run.state(), () -> run.failure().map(Throwable::toString).orElse(""));
        take("verdict");
        chapter("The figures at a glance", "figures");
        chapter("How long operations take", "latency");
        chapter("Where the time goes", "time");
        chapter("Lock memory", "memory");
    }

    private void rank() {
        workbench.later(() -> CommandCall.of(Ids.STUDY_COMMAND, Ids.STUDY_KIND, "sensitivity").run(workbench.window()));
        workbench.await("the questions", () -> questions() != null);
        workbench.ui(() -> {
            Widgets.labelled(questions(), "Inputs", Text.class).setText("lun.service.read, lun.service.write, lun.service.flush,"
                    + " cluster.interconnect.roundTrip, workload.phases[traffic].closed.threads=4..12, workload.fileSets[sessions].files");
        });
        workbench.await("the check of the answers", () -> Widgets.button(questions(), "Start").isEnabled());
        take("sensitivity-questions");
        workbench.ui(() -> Widgets.press(Widgets.button(questions(), "Start")));
        workbench.await("the result's page", () -> workbench.page().getActiveEditor().getTitle().endsWith("sensitivity"));
        StudyRun run = workbench.ask(() -> ((ResultPart) workbench.page().getActiveEditor()).run());
        workbench.await("the ranking", () -> run.state() != StudyRun.State.RUNNING);
        assertEquals(StudyRun.State.DONE, run.state(), () -> run.failure().map(Throwable::toString).orElse(""));
        awaitCharts();
        take("sensitivity");
        chapter("Every input", "sensitivity-inputs");
    }

    private void watchAnOperation() {
        workbench.later(() -> CommandCall.of(Ids.STUDY_COMMAND, Ids.STUDY_KIND, "watch").run(workbench.window()));
        workbench.await("the questions", () -> shell("Watch an operation") != null);
        workbench.ui(() -> Widgets.choose(Widgets.labelled(shell("Watch an operation"), "Operation", Combo.class), "create"));
        workbench.await("the check of the answers", () -> Widgets.button(shell("Watch an operation"), "Start").isEnabled());
        workbench.ui(() -> Widgets.press(Widgets.button(shell("Watch an operation"), "Start")));
        workbench.await("the result's page", () -> workbench.page().getActiveEditor().getTitle().endsWith("operation"));
        StudyRun run = workbench.ask(() -> ((ResultPart) workbench.page().getActiveEditor()).run());
        workbench.await("the operation", () -> run.state() != StudyRun.State.RUNNING);
        assertEquals(StudyRun.State.DONE, run.state(), () -> run.failure().map(Throwable::toString).orElse(""));
        workbench.settle();
        chapter("Sequence diagram", "watch");
    }

    private Shell questions() {
        return shell("Sensitivity");
    }

    private Shell shell(String title) {
        return Stream.of(root().getDisplay().getShells()).filter(shell -> shell.getText().equals(title)).findFirst().orElse(null);
    }

    private void awaitCharts() {
        workbench.settle();
        workbench.await("charts", () -> Widgets.all(root(), ChartCanvas.class).stream().findFirst()
                .map(ChartCanvas::isDrawn).orElse(true));
    }

    private void chapter(String title, String picture) {
        workbench.ui(() -> Widgets.choose(Widgets.all(root(), org.eclipse.swt.widgets.List.class).get(0), title));
        awaitCharts();
        take(picture);
    }

    @AfterEach
    void backToLight() {
        workbench.ui(() -> {
            PlatformUI.getWorkbench().getService(Desktop.class).views().theme().setDark(false);
            workbench.page().closeAllEditors(false);
        });
    }
}
