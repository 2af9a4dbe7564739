// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Desktop;
import org.quorate.ui.Ids;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.editor.ScenarioEditor;
import org.quorate.ui.nodes.NodeRun;
import org.quorate.ui.nodes.Reach;
import org.quorate.ui.nodes.TestFleet;

/** Real nodes in a real workbench: how they are reached, what is asked meanwhile, what was found, and what is done about it. */
class NodesTest extends WorkbenchTest {

    private static final String TITLE = "Take inventory";
    private static final String KEY = "Unknown host key";

    @TempDir
    private Path keys;

    private Desktop.Nodes nodes() {
        return PlatformUI.getWorkbench().getService(Desktop.class).nodes();
    }

    @BeforeEach
    void forget() {
        workbench().ui(() -> List.of("", "small").forEach(name -> nodes().reach().keep(name, Reach.USUAL)));
    }

    @AfterEach
    void hide() {
        workbench().ui(() -> {
            nodes().runs().cancelAll();
            // What a test that failed has left would be taken for that of the next.
            Stream.of(root().getDisplay().getShells()).filter(shell -> shell.getParent() == root() && shell.isVisible()).forEach(Shell::close);
        });
        workbench().await("the end of all work on nodes", () -> nodes().runs().running().isEmpty());
    }

    private void ask() {
        workbench().later(() -> CommandCall.of(Ids.TAKE_INVENTORY_COMMAND).run(workbench().window()));
        workbench().await("the dialog", () -> dialog(TITLE) != null);
    }

    private void enter(String field, String text) {
        workbench().ui(() -> Widgets.labelled(dialog(TITLE), field, Text.class).setText(text));
    }

    private void press(String shell, String button) {
        workbench().ui(() -> Widgets.press(Widgets.button(dialog(shell), button)));
    }

    private void start(RealNodes real) {
        ask();
        enter("Configuration of ssh", real.config().toString());
        press(TITLE, TITLE);
    }

    private void awaitEnd() {
        workbench().await("the inventory", () -> nodes().inventories().latest().orElseThrow().state() != NodeRun.State.RUNNING);
        workbench().settle();
    }

    private Table table(String first) {
        return Widgets.all(root(), Table.class).stream().filter(table -> table.getColumnCount() > 0 && table.getColumn(0).getText().equals(first)).findFirst()
                .orElseThrow(() -> new AssertionError("no table " + first));
    }

    private List<String> titles(String table) {
        return workbench().ask(() -> Stream.of(table(table).getItems()).map(TableItem::getText).toList());
    }

    private void choose(String item) {
        workbench().ui(() -> {
            Table table = table("Finding");
            TableItem found = Stream.of(table.getItems()).filter(row -> row.getText().equals(item)).findFirst().orElseThrow(() -> new AssertionError("no " + item));
            table.setSelection(found);
            Event event = new Event();
            event.item = found;
            table.notifyListeners(SWT.Selection, event);
        });
    }

    @Test
    void realNodesAreAskedAndTheirKeysAccepted() throws Exception {
        try (RealNodes real = new RealNodes(keys, "node1", "node2")) {
            ScenarioEditor editor = open(TestScenarios.SMALL);
            start(real);
            for (int i = 0; i < 2; i++) {
                workbench().await("the question", () -> dialog(KEY) != null);
                String shown = workbench().ask(() -> Widgets.all(dialog(KEY), Text.class).get(0).getText());
                assertTrue(List.of(real.fingerprint("node1"), real.fingerprint("node2")).contains(shown), shown);
                assertEquals("&Refuse", workbench().ask(() -> dialog(KEY).getDefaultButton().getText()), "the safe answer");
                if (i == 0) {
                    Screenshots.take(workbench(), workbench().ask(() -> dialog(KEY)), "nodes-key");
                }
                Shell asked = workbench().ask(() -> dialog(KEY));
                press(KEY, "Accept and keep");
                workbench().await("the end of the question", asked::isDisposed);
            }
            awaitEnd();
            assertEquals(NodeRun.State.DONE, nodes().inventories().latest().orElseThrow().state());
            assertEquals(2, Files.readAllLines(keys.resolve("known_hosts")).size());
            assertTrue(titles("Fact").contains("Initiator name"), titles("Fact").toString());
            assertTrue(titles("Finding").stream().anyMatch(title -> title.contains("initiator")), titles("Finding").toString());
            Screenshots.take(workbench(), "nodes-real");
            Reach kept = workbench().ask(() -> nodes().reach().find("small"));
            assertEquals(real.config().toString(), kept.config(), "remembered for the scenario");
            assertFalse(editor.isDirty());
        }
    }

    @Test
    void aKeyThatIsRefusedIsToldAndTheOthersAreAsked() throws Exception {
        try (RealNodes real = new RealNodes(keys, "node1", "node2")) {
            open(TestScenarios.SMALL);
            start(real);
            workbench().await("the question", () -> dialog(KEY) != null);
            Shell first = workbench().ask(() -> dialog(KEY));
            press(KEY, "Refuse");
            workbench().await("the other question", () -> first.isDisposed() && dialog(KEY) != null);
            press(KEY, "Accept and keep");
            awaitEnd();
            List<String> findings = titles("Finding");
            assertTrue(findings.stream().anyMatch(title -> title.endsWith("did not answer")), findings.toString());
            assertEquals(1, Files.readAllLines(keys.resolve("known_hosts")).size());
            assertEquals(1, nodes().inventories().taken().orElseThrow().report().nodes().size());
        }
    }

    @Test
    void aKeyIsNotAcceptedWhenTheQuestionIsTakenAway() throws Exception {
        try (RealNodes real = new RealNodes(keys, "node1", "node2")) {
            open(TestScenarios.SMALL);
            start(real);
            workbench().await("the question", () -> dialog(KEY) != null);
            workbench().ui(() -> nodes().runs().cancelAll());
            workbench().await("the end of the question", () -> dialog(KEY) == null);
            awaitEnd();
            assertFalse(Files.exists(keys.resolve("known_hosts")) && !Files.readAllLines(keys.resolve("known_hosts")).isEmpty(), "nobody has accepted it");
        }
    }

    @Test
    void aPasswordIsAskedHiddenAndCancelEndsTheQuestion() throws Exception {
        try (RealNodes real = new RealNodes(keys, "node1")) {
            start(real, "admin@node1");
            workbench().await("the question", () -> dialog(KEY) != null);
            press(KEY, "Accept and keep");
            workbench().await("the password", () -> dialog("Password") != null);
            Screenshots.take(workbench(), workbench().ask(() -> dialog("Password")), "nodes-password");
            Text field = workbench().ask(() -> Widgets.all(dialog("Password"), Text.class).get(0));
            assertTrue(workbench().ask(() -> (field.getStyle() & SWT.PASSWORD) != 0));
            workbench().ui(() -> field.setTextChars(RealNodes.PASSWORD.toCharArray()));
            press("Password", "OK");
            awaitEnd();
            assertTrue(nodes().inventories().taken().orElseThrow().report().nodes().get(0).system().root(), "by sudo");
            assertFalse(workbench().ask(() -> nodes().reach().find("").toString()).contains(RealNodes.PASSWORD));
            start(real, "admin@node1");
            workbench().await("the password again", () -> dialog("Password") != null);
            workbench().ui(() -> CommandCall.of(Ids.CANCEL_COMMAND).run(workbench().window()));
            awaitEnd();
            assertEquals(NodeRun.State.CANCELLED, nodes().inventories().latest().orElseThrow().state());
            assertEquals(null, workbench().ask(() -> dialog("Password")));
            assertTrue(nodes().inventories().taken().isPresent(), "what was found before stays");
        }
    }

    /** Without a scenario: the user names the node. */
    private void start(RealNodes real, String host) {
        ask();
        enter("Configuration of ssh", real.config().toString());
        workbench().ui(() -> {
            Table table = Widgets.all(dialog(TITLE), Table.class).get(0);
            table.setFocus();
            table.setSelection(0);
            edit(table, 1, host);
        });
        press(TITLE, TITLE);
    }

    /** As a click into a cell and typing does. */
    private static void edit(Table table, int column, String value) {
        Event click = new Event();
        click.button = 1;
        click.count = 1;
        click.x = table.getItem(0).getBounds(column).x + 5;
        click.y = table.getItem(0).getBounds(column).y + 5;
        table.notifyListeners(SWT.MouseDown, click);
        table.notifyListeners(SWT.MouseUp, click);
        Widgets.all(table, Text.class).stream().findFirst().orElseThrow(() -> new AssertionError("no editor in the cell")).setText(value);
    }

    @Test
    void mistakesAreSaidInTheDialogAndNothingBegins() throws IOException {
        open(TestScenarios.SMALL);
        ask();
        Screenshots.take(workbench(), workbench().ask(() -> dialog(TITLE)), "nodes-reach");
        workbench().ui(() -> {
            Button begin = Widgets.button(dialog(TITLE), TITLE);
            assertTrue(begin.isEnabled());
            Widgets.labelled(dialog(TITLE), "Login", Text.class).setText("two words");
            assertFalse(begin.isEnabled());
            assertTrue(Widgets.all(dialog(TITLE), Label.class).stream().anyMatch(label -> label.getText().contains("two words")));
            Widgets.labelled(dialog(TITLE), "Login", Text.class).setText("");
            Button address = Widgets.all(dialog(TITLE), Button.class).stream().filter(button -> button.getText().contains("addresses")).findFirst().orElseThrow();
            address.setSelection(true);
            Widgets.press(address);
            assertEquals("192.168.1.101", Widgets.all(dialog(TITLE), Table.class).get(0).getItem(0).getText(1));
        });
        workbench().ui(() -> {
            assertEquals(List.of(), Spoken.nameless(dialog(TITLE)));
            Widgets.press(Widgets.button(dialog(TITLE), "Cancel"));
        });
        workbench().await("the end of the dialog", () -> dialog(TITLE) == null);
        assertTrue(nodes().runs().running().isEmpty());
    }

    @Test
    void aBrokenScenarioHasNoNodes() throws IOException {
        open(TestScenarios.SMALL.replace("name: web", "nome: web"));
        workbench().later(() -> CommandCall.of(Ids.TAKE_INVENTORY_COMMAND).run(workbench().window()));
        workbench().await("the reason", () -> dialog("The scenario has errors") != null);
        press("The scenario has errors", "OK");
        workbench().await("its end", () -> dialog("The scenario has errors") == null);
    }

    @Test
    void differencesAreSeenAndFixesTakenBack() throws IOException {
        ScenarioEditor editor = open(TestScenarios.SMALL);
        workbench().ui(() -> {
            nodes().inventories().show(TestFleet.of(editor.session().scenario().orElseThrow()));
            workbench().page().showView(Ids.NODES_VIEW);
        });
        workbench().settle();
        int all = titles("Fact").size();
        workbench().ui(() -> {
            Button only = Widgets.button(root(), "Only differences");
            only.setSelection(true);
            Widgets.press(only);
        });
        List<String> odd = titles("Fact");
        assertTrue(odd.size() < all && odd.contains("Kernel") && !odd.contains("Operating system"), odd.toString());
        assertTrue(workbench().ask(() -> Stream.of(table("Fact").getItems()).anyMatch(row -> row.getText(3).equals("≠ 6.1.0-27-amd64"))));
        String fixable = workbench().ask(() -> Stream.of(table("Finding").getItems()).filter(row -> !row.getText(1).isEmpty()).findFirst().orElseThrow()
                .getText());
        choose(fixable);
        workbench().ui(() -> Widgets.press(apply()));
        assertEquals("fix of: " + fixable, workbench().ask(() -> editor.session().undoName().orElseThrow()));
        workbench().await("the comparison anew", () -> Stream.of(table("Finding").getItems()).noneMatch(row -> row.getText().equals(fixable)));
        workbench().ui(() -> CommandCall.of(Ids.UNDO_COMMAND).run(workbench().window()));
        workbench().await("the finding again", () -> Stream.of(table("Finding").getItems()).anyMatch(row -> row.getText().equals(fixable)));
        assertEquals(TestScenarios.SMALL, workbench().ask(() -> editor.session().text()));
        assertTrue(workbench().ask(() -> workbench().page().findView(Ids.NODES_VIEW).getTitle()).startsWith("Nodes ("));
    }

    private Button apply() {
        return Widgets.all(table("Finding").getParent(), Button.class).stream().filter(button -> button.getText().replace("&", "").equals("Apply fix")).findFirst()
                .orElseThrow();
    }

    @Test
    void theViewCanBeHeardAndReached() throws IOException {
        ScenarioEditor editor = open(TestScenarios.SMALL);
        workbench().ui(() -> {
            nodes().inventories().show(TestFleet.of(editor.session().scenario().orElseThrow()));
            workbench().page().showView(Ids.NODES_VIEW);
        });
        workbench().settle();
        workbench().ui(() -> {
            assertEquals(List.of(), Spoken.nameless(root()));
            Control focus = Display.getCurrent().getFocusControl();
            assertEquals(table("Fact"), focus);
        });
        for (boolean dark : new boolean[] {false, true}) {
            workbench().ui(() -> PlatformUI.getWorkbench().getService(Desktop.class).views().theme().setDark(dark));
            workbench().settle();
            Screenshots.take(workbench(), "nodes-" + (dark ? "dark" : "light"));
        }
        workbench().ui(() -> PlatformUI.getWorkbench().getService(Desktop.class).views().theme().setDark(false));
    }
}
