// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quorate.app.results.KeptResult;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Desktop;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.editor.ScenarioEditor;
import org.quorate.ui.report.OutputDialog;
import org.quorate.ui.report.OutputForm;
import org.quorate.ui.results.ResultsMessages;
import org.quorate.ui.results.ResultsPresenter;
import org.quorate.ui.runs.ResultPart;
import org.quorate.ui.runs.StudyRun;

/** What studies find is kept, named, compared and had again, in a real workbench. */
class ResultsTest extends WorkbenchTest {

    private Desktop desktop() {
        return PlatformUI.getWorkbench().getService(Desktop.class);
    }

    @BeforeEach
    @AfterEach
    void forgetAll() throws IOException {
        desktop().work().results().delete(desktop().work().results().results().stream().map(KeptResult::id).toList());
        workbench().ui(() -> workbench().page().showView(Ids.RESULTS_VIEW));
        workbench().await("an empty list", () -> table().getItemCount() == 0);
    }

    private Table table() {
        return Widgets.all(root(), Table.class).stream().filter(table -> table.getColumnCount() == 7).findFirst().orElseThrow();
    }

    private void compare() throws IOException {
        open(TestScenarios.SMALL);
        workbench().ui(() -> CommandCall.of(Ids.COMPARE_COMMAND).run(workbench().window()));
        awaitDone(run());
    }

    private void choose(int... rows) {
        workbench().ui(() -> {
            workbench().page().showView(Ids.RESULTS_VIEW);
            table().setSelection(rows);
            Event event = new Event();
            event.item = table().getItem(rows[0]);
            table().notifyListeners(SWT.Selection, event);
        });
    }

    private void awaitRows(int count) {
        workbench().await(count + " results", () -> table().getItemCount() == count);
    }

    /** By the context menu, as a mouse does. */
    private void context(String text) {
        workbench().later(() -> {
            table().getMenu().notifyListeners(SWT.Show, new Event());
            MenuItem item = Stream.of(table().getMenu().getItems()).filter(candidate -> candidate.getText().replace("&", "").split("\t")[0].equals(text))
                    .findFirst().orElseThrow(() -> new AssertionError("no " + text));
            item.notifyListeners(SWT.Selection, new Event());
        });
    }

    private String cell(int row, int column) {
        return workbench().ask(() -> table().getItem(row).getText(column));
    }

    private StudyRun awaitPage(String title) {
        workbench().await("the page " + title, () -> workbench().page().getActiveEditor() instanceof ResultPart part && part.getTitle().equals(title));
        StudyRun run = run();
        awaitDone(run);
        return run;
    }

    @Test
    void aResultIsKeptOpenedAndMadeAgain() throws IOException {
        compare();
        awaitRows(1);
        assertEquals("small: comparison", cell(0, 0));
        StudyRun first = run();
        workbench().ui(() -> workbench().page().closeAllEditors(false));
        choose(0);
        workbench().ui(() -> table().notifyListeners(SWT.DefaultSelection, new Event()));
        assertEquals(first.outcome(), awaitPage("small: comparison").outcome());
        choose(0);
        workbench().ui(() -> Widgets.press(Widgets.button(root(), "Run again")));
        awaitPage("small: comparison (again)");
        awaitRows(2);
        choose(0, 1);
        workbench().ui(() -> Widgets.press(Widgets.button(root(), "Set beside each other")));
        StudyRun beside = awaitPage("Results beside each other");
        Screenshots.take(workbench(), "results-beside");
        assertTrue(beside.outcome().orElseThrow().blocks().toString().contains("the same numbers"));
        assertEquals(2, workbench().ask(() -> table().getItemCount()), "what is looked at is not kept");
    }

    @Test
    void itsScenarioIsOpenedAsItWasAndHeldAgainstItsFile() throws IOException {
        ScenarioEditor editor = open(TestScenarios.SMALL);
        workbench().ui(() -> CommandCall.of(Ids.COMPARE_COMMAND).run(workbench().window()));
        awaitDone(run());
        awaitRows(1);
        workbench().ui(() -> {
            editor.session().setField("study.seed", "9", "seed");
            editor.doSave(new NullProgressMonitor());
        });
        choose(0);
        context("Differences to its file");
        assertTrue(awaitPage("small: comparison: differences to its file").outcome().orElseThrow().blocks().toString().contains("One value differs"));
        choose(0);
        context("Open its scenario");
        workbench().await("the scenario", () -> workbench().page().getActiveEditor() instanceof ScenarioEditor other && other != editor);
        assertEquals(TestScenarios.SMALL, workbench().ask(() -> ((ScenarioEditor) workbench().page().getActiveEditor()).session().text()));
    }

    @Test
    void aResultIsRenamedWithF2AndDeletedAndBroughtBackByKeys() throws IOException {
        compare();
        awaitRows(1);
        choose(0);
        workbench().later(() -> CommandCall.of("org.eclipse.ui.edit.rename").run(workbench().window()));
        workbench().await("the question", () -> dialog(ResultsMessages.Results_rename_title) != null);
        workbench().ui(() -> {
            Text name = Widgets.all(dialog(ResultsMessages.Results_rename_title), Text.class).get(0);
            name.setText("");
            assertTrue(!Widgets.button(dialog(ResultsMessages.Results_rename_title), "OK").isEnabled(), "no name");
            name.setText("Two nodes");
            Widgets.press(Widgets.button(dialog(ResultsMessages.Results_rename_title), "OK"));
        });
        assertEquals("Two nodes", cell(0, 0));
        context("Pin or unpin");
        workbench().await("the pin", () -> table().getItem(0).getText(0).equals("Two nodes (pinned)"));
        choose(0);
        workbench().ui(() -> CommandCall.of("org.eclipse.ui.edit.delete").run(workbench().window()));
        awaitRows(0);
        workbench().ui(() -> CommandCall.of(Ids.UNDO_COMMAND).run(workbench().window()));
        awaitRows(1);
    }

    @Test
    void theListIsFilteredAndSorted() throws IOException {
        compare();
        compare();
        awaitRows(2);
        workbench().ui(() -> {
            workbench().page().showView(Ids.RESULTS_VIEW);
            table().getColumn(0).notifyListeners(SWT.Selection, new Event());
            assertEquals(table().getColumn(0), table().getSortColumn());
            Text filter = Widgets.all(root(), Text.class).stream().filter(text -> text.getMessage().equals(Messages.Table_filter)).findFirst().orElseThrow();
            filter.setText("no such thing");
            assertEquals(List.of(), Stream.of(table().getItems()).map(TableItem::getText).toList());
            filter.setText("small");
            assertEquals(2, table().getItemCount());
            filter.setText("");
        });
        assertTrue(workbench().ask(() -> Widgets.all(root(), Button.class).stream().anyMatch(button -> button.getText().replace("&", "").contains("beside"))));
    }

    @Test
    void theReportOfTheChosenResultIsPreviewedAndWrittenWithoutOpeningIt() throws IOException {
        compare();
        awaitRows(1);
        workbench().ui(() -> workbench().page().closeAllEditors(false));
        choose(0);
        workbench().await("the preview", () -> Widgets.all(root(), org.eclipse.swt.widgets.List.class).stream()
                .anyMatch(list -> list.indexOf("The figures at a glance") >= 0));
        Screenshots.take(workbench(), "results-preview");
        assertEquals(0, workbench().ask(() -> workbench().page().getEditorReferences().length), "nothing was opened");
        assertTrue(workbench().ask(() -> Widgets.button(root(), "Write report…").isEnabled()));
        assertTrue(workbench().ask(() -> workbench().window().getService(ICommandService.class).getCommand(Ids.WRITE_REPORT_COMMAND).isEnabled()), "by its key too");
        KeptResult kept = desktop().work().results().results().get(0);
        ResultsPresenter presenter = new ResultsPresenter(desktop().work().results(), desktop().work().studies(), desktop().work().reports());
        OutputForm page = desktop().work().reports().forms(presenter.found(kept).report()).stream().filter(form -> form.extension().equals("html")).findFirst()
                .orElseThrow();
        Path file = folder().resolve("report.html");
        workbench().later(() -> new OutputDialog(root().getShell(), Messages.Report_title, List.of(page)).write(page, file));
        workbench().await("the report", () -> dialog(Messages.Output_done_title) != null);
        workbench().ui(() -> Widgets.press(Widgets.button(dialog(Messages.Output_done_title), Messages.Output_close.replace("&", ""))));
        assertTrue(Files.readString(file).contains("The figures at a glance"));
    }

    @Test
    void theFiguresSoFarAreShownWhileAComparisonRuns() throws IOException {
        open(TestScenarios.SMALL.replace("duration: 200 ms", "duration: 24 h").replace("thinkTime: 5 ms", "thinkTime: 0 ms"));
        workbench().ui(() -> CommandCall.of(Ids.COMPARE_COMMAND).run(workbench().window()));
        StudyRun run = run();
        workbench().await("simulated time", () -> Widgets.all(root(), Table.class).stream()
                .anyMatch(table -> table.getColumnCount() == 6 && table.getItemCount() == 3 && table.getItem(0).getText(5).startsWith("run 1: ")));
        Screenshots.take(workbench(), "live");
        run.cancel();
        awaitCancelled(run);
    }
}
