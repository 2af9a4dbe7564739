// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Desktop;
import org.quorate.ui.Ids;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.editor.TemplateEditor;
import org.quorate.ui.runs.ResultPart;
import org.quorate.ui.runs.StudyRun;

/** Sizing reports are asked for, made, cancelled and mended in a real workbench. */
class SizingReportTest extends WorkbenchTest {

    private static final String TITLE = "Sizing report";

    private void ask() {
        workbench().later(() -> CommandCall.of(Ids.SIZING_REPORT_COMMAND).run(workbench().window()));
        workbench().await("the dialog", () -> dialog(TITLE) != null);
    }

    private Button start() {
        return Widgets.button(dialog(TITLE), "Start");
    }

    private StudyRun started(String file) {
        workbench().ui(() -> Widgets.labelled(dialog(TITLE), "Write to", Text.class).setText(file));
        workbench().await("the check of the answers", () -> start().isEnabled());
        workbench().ui(() -> Widgets.press(start()));
        workbench().await("the result's page", () -> workbench().page().getActiveEditor() instanceof ResultPart);
        return run();
    }

    private boolean says(String text) {
        return Widgets.all(dialog(TITLE), Label.class).stream().anyMatch(label -> label.getText().contains(text));
    }

    /** By pressing the link at that place. */
    private void follow(String part) {
        workbench().await(part, () -> Widgets.all(dialog(TITLE), Link.class).stream().anyMatch(link -> link.getText().contains(part)));
        workbench().ui(() -> {
            Link link = Widgets.all(dialog(TITLE), Link.class).stream().filter(known -> known.getText().contains(part)).findFirst().orElseThrow();
            Event event = new Event();
            event.text = "0";
            link.notifyListeners(SWT.Selection, event);
        });
        workbench().await("the template", () -> workbench().page().getActiveEditor() instanceof TemplateEditor);
    }

    @Test
    void aPdfAndThenADocxAreMadeAndTheComparisonIsUsedAgain() throws IOException {
        open(TestScenarios.SMALL);
        ask();
        awaitDone(started(folder().resolve("first.pdf").toString()));
        assertTrue(Files.readString(folder().resolve("first.pdf"), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
        workbench().ui(() -> {
            assertTrue(Widgets.button(root(), "Open").isEnabled());
            assertTrue(Widgets.button(root(), "Show folder").isEnabled());
            assertEquals("small: sizing report", workbench().page().getActiveEditor().getTitle());
            assertTrue(Widgets.all(root(), Label.class).stream().anyMatch(label -> label.getText().contains("independent replications")), "how sure it is");
        });
        workbench().await("its place among the results",
                () -> PlatformUI.getWorkbench().getService(Desktop.class).work().runs().running().isEmpty());
        ask();
        workbench().ui(() -> Widgets.labelled(dialog(TITLE), "Write to", Text.class).setText("second.docx"));
        workbench().await("what is used again", () -> says("Uses the comparison of"));
        awaitDone(started("second.docx"));
        assertTrue(Files.readString(folder().resolve("second.docx"), StandardCharsets.ISO_8859_1).startsWith("PK"));
        assertTrue(workbench().ask(() -> Widgets.all(root(), Label.class).stream()
                .anyMatch(label -> label.getText().contains("Used from before: comparison"))));
    }

    @Test
    void aReportIsCancelled() throws IOException {
        open(TestScenarios.SMALL.replace("duration: 200 ms", "duration: 24 h"));
        ask();
        StudyRun run = started("never.pdf");
        workbench().settle();
        assertEquals(StudyRun.State.RUNNING, run.state());
        workbench().ui(() -> Widgets.press(Widgets.button(root(), "Cancel")));
        awaitCancelled(run);
        assertFalse(Files.exists(folder().resolve("never.pdf")));
    }

    @Test
    void aWrongTemplateIsOpenedAtItsLineMendedAndUsed() throws IOException {
        Path template = Files.writeString(folder().resolve("report.yaml"), "title: Mine\ncostumer: Example Ltd\n");
        open(TestScenarios.SMALL);
        ask();
        workbench().await("the problem", () -> says("report.yaml, line 2: "));
        assertFalse(workbench().ask(() -> start().isEnabled()));
        Screenshots.take(workbench(), workbench().ask(() -> dialog(TITLE)), "sizing-wrong-template");
        follow("line 2");
        TemplateEditor editor = workbench().ask(() -> (TemplateEditor) workbench().page().getActiveEditor());
        workbench().await("its problems", () -> Widgets.all(root(), Table.class).stream().anyMatch(table -> table.getItemCount() == 1
                && table.getItem(0).getText(1).equals("2")));
        Screenshots.take(workbench(), "sizing-template");
        workbench().ui(() -> {
            StyledText text = Widgets.all(root(), StyledText.class).get(0);
            assertEquals(text.getOffsetAtLine(1), text.getCaretOffset());
            text.replaceTextRange(text.getOffsetAtLine(1), "costumer".length(), "customer");
            assertTrue(editor.isDirty());
        });
        workbench().await("no problem", () -> Widgets.all(root(), Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("No problems")));
        workbench().ui(() -> {
            CommandCall.of(Ids.UNDO_COMMAND).run(workbench().window());
            assertFalse(editor.isDirty());
            CommandCall.of(Ids.REDO_COMMAND).run(workbench().window());
            workbench().page().saveEditor(editor, false);
        });
        assertEquals("title: Mine\ncustomer: Example Ltd\n", Files.readString(template));
        ask();
        StudyRun run = started("mine.html");
        awaitDone(run);
        assertTrue(Files.readString(folder().resolve("mine.html")).contains("Example Ltd"));
    }

    @Test
    void aNewTemplateIsBegunFromTheDialog() throws IOException {
        open(TestScenarios.SMALL);
        ask();
        follow("New template");
        assertTrue(Files.readString(folder().resolve("report.yaml")).contains("# customer: "));
        workbench().await("no problem", () -> Widgets.all(root(), Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("No problems")));
    }
}
