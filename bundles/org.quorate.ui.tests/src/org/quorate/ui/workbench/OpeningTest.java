// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorReference;
import org.junit.jupiter.api.Test;
import org.quorate.ui.Messages;
import org.quorate.ui.TestScenarios;

/** Scenario files come to the workbench by drag and drop, and from outside. */
class OpeningTest extends WorkbenchTest {

    private Path scenario(String name) throws IOException {
        return Files.writeString(folder().resolve(name), TestScenarios.SMALL);
    }

    private List<String> titles() {
        return workbench().ask(() -> Stream.of(workbench().page().getEditorReferences()).map(IEditorReference::getPartName).toList());
    }

    /** As the system does it at the end of a drag. */
    private void drop(String... names) {
        workbench().ui(() -> {
            DropTarget target = (DropTarget) root().getData(DND.DROP_TARGET_KEY);
            // Only SWT itself can make such an event.
            Constructor<?> constructor = Class.forName("org.eclipse.swt.dnd.DNDEvent").getDeclaredConstructor();
            constructor.setAccessible(true);
            Event event = (Event) constructor.newInstance();
            event.widget = target;
            event.data = names;
            event.detail = DND.DROP_COPY;
            target.notifyListeners(DND.Drop, event);
        });
        workbench().settle();
    }

    @Test
    void severalFilesAreDroppedAndOpened() throws IOException {
        drop(scenario("one.yaml").toString(), scenario("two.yaml").toString());
        assertEquals(List.of("one.yaml", "two.yaml"), titles());
    }

    @Test
    void whatIsNoScenarioIsRefusedWithAWord() throws IOException {
        Path picture = Files.createFile(folder().resolve("picture.png"));
        drop(picture.toString(), scenario("one.yaml").toString());
        workbench().await("the message", () -> dialog(Messages.Drop_refused_title) != null);
        Shell message = workbench().ask(() -> dialog(Messages.Drop_refused_title));
        assertTrue(workbench().ask(() -> Widgets.all(message, Label.class).stream().anyMatch(label -> label.getText().contains("picture.png"))));
        workbench().later(() -> Widgets.press(Widgets.button(message, "OK")));
        workbench().await("its end", message::isDisposed);
        assertEquals(List.of("one.yaml"), titles());
    }

    @Test
    void aFileThatTheSystemHandsOverIsOpened() throws IOException {
        Path file = scenario("one.yaml");
        workbench().ui(() -> workbench().requests().add(file.toUri().toString()));
        assertEquals(List.of("one.yaml"), titles());
    }

    @Test
    void aFileThatIsNotThereIsToldOf() {
        workbench().later(() -> workbench().requests().add(folder().resolve("missing.yaml").toString()));
        workbench().await("the message", () -> dialog(Messages.Open_failed) != null);
        Shell message = workbench().ask(() -> dialog(Messages.Open_failed));
        workbench().later(() -> Widgets.press(Widgets.button(message, "OK")));
        workbench().await("its end", message::isDisposed);
        assertEquals(List.of(), titles());
    }
}
