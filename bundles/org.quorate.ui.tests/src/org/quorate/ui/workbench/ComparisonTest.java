// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.chart.ChartCanvas;
import org.quorate.ui.runs.StudyRun;

/** Comparisons run, are cancelled and looked at, and scripts are exported, in a real workbench. */
class ComparisonTest extends WorkbenchTest {

    /** Far longer than any test waits. */
    private static final String ENDLESS =
            TestScenarios.SMALL.replace("duration: 200 ms", "duration: 24 h").replace("thinkTime: 5 ms", "thinkTime: 0 ms");

    private StudyRun compare(String scenario) throws IOException {
        open(scenario);
        workbench().ui(() -> CommandCall.of(Ids.COMPARE_COMMAND).run(workbench().window()));
        return run();
    }

    @Test
    void aComparisonShowsItsTablesAndCharts() throws IOException {
        StudyRun run = compare(TestScenarios.SMALL);
        awaitDone(run);
        assertTrue(chapters().contains("Verdict"), chapters().toString());
        workbench().ui(() -> choose("The figures at a glance"));
        assertTrue(workbench().ask(() -> figures(Widgets.all(root(), Table.class).get(0))).contains("ocfs2"));
        workbench().ui(() -> choose("How long operations take"));
        workbench().await("the chart", () -> Widgets.all(root(), ChartCanvas.class).get(0).isDrawn());
        // What is drawn comes to the window with its next paint.
        workbench().await("curves and texts", () -> colours(Widgets.all(root(), ChartCanvas.class).get(0)) > 8);
    }

    private java.util.List<String> chapters() {
        return workbench().ask(() -> java.util.List.of(Widgets.all(root(), List.class).get(0).getItems()));
    }

    private void choose(String chapter) {
        Widgets.choose(Widgets.all(root(), List.class).get(0), chapter);
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
        workbench().settle();
        assertEquals(StudyRun.State.RUNNING, first.state());
        workbench().ui(() -> Widgets.press(Widgets.button(root(), "Cancel")));
        awaitCancelled(first);
        workbench().ui(() -> workbench().page().closeAllEditors(false));
        StudyRun second = compare(ENDLESS);
        workbench().settle();
        workbench().ui(() -> CommandCall.of(Ids.CANCEL_COMMAND).run(workbench().window()));
        awaitCancelled(second);
        assertTrue(second.outcome().isEmpty());
    }

    @Test
    void closingAsksWhileAComparisonRuns() throws IOException {
        StudyRun run = compare(ENDLESS);
        workbench().settle();
        workbench().later(() -> PlatformUI.getWorkbench().close());
        workbench().await("the question", () -> dialog(Messages.Exit_running_title) != null);
        workbench().ui(() -> Widgets.press(Widgets.button(dialog(Messages.Exit_running_title), "Cancel")));
        assertTrue(workbench().ask(() -> PlatformUI.isWorkbenchRunning() && !PlatformUI.getWorkbench().isClosing()));
        assertEquals(StudyRun.State.RUNNING, run.state());
        run.cancel();
        awaitCancelled(run);
    }
}
