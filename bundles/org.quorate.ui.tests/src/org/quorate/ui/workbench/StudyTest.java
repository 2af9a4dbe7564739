// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Ids;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.chart.ChartCanvas;
import org.quorate.ui.editor.ScenarioEditor;
import org.quorate.ui.runs.ResultPart;
import org.quorate.ui.runs.StudyRun;

/** Studies are asked for in their dialogs, run and cancelled, and advice is taken, in a real workbench. */
class StudyTest extends WorkbenchTest {

    private void ask(String word, String title) {
        workbench().later(() -> CommandCall.of(Ids.STUDY_COMMAND, Ids.STUDY_KIND, word).run(workbench().window()));
        workbench().await("the dialog " + title, () -> dialog(title) != null);
    }

    private Button start(String title) {
        return Widgets.button(dialog(title), "Start");
    }

    private StudyRun started(String title) {
        workbench().await("the check of the answers", () -> start(title).isEnabled());
        workbench().ui(() -> Widgets.press(start(title)));
        workbench().await("the result's page", () -> workbench().page().getActiveEditor() instanceof ResultPart);
        return run();
    }

    @Test
    void aSweepIsAskedForRunAndShown() throws IOException {
        open(TestScenarios.SMALL);
        ask("sweep", "Sweep");
        workbench().ui(() -> Widgets.labelled(dialog("Sweep"), "Field", Combo.class).setText("nodes"));
        workbench().await("values for it", () -> Widgets.labelled(dialog("Sweep"), "Values", Text.class).getText().equals("2, 4, 8"));
        workbench().ui(() -> Widgets.labelled(dialog("Sweep"), "Values", Text.class).setText("2, none"));
        workbench().await("the use case's message", () -> Widgets.all(dialog("Sweep"), Label.class).stream()
                .anyMatch(label -> label.getText().contains("is no number of nodes")));
        assertTrue(workbench().ask(() -> !start("Sweep").isEnabled()));
        workbench().ui(() -> Widgets.labelled(dialog("Sweep"), "Values", Text.class).setText("2, 3"));
        StudyRun run = started("Sweep");
        awaitDone(run);
        awaitChart();
    }

    @Test
    void aPointOfASweepIsOpenedAsAScenario() throws IOException {
        open(TestScenarios.SMALL);
        ask("sweep", "Sweep");
        workbench().ui(() -> Widgets.labelled(dialog("Sweep"), "Field", Combo.class).setText("nodes"));
        workbench().ui(() -> Widgets.labelled(dialog("Sweep"), "Values", Text.class).setText("2, 3"));
        awaitDone(started("Sweep"));
        workbench().ui(() -> {
            Widgets.choose(Widgets.all(root(), org.eclipse.swt.widgets.List.class).get(0), "Every point");
            Table table = Widgets.all(root(), Table.class).get(0);
            table.setSelection(table.getItemCount() - 1);
            Event event = new Event();
            event.item = table.getItem(table.getItemCount() - 1);
            table.notifyListeners(SWT.DefaultSelection, event);
        });
        workbench().await("its editor", () -> workbench().page().getActiveEditor() instanceof ScenarioEditor);
        ScenarioEditor editor = workbench().ask(() -> (ScenarioEditor) workbench().page().getActiveEditor());
        assertEquals("small-nodes-3", workbench().ask(editor::getTitle));
        assertTrue(workbench().ask(editor::isDirty), "it has no file yet");
        assertEquals(3, workbench().ask(() -> editor.session().scenario().orElseThrow().cluster().nodes().size()));
    }

    @Test
    void aCellOfAMapIsGoneToByArrowsAndOpenedByEnter() throws IOException {
        open(TestScenarios.SMALL);
        ask("map", "Map");
        awaitDone(started("Map"));
        awaitChart();
        workbench().ui(() -> {
            ChartCanvas chart = Widgets.all(root(), ChartCanvas.class).get(0);
            for (int key : new int[] {SWT.ARROW_RIGHT, SWT.ARROW_UP, SWT.CR}) {
                Event event = new Event();
                event.keyCode = key;
                chart.notifyListeners(SWT.KeyDown, event);
            }
        });
        workbench().await("its editor", () -> workbench().page().getActiveEditor() instanceof ScenarioEditor);
        ScenarioEditor editor = workbench().ask(() -> (ScenarioEditor) workbench().page().getActiveEditor());
        assertEquals("small-threads-1-nodes-4", workbench().ask(editor::getTitle), "up from the bottom left");
        assertEquals(4, workbench().ask(() -> editor.session().scenario().orElseThrow().cluster().nodes().size()));
    }

    /** On the first page, which is in front. */
    private void awaitChart() {
        workbench().await("the chart", () -> Widgets.all(root(), ChartCanvas.class).stream().findFirst().filter(ChartCanvas::isDrawn).isPresent());
    }

    @Test
    void inputsAreTickedAndTheirTornadoIsShown() throws IOException {
        open(TestScenarios.SMALL);
        ask("sensitivity", "Sensitivity");
        workbench().ui(() -> Widgets.labelled(dialog("Sensitivity"), "Inputs", Text.class).setText("lun.service.read=50 us..2 ms, lun.size"));
        workbench().later(() -> Widgets.press(Widgets.button(dialog("Sensitivity"), "Choose…")));
        workbench().await("the list of inputs", () -> dialog("Choose") != null);
        workbench().ui(() -> {
            Table list = Widgets.all(dialog("Choose"), Table.class).get(0);
            assertEquals(List.of("lun.service.read", "lun.size"), Stream.of(list.getItems()).filter(TableItem::getChecked)
                    .map(TableItem::getText).toList(), "what was typed is ticked");
            tick(list, "lun.size", false);
            tick(list, "cluster.interconnect.roundTrip", true);
            Widgets.press(Widgets.button(dialog("Choose"), "OK"));
        });
        assertEquals("lun.service.read=50 us..2 ms, cluster.interconnect.roundTrip",
                workbench().ask(() -> Widgets.labelled(dialog("Sensitivity"), "Inputs", Text.class).getText()));
        StudyRun run = started("Sensitivity");
        awaitDone(run);
        assertEquals("small: sensitivity", workbench().ask(() -> workbench().page().getActiveEditor().getTitle()));
        awaitChart();
        workbench().ui(() -> Widgets.choose(Widgets.all(root(), org.eclipse.swt.widgets.List.class).get(0), "Every input"));
        assertEquals(5, workbench().ask(() -> Widgets.all(root(), Table.class).get(0).getItemCount()), "as it is, and two ends of two inputs");
    }

    @Test
    void anOperationIsWatchedStepByStep() throws IOException {
        open(TestScenarios.SMALL);
        ask("watch", "Watch an operation");
        workbench().ui(() -> Widgets.choose(Widgets.labelled(dialog("Watch an operation"), "Which one", Combo.class), "p90"));
        StudyRun run = started("Watch an operation");
        awaitDone(run);
        assertEquals("small: operation", workbench().ask(() -> workbench().page().getActiveEditor().getTitle()));
        workbench().ui(() -> Widgets.choose(Widgets.all(root(), org.eclipse.swt.widgets.List.class).get(0), "Sequence diagram"));
        awaitChart();
        workbench().ui(() -> Widgets.choose(Widgets.all(root(), org.eclipse.swt.widgets.List.class).get(0), "Step by step"));
        assertTrue(workbench().ask(() -> Widgets.all(root(), Table.class).get(1).getItemCount()) > 0, "the steps");
    }

    private static void tick(Table list, String text, boolean on) {
        TableItem item = Stream.of(list.getItems()).filter(candidate -> candidate.getText().equals(text)).findFirst().orElseThrow();
        item.setChecked(on);
        Event event = new Event();
        event.item = item;
        event.detail = SWT.CHECK;
        list.notifyListeners(SWT.Selection, event);
    }

    @Test
    void aStudyIsCancelled() throws IOException {
        open(TestScenarios.SMALL.replace("duration: 200 ms", "duration: 24 h"));
        ask("sweep", "Sweep");
        StudyRun run = started("Sweep");
        workbench().settle();
        assertEquals(StudyRun.State.RUNNING, run.state());
        workbench().ui(() -> Widgets.press(Widgets.button(root(), "Cancel")));
        awaitCancelled(run);
    }

    @Test
    void aFailureIsChosenFromLists() throws IOException {
        open(TestScenarios.SMALL);
        ask("fail", "Fail");
        workbench().ui(() -> {
            Widgets.choose(Widgets.labelled(dialog("Fail"), "What fails", Combo.class), "The LUN stalls");
            assertTrue(!Widgets.labelled(dialog("Fail"), "Node", Combo.class).isEnabled(), "it has no node");
        });
        StudyRun run = started("Fail");
        awaitDone(run);
        assertEquals("small: failure", workbench().ask(() -> workbench().page().getActiveEditor().getTitle()));
        workbench().ui(() -> Widgets.choose(Widgets.all(root(), org.eclipse.swt.widgets.List.class).get(0), "Step by step"));
        workbench().settle();
        workbench().ui(() -> {
            Table steps = Widgets.all(root(), Table.class).get(0);
            int columns = Stream.of(steps.getColumns()).mapToInt(column -> column.getWidth()).sum();
            assertTrue(columns <= steps.getClientArea().width + 2, columns + " of " + steps.getClientArea().width + ": the last column is seen");
            TableItem last = steps.getItem(steps.getItemCount() - 1);
            int below = steps.getSize().y - steps.getHeaderHeight() - last.getBounds().y - last.getBounds().height;
            assertTrue(Math.abs(below) < steps.getHeaderHeight() + steps.getItemHeight(), below + " pixels are left below the last row");
        });
    }

    @Test
    void studiesWithoutAScenarioNeedNone() {
        workbench().later(() -> CommandCall.of(Ids.GENERAL_STUDY_COMMAND, Ids.GENERAL_STUDY_KIND, "accuracy").run(workbench().window()));
        workbench().await("the dialog", () -> dialog("Accuracy") != null);
        workbench().ui(() -> Widgets.labelled(dialog("Accuracy"), "Runs", Text.class).setText("ocfs2-2n-small"));
        workbench().await("the check of the answers", () -> Widgets.all(dialog("Accuracy"), Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("there is no run")) || start("Accuracy").isEnabled());
        workbench().ui(() -> Widgets.press(Widgets.button(dialog("Accuracy"), "Cancel")));
        workbench().await("the end of the dialog", () -> dialog("Accuracy") == null);
    }

    @Test
    void aListingIsImportedAndUndone() throws IOException {
        Path listing = Files.writeString(folder().resolve("listing"), "4096 /srv/a/one\n8192 /srv/a/two\nwhat\n");
        ScenarioEditor editor = open(TestScenarios.SMALL);
        workbench().later(() -> CommandCall.of(Ids.IMPORT_COMMAND).run(workbench().window()));
        workbench().await("the dialog", () -> dialog("Import") != null);
        workbench().ui(() -> Widgets.labelled(dialog("Import"), "File", Text.class).setText(listing.toString()));
        StudyRun run = started("Import");
        awaitDone(run);
        workbench().settle();
        assertEquals("import of listing", workbench().ask(() -> editor.session().undoName().orElseThrow()));
        assertEquals(2, workbench().ask(() -> editor.session().scenario().orElseThrow().workload().fileSets().size()));
        workbench().ui(() -> {
            workbench().page().activate(editor);
            CommandCall.of(Ids.UNDO_COMMAND).run(workbench().window());
        });
        assertEquals(TestScenarios.SMALL, workbench().ask(() -> editor.session().text()));
    }

    @Test
    void aFixOfAdviceIsAppliedAndUndone() throws IOException {
        ScenarioEditor editor = open(TestScenarios.SMALL);
        workbench().ui(() -> workbench().page().showView(Ids.ADVICE_VIEW));
        workbench().settle();
        int before = workbench().ask(() -> advice().getItemCount());
        workbench().ui(() -> {
            Table table = advice();
            int fixable = Stream.iterate(0, i -> i + 1).limit(table.getItemCount()).filter(i -> !table.getItem(i).getText(1).isEmpty())
                    .findFirst().orElseThrow();
            table.setSelection(fixable);
            Event event = new Event();
            event.item = table.getItem(fixable);
            table.notifyListeners(SWT.Selection, event);
            Widgets.press(Widgets.button(root(), "Apply fix"));
        });
        assertTrue(workbench().ask(() -> editor.session().undoName().orElseThrow().startsWith("fix of: ")));
        assertTrue(workbench().ask(() -> advice().getItemCount() < before));
        workbench().ui(() -> {
            workbench().page().activate(editor);
            CommandCall.of(Ids.UNDO_COMMAND).run(workbench().window());
        });
        assertEquals(TestScenarios.SMALL, workbench().ask(() -> editor.session().text()));
        assertEquals(before, workbench().ask(() -> advice().getItemCount()));
    }

    @Test
    void findingsAreCountedLeadToTheirFieldsAndAreFixedByKeys() throws IOException {
        ScenarioEditor editor = open(TestScenarios.SMALL);
        workbench().ui(() -> workbench().page().showView(Ids.ADVICE_VIEW));
        workbench().settle();
        int before = workbench().ask(() -> advice().getItemCount());
        assertEquals("Advice (" + before + ")", workbench().ask(() -> workbench().page().findView(Ids.ADVICE_VIEW).getTitle()));
        workbench().ui(() -> {
            Table table = advice();
            int fixable = Stream.iterate(0, i -> i + 1).limit(table.getItemCount()).filter(i -> !table.getItem(i).getText(1).isEmpty())
                    .findFirst().orElseThrow();
            table.setSelection(fixable);
            Event chosen = new Event();
            chosen.item = table.getItem(fixable);
            table.notifyListeners(SWT.Selection, chosen);
            Event event = new Event();
            event.keyCode = '1';
            event.stateMask = SWT.MOD1;
            table.notifyListeners(SWT.KeyDown, event);
        });
        assertTrue(workbench().ask(() -> editor.session().undoName().orElseThrow().startsWith("fix of: ")));
    }

    private Table advice() {
        return Widgets.all(root(), Table.class).get(0);
    }
}
