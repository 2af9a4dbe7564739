// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Desktop;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.editor.ScenarioEditor;
import org.quorate.ui.editor.ScenarioEditors;
import org.quorate.ui.editor.ScenarioInput;

/** A scenario is edited in a real workbench, through its widgets and commands. */
@ExtendWith(RunningWorkbench.Provider.class)
class ScenarioEditorTest {

    @TempDir
    private Path folder;
    private Path file;
    private RunningWorkbench workbench;
    private ScenarioEditor editor;

    @BeforeEach
    void open(RunningWorkbench running) throws IOException {
        workbench = running;
        workbench.begin();
        file = Files.writeString(folder.resolve("small.yaml"), TestScenarios.SMALL);
        editor = workbench.ask(() -> open(ScenarioInput.of(file)));
        workbench.settle();
    }

    private ScenarioEditor open(ScenarioInput input) {
        try {
            return (ScenarioEditor) workbench.page().openEditor(input, Ids.SCENARIO_EDITOR);
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        workbench.ui(() -> workbench.page().closeEditor(editor, false));
        assertEquals(List.of(), workbench.takeErrors());
    }

    private Composite root() {
        return workbench.window().getShell();
    }

    private void command(String id) {
        workbench.ui(() -> workbench.window().getService(IHandlerService.class).executeCommand(id, null));
    }

    @Test
    void aFieldIsEditedUndoneRedoneAndSaved() throws IOException {
        workbench.ui(() -> Widgets.goTo(root(), "LUN", "LUN"));
        workbench.ui(() -> type(Widgets.labelled(root(), "Size", Text.class), "40 GiB"));
        assertTrue(workbench.ask(editor::isDirty));
        assertTrue(workbench.ask(() -> editor.session().text().contains("size: 40 GiB")));
        command(Ids.UNDO_COMMAND);
        assertEquals("20 GiB", workbench.ask(() -> Widgets.labelled(root(), "Size", Text.class).getText()));
        assertFalse(workbench.ask(editor::isDirty));
        command(Ids.REDO_COMMAND);
        assertEquals("40 GiB", workbench.ask(() -> Widgets.labelled(root(), "Size", Text.class).getText()));
        command("org.eclipse.ui.file.save");
        assertFalse(workbench.ask(editor::isDirty));
        assertEquals(TestScenarios.SMALL.replace("20 GiB", "40 GiB"), Files.readString(file));
    }

    /** Replaces what a field holds, as typing over it does. */
    private static void type(Text text, String value) {
        text.setFocus();
        text.setText(value);
    }

    @Test
    void theUndoEntryNamesTheEdit() {
        workbench.ui(() -> {
            Widgets.goTo(root(), "LUN", "LUN");
            Widgets.choose(Widgets.labelled(root(), "Device class", Combo.class), "nvme");
        });
        assertEquals("change of Device class", workbench.ask(() -> editor.session().undoName().orElseThrow()));
        assertTrue(workbench.ask(() -> editor.session().text().contains("device: nvme")));
    }

    @Test
    void theEstimateFollowsAnEditOfAField() {
        workbench.await("an estimate", () -> estimate().contains("gfs2"));
        String before = workbench.ask(this::estimate);
        workbench.ui(() -> {
            Widgets.goTo(root(), "Workload", "Workload", "File sets", "files");
            type(Widgets.labelled(root(), "Files", Text.class), "50000");
        });
        workbench.await("another estimate", () -> !estimate().equals(before));
        assertTrue(workbench.ask(() -> estimate().matches(".*ocfs2 .*[KM]iB; gfs2 .*[KM]iB.*")), workbench.ask(this::estimate));
    }

    private String estimate() {
        return Widgets.all(root(), Label.class).stream().map(Label::getText).filter(text -> text.startsWith("Estimate")).findFirst()
                .orElse("");
    }

    @Test
    void aNodeIsAddedAndRemovedByTheButtons() {
        workbench.ui(() -> {
            Widgets.goTo(root(), "File systems", "File systems", "ocfs2");
            type(Widgets.labelled(root(), "Node slots", Text.class), "4");
            Widgets.goTo(root(), "Cluster", "Cluster", "Nodes");
            Widgets.press(Widgets.button(root(), "Add"));
        });
        assertEquals("node3", workbench.ask(() -> Widgets.labelled(root(), "Name", Text.class).getText()));
        assertEquals(3, workbench.ask(() -> editor.session().scenario().orElseThrow().cluster().nodes().size()));
        workbench.ui(() -> Widgets.press(Widgets.button(root(), "Remove")));
        assertEquals(2, workbench.ask(() -> editor.session().scenario().orElseThrow().cluster().nodes().size()));
    }

    @Test
    void bothPagesShowTheSame() {
        workbench.ui(() -> Widgets.showTab(root(), "YAML"));
        workbench.ui(() -> {
            StyledText text = Widgets.all(root(), StyledText.class).get(0);
            int place = text.getText().indexOf("20 GiB");
            text.replaceTextRange(place, 2, "50");
        });
        workbench.ui(() -> Widgets.goTo(root(), "LUN", "LUN"));
        assertEquals("50 GiB", workbench.ask(() -> Widgets.labelled(root(), "Size", Text.class).getText()));
        command(Ids.UNDO_COMMAND);
        assertEquals("20 GiB", workbench.ask(() -> Widgets.labelled(root(), "Size", Text.class).getText()));
    }

    @Test
    void aProblemIsListedAndLeadsToItsField() {
        workbench.ui(() -> {
            Widgets.goTo(root(), "LUN", "LUN");
            type(Widgets.labelled(root(), "Size", Text.class), "many");
            Widgets.goTo(root(), "Workload", "Study");
            workbench.page().showView(Ids.PROBLEMS_VIEW);
        });
        workbench.ui(() -> {
            Table table = Widgets.all(root(), Table.class).get(0);
            assertEquals(1, table.getItemCount());
            assertEquals("lun.size", table.getItem(0).getText(0));
            table.setSelection(0);
            table.notifyListeners(SWT.Selection, event(table));
            table.notifyListeners(SWT.DefaultSelection, event(table));
        });
        assertEquals("many", workbench.ask(() -> {
            Text size = Widgets.labelled(root(), "Size", Text.class);
            assertTrue(size.isFocusControl(), "the field has the focus");
            return size.getText();
        }));
    }

    private static Event event(Table table) {
        Event event = new Event();
        event.item = table.getItem(0);
        return event;
    }

    @Test
    void aTextWithErrorsStopsTheFormUntilItIsRightAgain() {
        workbench.ui(() -> editor.session().replaceText("name: [", "typing", null));
        workbench.settle();
        assertTrue(workbench.ask(this::isBlocked));
        command(Ids.UNDO_COMMAND);
        workbench.settle();
        assertFalse(workbench.ask(this::isBlocked));
    }

    private boolean isBlocked() {
        return Widgets.all(root(), Label.class).stream().anyMatch(label -> label.getText().equals(Messages.Form_blocked));
    }

    @Test
    void aSampleOpensAsACopyWithoutAFile() {
        workbench.ui(() -> CommandCall.of(Ids.OPEN_SAMPLE_COMMAND, Ids.OPEN_SAMPLE_NAME, "maildir").run(workbench.window()));
        ScenarioEditor sample = workbench.ask(() -> (ScenarioEditor) workbench.page().getActiveEditor());
        assertEquals("maildir", workbench.ask(sample::getPartName));
        assertFalse(workbench.ask(sample::isDirty), "a sample that nobody has touched needs no saving");
        workbench.ui(() -> workbench.page().closeEditor(sample, false));
    }

    @Test
    void aNewScenarioIsDirtyUntilItIsSavedAndHasATitleOfItsOwn() {
        ScenarioEditors editors = workbench.window().getService(Desktop.class).files().editors();
        ScenarioEditor first = workbench.ask(() -> editors.openNew(workbench.page(), "small", TestScenarios.SMALL).orElseThrow());
        ScenarioEditor second = workbench.ask(() -> editors.openNew(workbench.page(), "small", TestScenarios.SMALL).orElseThrow());
        assertEquals(List.of("small", "small-2"), workbench.ask(() -> List.of(first.getPartName(), second.getPartName())));
        assertTrue(workbench.ask(first::isDirty), "it is stored nowhere");
        workbench.ui(() -> workbench.page().closeEditor(first, false));
        workbench.ui(() -> workbench.page().closeEditor(second, false));
    }
}
