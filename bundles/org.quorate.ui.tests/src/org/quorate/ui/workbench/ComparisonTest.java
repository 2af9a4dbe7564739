// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.chart.ChartCanvas;
import org.quorate.ui.editor.ScenarioInput;
import org.quorate.ui.runs.ResultPart;
import org.quorate.ui.runs.StudyRun;
import org.quorate.ui.scripts.ScriptsPart;

/** Comparisons run, are cancelled and looked at, and scripts are exported, in a real workbench. */
@ExtendWith(RunningWorkbench.Provider.class)
class ComparisonTest {

    /** Far longer than any test waits. */
    private static final String ENDLESS =
            TestScenarios.SMALL.replace("duration: 200 ms", "duration: 24 h").replace("thinkTime: 5 ms", "thinkTime: 0 ms");

    @TempDir
    private Path folder;
    private RunningWorkbench workbench;

    @BeforeEach
    void take(RunningWorkbench running) {
        workbench = running;
        workbench.takeErrors();
    }

    @AfterEach
    void close() {
        workbench.ui(() -> workbench.page().closeAllEditors(false));
        assertEquals(java.util.List.of(), workbench.takeErrors());
    }

    private Composite root() {
        return workbench.window().getShell();
    }

    private StudyRun compare(String scenario) throws IOException {
        Path file = Files.writeString(folder.resolve("small.yaml"), scenario);
        workbench.ui(() -> workbench.page().openEditor(ScenarioInput.of(file), Ids.SCENARIO_EDITOR));
        workbench.settle();
        workbench.ui(() -> CommandCall.of(Ids.COMPARE_COMMAND).run(workbench.window()));
        return workbench.ask(() -> ((ResultPart) workbench.page().getActiveEditor()).run());
    }

    @Test
    void aComparisonShowsItsTablesAndCharts() throws IOException {
        StudyRun run = compare(TestScenarios.SMALL);
        workbench.await("the comparison", () -> run.state() != StudyRun.State.RUNNING);
        assertEquals(StudyRun.State.DONE, run.state(), () -> run.failure().map(Throwable::toString).orElse(""));
        workbench.await("the report", () -> !Widgets.all(root(), List.class).isEmpty());
        assertTrue(chapters().contains("Verdict"), chapters().toString());
        workbench.ui(() -> choose("The figures at a glance"));
        assertTrue(workbench.ask(() -> figures(Widgets.all(root(), Table.class).get(0))).contains("ocfs2"));
        workbench.ui(() -> choose("How long operations take"));
        workbench.await("the chart", () -> Widgets.all(root(), ChartCanvas.class).get(0).isDrawn());
        // What is drawn comes to the window with its next paint.
        workbench.await("curves and texts", () -> colours(Widgets.all(root(), ChartCanvas.class).get(0)) > 8);
    }

    private java.util.List<String> chapters() {
        return workbench.ask(() -> java.util.List.of(Widgets.all(root(), List.class).get(0).getItems()));
    }

    private void choose(String chapter) {
        List list = Widgets.all(root(), List.class).get(0);
        list.select(list.indexOf(chapter));
        list.notifyListeners(SWT.Selection, new Event());
    }

    private static String figures(Table table) {
        return Stream.of(table.getColumns()).map(column -> column.getText()).toList().toString();
    }

    private static int colours(ChartCanvas canvas) {
        Point size = canvas.getSize();
        Image image = new Image(canvas.getDisplay(), size.x, size.y);
        GC gc = new GC(canvas);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        Set<Integer> seen = new TreeSet<>();
        IntStream.range(0, data.height).forEach(y -> IntStream.range(0, data.width).forEach(x -> seen.add(data.getPixel(x, y))));
        return seen.size();
    }

    @Test
    void aComparisonIsCancelledByItsButtonAndByTheCommand() throws IOException {
        StudyRun first = compare(ENDLESS);
        workbench.settle();
        assertEquals(StudyRun.State.RUNNING, first.state());
        workbench.ui(() -> Widgets.press(Widgets.button(root(), "Cancel")));
        awaitCancelled(first);
        workbench.ui(() -> workbench.page().closeAllEditors(false));
        StudyRun second = compare(ENDLESS);
        workbench.settle();
        workbench.ui(() -> CommandCall.of(Ids.CANCEL_COMMAND).run(workbench.window()));
        awaitCancelled(second);
        assertTrue(second.outcome().isEmpty());
    }

    /** A busy machine may take longer than the second that users are promised; hours it never takes. */
    private void awaitCancelled(StudyRun run) {
        long start = System.nanoTime();
        workbench.await("the end of a cancelled run", () -> run.state() != StudyRun.State.RUNNING);
        assertEquals(StudyRun.State.CANCELLED, run.state());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.toSeconds() < 20, "took " + took);
    }

    @Test
    void closingAsksWhileAComparisonRuns() throws IOException {
        StudyRun run = compare(ENDLESS);
        workbench.settle();
        workbench.later(() -> PlatformUI.getWorkbench().close());
        workbench.await("the question", () -> dialog(Messages.Exit_running_title) != null);
        workbench.ui(() -> Widgets.press(Widgets.button(dialog(Messages.Exit_running_title), "Cancel")));
        assertTrue(workbench.ask(() -> PlatformUI.isWorkbenchRunning() && !PlatformUI.getWorkbench().isClosing()));
        assertEquals(StudyRun.State.RUNNING, run.state());
        run.cancel();
        awaitCancelled(run);
    }

    private Shell dialog(String title) {
        return Stream.of(root().getDisplay().getShells()).filter(shell -> shell.getText().equals(title)).findFirst()
                .orElse(null);
    }

    @Test
    void scriptsAreShownAndExported() throws IOException {
        workbench.ui(() -> CommandCall.of(Ids.OPEN_SAMPLE_COMMAND, Ids.OPEN_SAMPLE_NAME, "web-sessions")
                .run(workbench.window()));
        workbench.settle();
        workbench.ui(() -> CommandCall.of(Ids.EXPORT_SCRIPTS_COMMAND).run(workbench.window()));
        ScriptsPart part = workbench.ask(() -> (ScriptsPart) workbench.page().getActiveEditor());
        workbench.ui(() -> {
            Combo combo = Widgets.labelled(root(), Messages.Scripts_label, Combo.class);
            combo.select(combo.indexOf("gfs2"));
            combo.notifyListeners(SWT.Selection, new Event());
        });
        assertTrue(workbench.ask(() -> Widgets.all(root(), Tree.class).get(0).getItemCount()) > 3, "files");
        Path target = part.presenter().target(folder);
        workbench.ui(() -> part.presenter().export(target, false));
        assertTrue(Files.isRegularFile(target.resolve("README.md")));
        workbench.ui(() -> {
            Combo combo = Widgets.labelled(root(), Messages.Scripts_label, Combo.class);
            combo.select(combo.indexOf("ext4-local"));
            combo.notifyListeners(SWT.Selection, new Event());
        });
        assertFalse(workbench.ask(() -> Widgets.button(root(), "Export…").isEnabled()));
    }
}
