// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.quorate.model.Scenario;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Ids;
import org.quorate.ui.editor.ScenarioEditor;

/** A new scenario is asked for in a real wizard. */
class NewScenarioTest extends WorkbenchTest {

    private Shell wizard() {
        return dialog("New scenario");
    }

    private void openWizard() {
        workbench().later(() -> CommandCall.of(Ids.NEW_SCENARIO_COMMAND).run(workbench().window()));
        workbench().await("the wizard", () -> wizard() != null && wizard().isVisible());
        awaitCost("");
    }

    private String cost() {
        return Widgets.all(wizard(), Label.class).stream().map(Label::getText).filter(text -> text.startsWith("Estimate: ")).findFirst().orElse("");
    }

    private void awaitCost(String part) {
        workbench().await("a cost with " + part, () -> cost().contains("mean latency") && cost().contains(part));
    }

    private void press(String button) {
        workbench().await(button, () -> Widgets.button(wizard(), button).isEnabled());
        workbench().ui(() -> Widgets.press(Widgets.button(wizard(), button)));
    }

    private void choosePreset(String name) {
        workbench().ui(() -> {
            Table table = Widgets.all(wizard(), Table.class).get(0);
            int row = List.of(table.getItems()).stream().map(item -> item.getText(0)).toList().indexOf(name);
            table.setSelection(row);
            Event event = new Event();
            event.item = table.getItem(row);
            table.notifyListeners(SWT.Selection, event);
        });
    }

    @Test
    void aScenarioIsMadeInThreeSteps() {
        openWizard();
        choosePreset("maildir");
        awaitCost("4 nodes, 4000 files");
        press("Next >");
        workbench().ui(() -> {
            Widgets.labelled(wizard(), "Nodes", Spinner.class).setSelection(2);
            Widgets.choose(Widgets.labelled(wizard(), "Operating system", Combo.class), "rhel-9");
            Widgets.labelled(wizard(), "Size of the LUN", Text.class).setText("1 TiB");
        });
        awaitCost("2 nodes, 4000 files");
        Screenshots.take(workbench(), workbench().ask(this::wizard), "wizard");
        press("Next >");
        workbench().ui(() -> Widgets.labelled(wizard(), "Name", Text.class).setText("our-mail"));
        awaitCost("2 nodes");
        press("Finish");
        workbench().await("the editor", () -> workbench().page().getActiveEditor() instanceof ScenarioEditor);
        ScenarioEditor editor = workbench().ask(() -> (ScenarioEditor) workbench().page().getActiveEditor());
        Scenario scenario = workbench().ask(() -> editor.session().scenario().orElseThrow());
        assertEquals("our-mail", scenario.name());
        assertEquals(2, scenario.cluster().nodes().size());
        assertEquals("rhel-9", scenario.cluster().os().id());
        assertTrue(workbench().ask(() -> editor.session().text().contains("size: 1 TiB")));
        assertEquals(List.of(), workbench().ask(() -> editor.session().problems()));
        assertTrue(workbench().ask(() -> editor.getPartName().contains("our-mail")));
    }

    @Test
    void whatIsWrongIsToldAndCannotBeFinished() {
        openWizard();
        press("Next >");
        workbench().ui(() -> Widgets.labelled(wizard(), "Size of the LUN", Text.class).setText("many"));
        workbench().await("a problem", () -> Widgets.all(wizard(), Text.class).stream().anyMatch(text -> text.getText().contains("Size:"))
                || Widgets.all(wizard(), Label.class).stream().anyMatch(label -> label.getText().contains("Size:")));
        assertFalse(workbench().ask(() -> Widgets.button(wizard(), "Finish").isEnabled()));
        press("Cancel");
        workbench().await("the end of the wizard", () -> wizard() == null);
    }
}
