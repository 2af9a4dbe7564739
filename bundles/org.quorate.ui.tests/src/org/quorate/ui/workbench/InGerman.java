// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Desktop;
import org.quorate.ui.Ids;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.editor.ScenarioEditor;
import org.quorate.ui.nodes.TestFleet;
import org.quorate.ui.runs.ResultPart;
import org.quorate.ui.runs.StudyRun;

/**
 * The workbench in German. A process has one language from its start, so this runs in one of its own (the second execution in
 * pom.xml) and not with the other tests, which is why its name does not end as theirs do.
 */
class InGerman extends MenusTest {

    @Test
    void everythingThatIsOursIsGerman() throws IOException {
        assertEquals("de", Locale.getDefault().getLanguage());
        workbench().ui(() -> CommandCall.of(Ids.OPEN_SAMPLE_COMMAND, Ids.OPEN_SAMPLE_NAME, "web-sessions").run(workbench().window()));
        workbench().settle();
        workbench().ui(() -> {
            assertEquals(List.of("&Datei", "&Bearbeiten", "&Ausführen", "&Knoten", "&Fenster", "&Hilfe"),
                    Arrays.stream(root().getShell().getMenuBar().getItems()).map(MenuItem::getText).toList());
            Widgets.goTo(root(), "LUN", "LUN");
            Widgets.labelled(root(), "Warteschlangentiefe", Text.class).setFocus();
            assertEquals("Probleme", workbench().page().findView(Ids.PROBLEMS_VIEW).getTitle());
            assertEquals("Abbrechen", IDialogConstants.CANCEL_LABEL);
        });
        Screenshots.take(workbench(), "editor-german");
        workbench().ui(() -> CommandCall.of(Ids.HELP_COMMAND).run(workbench().window()));
        workbench().settle();
        assertTrue(workbench().ask(() -> workbench().page().findView(Ids.HELP_VIEW).getTitle()).equals("Hilfe"));
        Screenshots.take(workbench(), "help-german");
    }

    @Test
    void nodesAreShownAndAskedForInGerman() throws IOException {
        ScenarioEditor editor = open(TestScenarios.SMALL);
        workbench().ui(() -> {
            PlatformUI.getWorkbench().getService(Desktop.class).nodes().inventories().show(TestFleet.of(editor.session().scenario().orElseThrow()));
            workbench().page().showView(Ids.NODES_VIEW);
        });
        Screenshots.take(workbench(), "nodes-german");
        workbench().later(() -> CommandCall.of(Ids.TAKE_INVENTORY_COMMAND).run(workbench().window()));
        workbench().await("the dialog", () -> dialog("Bestandsaufnahme") != null);
        Screenshots.take(workbench(), workbench().ask(() -> dialog("Bestandsaufnahme")), "nodes-reach-german");
        workbench().ui(() -> {
            dialog("Bestandsaufnahme").close();
            CommandCall.of(Ids.APPLY_COMMAND).run(workbench().window());
        });
        workbench().await("the plan", () -> Widgets.all(root(), Button.class).stream().anyMatch(button -> button.getText().equals("&Probelauf") && button.isEnabled()));
        Screenshots.take(workbench(), "apply-german");
        workbench().ui(() -> {
            workbench().page().hideView(workbench().page().findView(Ids.APPLY_VIEW));
            workbench().page().hideView(workbench().page().findView(Ids.NODES_VIEW));
        });
    }

    @Test
    void aSizingReportIsAskedForInGermanAndIsGerman() throws IOException {
        open(TestScenarios.SMALL);
        workbench().later(() -> CommandCall.of(Ids.SIZING_REPORT_COMMAND).run(workbench().window()));
        workbench().await("the dialog", () -> dialog("Auslegungsbericht") != null
                && Widgets.button(dialog("Auslegungsbericht"), "Starten").isEnabled());
        Screenshots.take(workbench(), workbench().ask(() -> dialog("Auslegungsbericht")), "sizing-german");
        workbench().ui(() -> {
            assertEquals("Deutsch", Widgets.labelled(dialog("Auslegungsbericht"), "Sprache", Combo.class).getText());
            Widgets.press(Widgets.button(dialog("Auslegungsbericht"), "Starten"));
        });
        workbench().await("the result's page", () -> workbench().page().getActiveEditor() instanceof ResultPart);
        StudyRun run = run();
        awaitDone(run);
        assertEquals("de", run.outcome().orElseThrow().language().tag());
        assertTrue(Files.exists(folder().resolve("small-sizing.pdf")));
        Screenshots.take(workbench(), "sizing-report-german");
    }
}
