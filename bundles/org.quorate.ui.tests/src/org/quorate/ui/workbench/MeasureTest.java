// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.app.ObserveNodes;
import org.quorate.study.observe.ObservationSeries;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Desktop;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.chart.ChartCanvas;
import org.quorate.ui.editor.ScenarioEditor;
import org.quorate.ui.nodes.NodeRun;
import org.quorate.ui.nodes.NodesMessages;
import org.quorate.ui.nodes.Reach;
import org.quorate.ui.nodes.TestObserved;

/** Real nodes are measured and observed in a real workbench; their cluster network is the loopback. */
class MeasureTest extends WorkbenchTest {

    private static final String KEY = "Unknown host key";
    /** Loopback addresses: the nodes of these tests have the network of this machine. */
    private static final String SCENARIO = TestScenarios.SMALL.replace("192.168.1.101", "127.0.0.2").replace("192.168.1.102", "127.0.0.3");

    @TempDir
    private Path keys;

    private Desktop.Nodes nodes() {
        return PlatformUI.getWorkbench().getService(Desktop.class).nodes();
    }

    @AfterEach
    void end() {
        workbench().ui(() -> {
            nodes().runs().cancelAll();
            Stream.of(root().getDisplay().getShells()).filter(shell -> shell.getParent() == root() && shell.isVisible()).forEach(Shell::close);
            PlatformUI.getWorkbench().getService(Desktop.class).views().theme().setDark(false);
            nodes().reach().keep("small", Reach.USUAL);
        });
        workbench().await("the end of all work on nodes", () -> nodes().runs().running().isEmpty());
    }

    private void begin(RealNodes real, String command, String title, String spinner, int seconds) {
        workbench().later(() -> CommandCall.of(command).run(workbench().window()));
        workbench().await("the dialog", () -> dialog(title) != null);
        workbench().ui(() -> {
            Widgets.labelled(dialog(title), "Configuration of ssh", Text.class).setText(real.config().toString());
            Widgets.labelled(dialog(title), spinner, Spinner.class).setSelection(seconds);
            assertEquals(List.of(), Spoken.nameless(dialog(title)));
        });
    }

    private void acceptKeys(int count) {
        for (int i = 0; i < count; i++) {
            workbench().await("the question", () -> dialog(KEY) != null);
            Shell asked = workbench().ask(() -> dialog(KEY));
            workbench().ui(() -> Widgets.press(Widgets.button(asked, "Accept and keep")));
            workbench().await("the end of the question", asked::isDisposed);
        }
    }

    private static Optional<Label> label(Composite root, String beginning) {
        return Widgets.all(root, Label.class).stream().filter(label -> label.getText().startsWith(beginning)).findFirst();
    }

    private static boolean says(Composite root, String beginning) {
        return label(root, beginning).isPresent();
    }

    private Table table(Shell shell, String first) {
        return Widgets.all(shell, Table.class).stream().filter(table -> table.getColumnCount() > 0 && table.getColumn(0).getText().equals(first)).findFirst()
                .orElseThrow(() -> new AssertionError("no table " + first));
    }

    @Test
    void whatWasMeasuredIsPutIntoTheScenarioAndTakenBack() throws Exception {
        try (RealNodes real = new RealNodes(keys, "node1", "node2")) {
            ScenarioEditor editor = open(SCENARIO);
            begin(real, Ids.MEASURE_COMMAND, "Measure nodes", "Seconds for each node", 5);
            workbench().ui(() -> {
                Widgets.labelled(dialog("Measure nodes"), "Scratch file", Text.class).setText("no path");
                assertFalse(Widgets.button(dialog("Measure nodes"), "Measure").isEnabled());
                assertTrue(says(dialog("Measure nodes"), Messages.bind(NodesMessages.Measure_wrong_scratch, "no path")));
                Widgets.labelled(dialog("Measure nodes"), "Scratch file", Text.class).setText("");
            });
            Screenshots.take(workbench(), workbench().ask(() -> dialog("Measure nodes")), "measure-questions");
            workbench().ui(() -> Widgets.press(Widgets.button(dialog("Measure nodes"), "Measure")));
            acceptKeys(2);
            workbench().await("the figures", () -> nodes().runs().running().isEmpty() && table(dialog("Measuring small"), "Field").getItemCount() > 0);
            Screenshots.take(workbench(), workbench().ask(() -> dialog("Measuring small")), "measure-figures");
            List<String> fields = workbench().ask(() -> Stream.of(table(dialog("Measuring small"), "Field").getItems()).map(TableItem::getText).toList());
            assertTrue(fields.contains("cluster.interconnect.roundTrip"), fields.toString());
            workbench().ui(() -> {
                Button put = Widgets.button(dialog("Measuring small"), "Put into the scenario");
                Widgets.press(put);
            });
            workbench().await("the end of the window", () -> dialog("Measuring small") == null);
            assertEquals("measured figures", workbench().ask(() -> editor.session().undoName().orElseThrow()));
            assertTrue(workbench().ask(() -> editor.session().text()).contains("roundTrip"));
            workbench().ui(() -> CommandCall.of(Ids.UNDO_COMMAND).run(workbench().window()));
            assertEquals(SCENARIO, workbench().ask(() -> editor.session().text()));
        }
    }

    @Test
    void aCancelledMeasurementSaysSo() throws Exception {
        try (RealNodes real = new RealNodes(keys, "node1")) {
            open(SCENARIO);
            begin(real, Ids.MEASURE_COMMAND, "Measure nodes", "Seconds for each node", 600);
            workbench().ui(() -> Widgets.press(Widgets.button(dialog("Measure nodes"), "Measure")));
            acceptKeys(1);
            workbench().ui(() -> {
                assertFalse(says(dialog("Measuring small"), "Measuring small was cancelled."));
                Widgets.press(Stream.of(label(dialog("Measuring small"), "Measuring small").orElseThrow().getParent().getChildren())
                        .filter(Button.class::isInstance).map(Button.class::cast).findFirst().orElseThrow());
            });
            workbench().await("that it was cancelled", () -> says(dialog("Measuring small"), "Measuring small was cancelled."));
            Screenshots.take(workbench(), workbench().ask(() -> dialog("Measuring small")), "measure-cancelled");
            workbench().ui(() -> {
                assertEquals(0, table(dialog("Measuring small"), "Field").getItemCount());
                assertFalse(Widgets.button(dialog("Measuring small"), "Put into the scenario").isEnabled());
                dialog("Measuring small").close();
            });
        }
    }

    @Test
    void aClosedWindowCancelsTheMeasurement() throws Exception {
        try (RealNodes real = new RealNodes(keys, "node1")) {
            open(SCENARIO);
            begin(real, Ids.MEASURE_COMMAND, "Measure nodes", "Seconds for each node", 600);
            workbench().ui(() -> Widgets.press(Widgets.button(dialog("Measure nodes"), "Measure")));
            acceptKeys(1);
            NodeRun<?> run = nodes().runs().running().get(0);
            workbench().ui(() -> dialog("Measuring small").close());
            workbench().await("the end", () -> nodes().runs().running().isEmpty());
            assertEquals(NodeRun.State.CANCELLED, run.state());
        }
    }

    private static ObserveNodes.Observed firstRound(ObservationSeries series) {
        return TestObserved.of(new ObservationSeries(series.head(), series.rounds().subList(0, 1), false));
    }

    @Test
    void aRunningClusterStandsBesideItsPredictionUntilItIsStopped() throws Exception {
        try (RealNodes real = new RealNodes(keys, "node1", "node2")) {
            open(SCENARIO);
            begin(real, Ids.OBSERVE_COMMAND, "Observe nodes", "Seconds between rounds", 1);
            Screenshots.take(workbench(), workbench().ask(() -> dialog("Observe nodes")), "observe-questions");
            workbench().ui(() -> Widgets.press(Widgets.button(dialog("Observe nodes"), "Observe")));
            acceptKeys(2);
            workbench().await("some rounds", () -> nodes().observations().watched().filter(seen -> seen.observation().rounds() > 4).isPresent());
            workbench().settle();
            Table figures = workbench().ask(() -> table((Shell) root(), "Figure"));
            assertTrue(workbench().ask(figures::getItemCount) > 5);
            assertEquals(List.of(), workbench().ask(() -> Spoken.nameless(root())));
            workbench().ui(() -> {
                assertTrue(says(root(), "Observing small, ocfs2: Rounds: "), "it says how it goes");
                Composite header = label(root(), "Observing small, ocfs2").orElseThrow().getParent();
                assertEquals(List.of(), Widgets.all(header, ProgressBar.class), "nobody knows how many there will be");
            });
            for (boolean dark : new boolean[] {false, true}) {
                workbench().ui(() -> PlatformUI.getWorkbench().getService(Desktop.class).views().theme().setDark(dark));
                Screenshots.take(workbench(), "observe-" + (dark ? "dark" : "light"));
            }
            workbench().ui(() -> Widgets.press(Widgets.button(root(), "Cancel")));
            workbench().await("the end", () -> nodes().runs().running().isEmpty());
            workbench().settle();
            assertTrue(workbench().ask(figures::getItemCount) > 5, "what was seen stays");
            assertTrue(nodes().observations().run().orElseThrow().found().isPresent());
            assertTrue(workbench().ask(() -> says(root(), "small, ocfs2. Rounds: ")));
            assertFalse(workbench().ask(() -> Widgets.all(root(), ChartCanvas.class)).isEmpty());
            nodes().observations().show(firstRound(nodes().observations().watched().orElseThrow().series()));
            workbench().settle();
            assertEquals(List.of(), workbench().ask(() -> Widgets.all(root(), ChartCanvas.class)), "no former chart stays beside other figures");
        }
    }
}
