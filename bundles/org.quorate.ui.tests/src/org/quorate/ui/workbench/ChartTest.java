// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.SeriesStyle;
import org.quorate.report.chart.Spot;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.text.Unit;
import org.quorate.ui.Desktop;
import org.quorate.ui.Messages;
import org.quorate.ui.ViewTools;
import org.quorate.ui.chart.ChartCanvas;
import org.quorate.ui.export.Exports;

/** A chart in a window, with mouse, wheel, keys and menu as a user has them. */
class ChartTest extends WorkbenchTest {

    private static final LineChart LINES = new LineChart("c", "Latency over time", "It rises.", new Axis("Time", Unit.TIME, Scale.LINEAR, 0, 10e6),
            new Axis("Latency", Unit.TIME, Scale.LINEAR, 0, 8e6), List.of(new LineChart.Series("OCFS2", SeriesStyle.candidate(0),
                    List.of(new LineChart.Point(1e6, 1e6), new LineChart.Point(5e6, 2e6, 1e5), new LineChart.Point(9e6, 5e6)))));

    @TempDir
    private Path folder;
    private Path chosen;
    private Shell shell;
    private ChartCanvas canvas;

    @BeforeEach
    void openChart() {
        workbench().ui(() -> {
            Desktop desktop = PlatformUI.getWorkbench().getService(Desktop.class);
            Exports exports = new Exports(InstanceScope.INSTANCE.getNode("org.quorate.ui.tests"), (window, start, name, form) -> Optional.of(chosen = folder.resolve(name)));
            shell = new Shell(root().getShell(), SWT.SHELL_TRIM);
            shell.setLayout(new FillLayout());
            canvas = new ChartCanvas(shell, LINES, new ChartPainter(), new ViewTools(desktop.views().tools().columns(), exports, desktop.views().icons()));
            shell.setSize(700, 420);
            shell.open();
            canvas.forceFocus();
        });
        awaitPicture();
    }

    @AfterEach
    void closeShell() {
        workbench().ui(shell::dispose);
    }

    private void awaitPicture() {
        workbench().await("the picture", canvas::isDrawn);
    }

    private void mouse(int kind, double x, double y, int button, int state) {
        workbench().ui(() -> {
            Event event = new Event();
            event.x = (int) Math.round(x);
            event.y = (int) Math.round(y);
            event.button = button;
            event.stateMask = state;
            canvas.notifyListeners(kind, event);
        });
    }

    private void key(int code, char character, int state) {
        workbench().ui(() -> {
            Event event = new Event();
            event.keyCode = code;
            event.character = character;
            event.stateMask = state;
            canvas.notifyListeners(SWT.KeyDown, event);
        });
        awaitPicture();
    }

    private void key(char character) {
        key(Character.toLowerCase(character), character, 0);
    }

    private Spot spot(int index) {
        return canvas.map().orElseThrow().spots().get(index);
    }

    private Axis x() {
        return ((LineChart) canvas.presenter().seen()).x();
    }

    @Test
    void onePointsAtDataByMouseAndByKeys() {
        workbench().ui(() -> assertEquals(3, canvas.map().orElseThrow().spots().size()));
        Spot middle = workbench().ask(() -> spot(1));
        mouse(SWT.MouseMove, middle.x() + 5, middle.y() - 3, 0, 0);
        assertEquals(Optional.of(middle), workbench().ask(canvas::spot));
        key('n');
        assertEquals("OCFS2; Time: 9 ms; Latency: 5 ms", workbench().ask(() -> canvas.spot().orElseThrow().spoken()));
        key(SWT.ESC, SWT.ESC, 0);
        assertEquals(Optional.empty(), workbench().ask(canvas::spot));
    }

    @Test
    void aRubberBandZoomsAndADoubleClickShowsAllAgain() {
        Spot from = workbench().ask(() -> spot(0));
        Spot to = workbench().ask(() -> spot(1));
        mouse(SWT.MouseDown, from.x(), from.y() + 20, 1, 0);
        mouse(SWT.MouseMove, to.x(), to.y() - 60, 0, SWT.BUTTON1);
        mouse(SWT.MouseUp, to.x(), to.y() - 60, 1, SWT.BUTTON1);
        awaitPicture();
        assertEquals(1e6, workbench().ask(() -> x().low()), 0.05e6);
        assertEquals(5e6, workbench().ask(() -> x().high()), 0.05e6);
        assertEquals(2, workbench().ask(() -> canvas.map().orElseThrow().spots().size()));
        mouse(SWT.MouseDoubleClick, to.x(), to.y(), 1, 0);
        awaitPicture();
        assertFalse(workbench().ask(() -> canvas.presenter().isChanged()));
    }

    @Test
    void theWheelZoomsAndADragWithShiftMoves() {
        Spot middle = workbench().ask(() -> spot(1));
        for (int i = 0; i < 4; i++) {
            workbench().ui(() -> {
                Event event = new Event();
                event.x = (int) middle.x();
                event.y = (int) middle.y();
                event.count = 3;
                event.stateMask = SWT.MOD1;
                canvas.notifyListeners(SWT.MouseVerticalWheel, event);
            });
        }
        awaitPicture();
        Spot same = workbench().ask(() -> canvas.map().orElseThrow().spots().stream().filter(spot -> spot.spoken().contains("5 ms")).findFirst().orElseThrow());
        assertEquals(middle.x(), same.x(), 12, "what was under the pointer is still there, but for the labels of the axis");
        double low = workbench().ask(() -> x().low());
        assertTrue(low > 1e6);
        mouse(SWT.MouseDown, middle.x(), middle.y(), 1, SWT.SHIFT);
        mouse(SWT.MouseMove, middle.x() + 50, middle.y(), 0, SWT.SHIFT | SWT.BUTTON1);
        mouse(SWT.MouseUp, middle.x() + 50, middle.y(), 1, SWT.SHIFT | SWT.BUTTON1);
        awaitPicture();
        assertTrue(workbench().ask(() -> x().low()) < low, "the data follow the pointer to the right");
    }

    @Test
    void keysDoAllThatTheMouseDoes() {
        key('+');
        assertTrue(workbench().ask(() -> x().high() < 10e6));
        double low = workbench().ask(() -> x().low());
        key(SWT.ARROW_RIGHT, '\0', 0);
        assertTrue(workbench().ask(() -> x().low() > low));
        key('l');
        assertTrue(workbench().ask(() -> canvas.presenter().isLogY()));
        key('0');
        assertFalse(workbench().ask(() -> canvas.presenter().isChanged()));
        key(SWT.CR, '\r', 0);
        workbench().await("the large window", () -> large() != null);
        workbench().ui(() -> {
            ChartCanvas other = Widgets.all(large(), ChartCanvas.class).get(0);
            Event event = new Event();
            event.detail = SWT.TRAVERSE_ESCAPE;
            other.notifyListeners(SWT.Traverse, event);
            assertEquals(null, large());
        });
    }

    private Shell large() {
        return Stream.of(root().getDisplay().getShells()).filter(other -> other.getText().equals("Latency over time")).findFirst().orElse(null);
    }

    private List<MenuItem> menu() {
        Menu menu = canvas.getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        return new ArrayList<>(List.of(menu.getItems()));
    }

    private void choose(String text) {
        workbench().ui(() -> menu().stream().filter(item -> item.getText().equals(text)).findFirst().orElseThrow()
                .notifyListeners(SWT.Selection, new Event()));
    }

    @Test
    void picturesAndDataAreCopied() {
        choose(Messages.Chart_copy_data);
        workbench().ui(() -> {
            Clipboard clipboard = new Clipboard(root().getDisplay());
            assertTrue(((String) clipboard.getContents(TextTransfer.getInstance())).startsWith("series\tTime [ns]\tLatency [ns]\t"));
            clipboard.dispose();
        });
        choose(Messages.Chart_copy_image);
        workbench().ui(() -> {
            Clipboard clipboard = new Clipboard(root().getDisplay());
            ImageData image = (ImageData) clipboard.getContents(ImageTransfer.getInstance());
            assertEquals(2 * canvas.getSize().x, image.width);
            clipboard.dispose();
        });
    }

    @Test
    void picturesAndDataAreWritten() throws IOException {
        for (String entry : List.of(Messages.Chart_save_png, Messages.Chart_save_png_2, Messages.Chart_save_svg, Messages.Chart_save_csv)) {
            chosen = null;
            choose(entry);
            workbench().await(entry, () -> chosen != null && Files.exists(chosen));
            int scale = entry.equals(Messages.Chart_save_png_2) ? 2 : 1;
            if (chosen.toString().endsWith("png")) {
                ImageData picture = new ImageData(chosen.toString());
                assertEquals(workbench().ask(() -> scale * canvas.getSize().x), picture.width);
            } else {
                assertTrue(Files.readString(chosen).contains("Latency"));
            }
            Files.delete(chosen);
        }
        assertEquals("Latency-over-time.csv", chosen.getFileName().toString());
    }

    @Test
    void aFailureIsSaid() {
        workbench().later(() -> {
            folder = folder.resolve("missing");
            menu().stream().filter(item -> item.getText().equals(Messages.Chart_save_csv)).findFirst().orElseThrow().notifyListeners(SWT.Selection, new Event());
        });
        workbench().await("a message", () -> message() != null);
        workbench().ui(() -> message().close());
    }

    private Shell message() {
        return Stream.of(root().getDisplay().getShells()).filter(other -> other.getText().equals(Messages.Export_title)).findFirst().orElse(null);
    }

    @Test
    void itsButtonsAreSeenWhileItHasTheFocus() {
        workbench().await("the buttons", () -> buttons().isVisible());
        workbench().ui(() -> {
            Widget log = Stream.of(buttons().getItems()).filter(item -> item.getToolTipText().startsWith("Logarithmic")).findFirst().orElseThrow();
            log.notifyListeners(SWT.Selection, new Event());
            assertTrue(canvas.presenter().isLogY());
        });
        awaitPicture();
    }

    private ToolBar buttons() {
        return (ToolBar) canvas.getChildren()[0];
    }
}
