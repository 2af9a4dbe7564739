// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.TableCursor;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Layout;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quorate.remote.apply.Verb;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Desktop;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.editor.ScenarioEditor;
import org.quorate.ui.nodes.Applies;
import org.quorate.ui.nodes.TestApplier;

/** Steps on nodes in a real workbench: planned, tried, confirmed, watched and stopped. */
class ApplyTest extends WorkbenchTest {

    private final TestApplier applier = new TestApplier();
    private ScenarioEditor editor;

    private Applies applies() {
        return PlatformUI.getWorkbench().getService(Desktop.class).nodes().applies();
    }

    @BeforeEach
    void onNoNode() throws IOException {
        applies().doneBy(applier);
        editor = open(TestScenarios.SMALL);
        workbench().ui(() -> CommandCall.of(Ids.APPLY_COMMAND).run(workbench().window()));
        workbench().await("the plan", () -> applies().prepared().isPresent() && table().isPresent());
        workbench().settle();
    }

    @AfterEach
    void end() {
        applier.goOn.countDown();
        workbench().ui(() -> {
            PlatformUI.getWorkbench().getService(Desktop.class).nodes().runs().cancelAll();
            Stream.of(root().getDisplay().getShells()).filter(shell -> shell.getParent() == root() && shell.isVisible()).forEach(Shell::close);
        });
        workbench().await("the end of the run", () -> !applies().isRunning());
        applies().doneBy(PlatformUI.getWorkbench().getService(Desktop.class).app().applyExport()::run);
    }

    private Optional<Table> table() {
        return Widgets.all(root(), Table.class).stream().filter(table -> table.getColumnCount() > 2 && table.getColumn(0).getText().equals("Step")).findFirst();
    }

    private String cell(int row, int column) {
        return workbench().ask(() -> table().orElseThrow().getItem(row).getText(column));
    }

    private void begin(String button, String title, String begin) {
        workbench().later(() -> Widgets.press(Widgets.button(root(), button)));
        workbench().await("the dialog", () -> dialog(title) != null);
        workbench().ui(() -> Widgets.press(Widgets.button(dialog(title), begin)));
    }

    private String log() {
        return workbench().ask(() -> Widgets.all(table().orElseThrow().getParent(), Text.class).get(0).getText());
    }

    @Test
    void theDryRunIsWhatEnterDoesAndShowsEveryStepOnEveryNode() {
        assertEquals("&Dry run", workbench().ask(() -> ((Button) root().getDisplay().getFocusControl()).getText()));
        assertEquals(List.of("Step", "Can cost", "node1", "node2"), workbench().ask(() -> Stream.of(table().orElseThrow().getColumns()).limit(4)
                .map(column -> column.getText()).toList()));
        Screenshots.take(workbench(), "apply-plan");
        begin("Dry run", "Dry run", "Dry run");
        workbench().await("the first step", () -> table().orElseThrow().getItem(0).getText(2).startsWith("="));
        workbench().ui(() -> assertFalse(Widgets.button(root(), "Apply…").isEnabled()));
        applier.goOn.countDown();
        workbench().await("the end", () -> !applies().isRunning());
        workbench().settle();
        assertEquals("~ would change", cell(1, 2));
        assertTrue(log().contains("looking at "), log());
        workbench().ui(() -> {
            assertTrue(Widgets.button(root(), "Apply…").isEnabled());
            assertTrue(Widgets.all(root(), Link.class).stream().anyMatch(link -> link.getText().startsWith("Logs of runs")));
            assertEquals(List.of(), Spoken.nameless(root()));
        });
        assertEquals(Verb.PLAN, applier.jobs.get(0).verb());
        for (boolean dark : new boolean[] {false, true}) {
            workbench().ui(() -> PlatformUI.getWorkbench().getService(Desktop.class).views().theme().setDark(dark));
            Screenshots.take(workbench(), "apply-" + (dark ? "dark" : "light"));
        }
        workbench().ui(() -> PlatformUI.getWorkbench().getService(Desktop.class).views().theme().setDark(false));
    }

    @Test
    void applyWantsTheNameOfTheClusterTyped() {
        applier.goOn.countDown();
        begin("Apply…", "Apply to nodes", "Begin");
        workbench().await("the question", () -> dialog("Change nodes") != null);
        Screenshots.take(workbench(), workbench().ask(() -> dialog("Change nodes")), "apply-confirm");
        workbench().ui(() -> {
            Shell asked = dialog("Change nodes");
            Button change = Widgets.button(asked, "Change");
            assertEquals("Cancel", asked.getDefaultButton().getText());
            assertFalse(change.isEnabled());
            Text field = Widgets.all(asked, Text.class).get(0);
            field.setText("WEB");
            assertFalse(change.isEnabled());
            field.setText("web");
            Widgets.press(change);
        });
        workbench().await("the end", () -> !applies().isRunning());
        workbench().settle();
        assertTrue(workbench().ask(() -> Stream.of(table().orElseThrow().getItems()).anyMatch(item -> item.getText(2).startsWith("✗")
                || item.getText(3).startsWith("✗") || item.getText(4).startsWith("✗"))), "the failure is seen");
        assertTrue(log().contains("exit code 1"), "the log of the step that failed is in front: " + log());
        Screenshots.take(workbench(), "apply-failed");
    }

    @Test
    void whoCancelsTheQuestionChangesNothing() {
        begin("Apply…", "Apply to nodes", "Begin");
        workbench().await("the question", () -> dialog("Change nodes") != null);
        workbench().ui(() -> Widgets.press(Widgets.button(dialog("Change nodes"), "Cancel")));
        workbench().await("the end", () -> !applies().isRunning());
        workbench().settle();
        assertEquals("· not begun", cell(0, 2));
    }

    private void beginChanging() {
        begin("Apply…", "Apply to nodes", "Begin");
        workbench().await("the question", () -> dialog("Change nodes") != null);
        workbench().ui(() -> {
            Widgets.all(dialog("Change nodes"), Text.class).get(0).setText("web");
            Widgets.press(Widgets.button(dialog("Change nodes"), "Change"));
        });
        workbench().await("the first step", () -> table().orElseThrow().getItem(0).getText(2).startsWith("="));
    }

    @Test
    void runCancelAsksFirstWhileNodesAreChanged() {
        String title = "Nodes are being changed";
        beginChanging();
        for (String answer : List.of("Go on", "Stop")) {
            workbench().later(() -> CommandCall.of(Ids.CANCEL_COMMAND).run(workbench().window()));
            workbench().await("the question", () -> dialog(title) != null);
            assertEquals("&Go on", workbench().ask(() -> dialog(title).getDefaultButton().getText()));
            Screenshots.take(workbench(), workbench().ask(() -> dialog(title)), "apply-cancel");
            workbench().ui(() -> Widgets.press(Widgets.button(dialog(title), answer)));
            workbench().await("its end", () -> dialog(title) == null);
            if (answer.equals("Go on")) {
                assertTrue(applies().isRunning());
            }
        }
        workbench().await("the end", () -> !applies().isRunning());
    }

    @Test
    void anEditedScenarioIsPlannedAgainBeforeAnythingBegins() throws IOException {
        workbench().ui(() -> editor.session().setField("cluster.nodes[1].address", "192.168.1.109", "address"));
        workbench().await("what is said of it", () -> Widgets.all(root(), Link.class).stream()
                .anyMatch(link -> link.getText().contains("edited after this was planned")));
        workbench().ui(() -> {
            assertFalse(Widgets.button(root(), "Dry run").isEnabled());
            assertFalse(Widgets.button(root(), "Apply…").isEnabled());
            assertEquals(List.of(), Spoken.nameless(root()));
        });
        Screenshots.take(workbench(), "apply-stale");
        open("other.yaml", TestScenarios.SMALL.replace("name: small", "name: other"));
        workbench().ui(() -> Widgets.all(root(), Link.class).stream().filter(link -> link.getText().contains("Plan again")).findFirst().orElseThrow()
                .notifyListeners(SWT.Selection, new Event()));
        workbench().await("another plan", () -> Widgets.button(root(), "Dry run").isEnabled());
        assertEquals("small", applies().prepared().orElseThrow().scenario().name(), "what was edited, not what is in front now");
        assertEquals("192.168.1.109", applies().prepared().orElseThrow().scenario().cluster().nodes().get(1).address());
        workbench().settle();
        assertTrue(workbench().ask(() -> Widgets.all(root(), Link.class).stream().noneMatch(link -> link.getText().contains("Plan again"))));
    }

    @Test
    void whoClosesTheScenarioAndOpensItAgainIsToldOfEditsToo() throws IOException {
        workbench().ui(() -> workbench().page().closeEditor(editor, false));
        ScenarioEditor again = open(TestScenarios.SMALL);
        assertTrue(workbench().ask(() -> Widgets.button(root(), "Dry run").isEnabled()));
        workbench().ui(() -> again.session().setField("cluster.nodes[1].address", "192.168.1.109", "address"));
        workbench().await("what is said of it", () -> !Widgets.button(root(), "Dry run").isEnabled());
    }

    private Combo labels() {
        return Widgets.all(root(), Combo.class).stream().filter(combo -> combo.indexOf("gfs2") >= 0).findFirst().orElseThrow();
    }

    private void choose(String label) {
        workbench().ui(() -> Widgets.choose(labels(), label));
        workbench().await("the plan of " + label, () -> applies().prepared().orElseThrow().label().equals(label));
    }

    @Test
    void whatIsChosenWhileTheScenarioHasErrorsIsNotShownAsPlanned() {
        workbench().ui(() -> editor.session().replaceText(TestScenarios.SMALL.replace("name: web", "nome: web"), "", this));
        workbench().await("what is said of it", () -> !Widgets.button(root(), "Dry run").isEnabled());
        workbench().later(() -> Widgets.choose(labels(), "gfs2"));
        workbench().await("the reason", () -> dialog(Messages.Run_not_ready_title) != null);
        workbench().ui(() -> Widgets.press(Widgets.button(dialog(Messages.Run_not_ready_title), "OK")));
        workbench().await("its end", () -> dialog(Messages.Run_not_ready_title) == null);
        assertEquals("ocfs2", workbench().ask(() -> labels().getText()), "it is still planned");
    }

    /** Lines of a run come fast. */
    @Test
    void newsThatChangeNothingThatIsSeenLayNothingOut() {
        AtomicInteger layouts = new AtomicInteger();
        workbench().ui(() -> {
            Composite page = table().orElseThrow().getParent().getParent();
            // What is in it stays where it is.
            page.setLayout(new Layout() {
                @Override
                protected Point computeSize(Composite composite, int width, int height, boolean flushCache) {
                    return composite.getSize();
                }

                @Override
                protected void layout(Composite composite, boolean flushCache) {
                    layouts.incrementAndGet();
                }
            });
            page.layout();
        });
        workbench().settle();
        assertTrue(layouts.getAndSet(0) > 0);
        workbench().ui(() -> editor.session().replaceText(TestScenarios.SMALL + "# nothing else\n", "", this));
        workbench().settle();
        assertEquals(0, layouts.get());
    }

    @Test
    void aRunIsStopped() {
        begin("Dry run", "Dry run", "Dry run");
        workbench().await("the first step", () -> table().orElseThrow().getItem(0).getText(2).startsWith("="));
        Button stop = workbench().ask(() -> Widgets.button(root(), "Cancel"));
        workbench().ui(() -> Widgets.press(stop));
        workbench().await("the end", () -> !applies().isRunning());
        workbench().settle();
        assertEquals("· not begun", cell(1, 2));
    }

    @Test
    void anotherFileSystemIsPlannedOrItIsSaidWhyNot() {
        choose("gfs2");
        workbench().settle();
        assertFalse(workbench().ask(() -> table().isPresent()));
        assertTrue(workbench().ask(() -> Widgets.all(root(), Label.class).stream().anyMatch(label -> label.getText().contains("There are no scripts"))));
        workbench().ui(() -> assertFalse(Widgets.button(root(), "Dry run").isEnabled()));
        Screenshots.take(workbench(), "apply-refused");
        choose("ocfs2");
        workbench().await("the first plan again", () -> table().isPresent());
        workbench().settle();
        TableCursor cursor = workbench().ask(() -> Widgets.all(table().orElseThrow(), TableCursor.class).get(0));
        assertEquals(2, workbench().ask(cursor::getColumn));
        assertFalse(log().isEmpty());
    }
}
