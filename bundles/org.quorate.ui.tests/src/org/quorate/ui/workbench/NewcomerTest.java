// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Desktop;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.editor.ScenarioEditor;
import org.quorate.ui.report.OutputDialog;
import org.quorate.ui.report.OutputForm;
import org.quorate.ui.report.Reports;
import org.quorate.ui.runs.ResultPart;
import org.quorate.ui.runs.StudyRun;
import org.quorate.ui.scripts.ScriptsPart;

/** Who sees the desktop for the first time comes from the start to a verdict, scripts and a report with few clicks. */
class NewcomerTest extends WorkbenchTest {

    private static final int MOST_CLICKS = 12;
    /** The proposed name is typed over: Save. */
    private static final int SAVE = 1;
    /** The folder, and Open. */
    private static final int CHOOSE_FOLDER = 2;
    /** What opens a dialog of the platform, which would hold up the test. */
    private static final int TOOL = 1;
    /** What says that it is done. */
    private static final int CLOSE = 1;

    private Newcomer newcomer;
    private StudyRun run;

    @BeforeEach
    void welcome() {
        newcomer = new Newcomer(workbench());
        workbench().ui(() -> {
            CommandCall.of(Ids.WELCOME_COMMAND).run(workbench().window());
            workbench().window().getShell().forceActive();
        });
        workbench().await("the samples", () -> !Widgets.all(root(), Hyperlink.class).isEmpty());
        workbench().settle();
    }

    private Rectangle tab(CTabFolder folder, String text) {
        return Stream.of(folder.getItems()).filter(item -> item.getText().equals(text)).findFirst().map(CTabItem::getBounds).orElseThrow();
    }

    private CTabFolder tabs(String text) {
        return Widgets.all(root(), CTabFolder.class).stream().filter(folder -> Stream.of(folder.getItems()).anyMatch(item -> item.getText().equals(text)))
                .findFirst().orElseThrow(() -> new AssertionError("no tab " + text));
    }

    private void clickTab(String text) {
        newcomer.click(() -> tabs(text), () -> tab(tabs(text), text));
    }

    private ToolItem tool(String tip) {
        return Widgets.all(root(), ToolBar.class).stream().flatMap(bar -> Stream.of(bar.getItems()))
                .filter(item -> item.getToolTipText() != null && item.getToolTipText().startsWith(tip)).findFirst()
                .orElseThrow(() -> new AssertionError("no tool " + tip));
    }

    private void clickTool(String tip) {
        workbench().await(tip, () -> tool(tip).isEnabled());
        newcomer.press(workbench().ask(() -> tool(tip)));
    }

    private void clickButton(String dialog, String text) {
        workbench().await("the dialog " + dialog, () -> dialog(dialog) != null && dialog(dialog).isVisible());
        workbench().settle();
        newcomer.press(() -> Widgets.button(dialog(dialog), text));
        workbench().await("its end", () -> dialog(dialog) == null);
    }

    @Test
    void fromTheStartToScriptsAndAReportInTwelveClicks() throws IOException {
        newcomer.click(() -> Widgets.all(root(), Hyperlink.class).stream().filter(link -> link.getText().equals("web-sessions")).findFirst().orElseThrow());
        workbench().await("the sample", () -> workbench().page().getActiveEditor() instanceof ScenarioEditor);
        ScenarioEditor editor = workbench().ask(() -> (ScenarioEditor) workbench().page().getActiveEditor());
        workbench().settle();

        clickTab("LUN");
        newcomer.typeOverFirst(() -> Widgets.labelled(root(), "Size", Text.class), '2');
        workbench().await("the number", () -> editor.session().text().contains("size: 200 GiB"));

        clickTool("Compare the file systems");
        workbench().await("the study", () -> workbench().page().getActiveEditor() instanceof ResultPart);
        run = run();
        awaitDone(run);
        workbench().settle();
        assertEquals("Verdict", workbench().ask(() -> Widgets.all(root(), org.eclipse.swt.widgets.List.class).get(0).getSelection()[0]));

        writeReport();
        exportScripts();
        System.out.println("A newcomer needs " + newcomer.clicks() + " clicks.");
        assertTrue(newcomer.clicks() <= MOST_CLICKS, newcomer.clicks() + " clicks");
    }

    /** The tool asks in a dialog of the platform; what is done with the answer is done here. */
    private void writeReport() throws IOException {
        workbench().await("the tool", () -> tool("Write the report").isEnabled());
        newcomer.clickElsewhere(TOOL + SAVE);
        Path file = folder().resolve("report.html");
        workbench().ui(() -> {
            Reports reports = PlatformUI.getWorkbench().getService(Desktop.class).work().reports();
            List<OutputForm> forms = reports.forms(run.outcome().orElseThrow());
            new OutputDialog(workbench().window().getShell(), Messages.Report_title, forms).write(OutputForm.choice(forms, 0, file.toString()).form(), file);
        });
        clickButton(Messages.Output_done_title, "Close");
        assertTrue(Files.size(file) > 0, "the report");
        assertTrue(Files.readString(file).contains("web-sessions"), "what it is about");
    }

    private void exportScripts() throws IOException {
        clickTool("Show and export");
        workbench().await("the scripts", () -> workbench().page().getActiveEditor() instanceof ScriptsPart
                && Widgets.button(root(), "Export…").isEnabled());
        newcomer.clickElsewhere(TOOL + CHOOSE_FOLDER);
        ScriptsPart part = workbench().ask(() -> (ScriptsPart) workbench().page().getActiveEditor());
        Path target = part.presenter().target(folder());
        workbench().ui(() -> part.presenter().export(target, false));
        newcomer.clickElsewhere(CLOSE);
        assertTrue(Files.isRegularFile(target.resolve("settings.sh")), "the scripts");
    }
}
