// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.quorate.app.ComposeScenario;
import org.quorate.app.NewScenario;
import org.quorate.app.QuorateApp;
import org.quorate.model.Scenario;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Ids;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.editor.ScenarioEditor;

/** The picture of a cluster in a real editor, by mouse and keyboard. */
class PictureTest extends WorkbenchTest {

    private Canvas canvas() {
        return Widgets.all(root(), ScrolledComposite.class).stream().map(ScrolledComposite::getContent)
                .filter(content -> content.getClass().getSimpleName().equals("PictureCanvas")).map(Canvas.class::cast).findFirst().orElseThrow();
    }

    private void send(int type, int x, int y, int keyCode) {
        workbench().ui(() -> {
            Event event = new Event();
            event.type = type;
            event.x = x;
            event.y = y;
            event.button = 1;
            event.keyCode = keyCode;
            canvas().notifyListeners(type, event);
        });
    }

    private void key(int keyCode) {
        send(SWT.KeyDown, 0, 0, keyCode);
    }

    private String nameField() {
        return workbench().ask(() -> Widgets.labelled(root(), "Name", Text.class).getText());
    }

    @Test
    void aClickAndTheArrowKeysChooseWhoseFieldsAreShown() throws IOException {
        open(TestScenarios.SMALL);
        // The first node begins below the network's box, whose foot is at 56.
        send(SWT.MouseDown, 60, 110, 0);
        assertEquals("node1", nameField());
        key(SWT.ARROW_RIGHT);
        assertEquals("node2", nameField());
        key(SWT.ARROW_DOWN);
        assertTrue(workbench().ask(() -> Widgets.labelled(root(), "Portals", Text.class).isVisible()));
        key(SWT.CR);
        workbench().await("the portals to be edited by Enter", () -> Widgets.labelled(root(), "Portals", Text.class).isFocusControl());
        send(SWT.MouseDown, 2, 2, 0);
        assertEquals("small", nameField());
    }

    @Test
    void nodesAreAddedDuplicatedAndRemovedThere() throws IOException {
        ScenarioEditor editor = open(TestScenarios.SMALL);
        workbench().ui(() -> Widgets.press(Widgets.button(root(), "Add node")));
        assertEquals("node3", nameField());
        workbench().ui(() -> Widgets.press(Widgets.button(root(), "Duplicate")));
        assertEquals("node4", nameField());
        key(SWT.DEL);
        assertEquals(List.of("node1", "node2", "node3"), nodes(editor));
        workbench().ui(() -> CommandCall.of(Ids.UNDO_COMMAND).run(workbench().window()));
        assertEquals(4, nodes(editor).size());
        workbench().ui(() -> Widgets.press(Widgets.button(root(), "Add portal")));
        assertEquals(2, workbench().ask(() -> editor.session().scenario().orElseThrow().lun().portals().size()));
        Screenshots.take(workbench(), "picture-light");
    }

    private List<String> nodes(ScenarioEditor editor) {
        Scenario scenario = workbench().ask(() -> editor.session().scenario().orElseThrow());
        return scenario.cluster().nodes().stream().map(node -> node.name()).toList();
    }

    /** More than the window has room for: what the keys choose is brought into view. */
    @Test
    void manyNodesCanBeLookedThroughByKeys() throws IOException {
        ComposeScenario compose = new QuorateApp(1).composeScenario();
        NewScenario like = compose.like("web-sessions");
        open(compose.text(like.with(64, like.os(), like.network(), "20 TiB", like.device(), true)));
        send(SWT.MouseDown, 2, 2, 0);
        key(SWT.END);
        assertEquals("ext4-local", workbench().ask(() -> Widgets.labelled(root(), "Label", Text.class).getText()));
        workbench().settle();
        assertTrue(workbench().ask(() -> ((ScrolledComposite) canvas().getParent()).getOrigin().y > 0), "scrolled to what was chosen");
        key(SWT.HOME);
        key(SWT.ARROW_DOWN);
        assertEquals("node2", nameField(), "the one below the middle of the network");
        Screenshots.take(workbench(), "picture-many-light");
    }

    @Test
    void whatCannotBeDoneIsDisabled() throws IOException {
        open(TestScenarios.SMALL);
        send(SWT.MouseDown, 2, 2, 0);
        List<Boolean> enabled = workbench().ask(() -> List.of("Duplicate", "Remove").stream()
                .map(text -> Widgets.button(root(), text)).map(Button::isEnabled).toList());
        assertEquals(List.of(false, false), enabled);
    }
}
