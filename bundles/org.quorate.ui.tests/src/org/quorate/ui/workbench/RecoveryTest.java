// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Desktop;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.document.DocumentStore;
import org.quorate.ui.document.Recovery;
import org.quorate.ui.document.RecoveryStore;
import org.quorate.ui.editor.ScenarioEditor;

/** What a crash has left is offered on a page of the real workbench, recovered into editors, or dropped. */
class RecoveryTest extends WorkbenchTest {

    private static final String EDITED = TestScenarios.SMALL.replace("20 GiB", "40 GiB");

    private Path file;
    private String base;

    @BeforeEach
    void edit() throws IOException {
        file = folder().resolve("small.yaml");
        base = new DocumentStore().write(file, TestScenarios.SMALL).digestText();
    }

    /** What another program of this user has left behind. */
    private void crashed(Recovery... recoveries) throws IOException {
        RecoveryStore dead = sibling();
        for (Recovery recovery : recoveries) {
            dead.write(dead.newId(), recovery);
        }
        dead.close();
        workbench().ui(() -> CommandCall.of(Ids.RECOVER_COMMAND).run(workbench().window()));
        workbench().await("the page", () -> workbench().page().getActiveEditor() != null
                && workbench().page().getActiveEditor().getTitle().equals(Messages.Recovery_title));
        workbench().settle();
    }

    /** Where programs keep them that have no folder in common. */
    private static Path recoveryRoot() {
        return Path.of(Platform.getStateLocation(FrameworkUtil.getBundle(Desktop.class)).append("recovery").toOSString());
    }

    private static RecoveryStore sibling() {
        return new RecoveryStore(recoveryRoot(), (message, e) -> {
            throw new AssertionError(message, e);
        });
    }

    /** The files of recoveries that there are. */
    private static List<Path> files() {
        try (Stream<Path> files = Files.walk(recoveryRoot())) {
            return files.filter(file -> file.toString().endsWith(".recovery")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Recovery ofTheFile() {
        return new Recovery(Optional.of(file), "", base, Instant.now(), EDITED, Map.of("mountPoint", "nowhere"));
    }

    private Recovery neverSaved() {
        return new Recovery(Optional.empty(), "two-nodes", "", Instant.now().minusSeconds(60), TestScenarios.SMALL, Map.of());
    }

    private void press(String button) {
        workbench().later(() -> Widgets.press(Widgets.button(root(), button.replace("&", ""))));
    }

    private ScenarioEditor editor(String title) {
        workbench().await("the editor " + title, () -> workbench().page().getActiveEditor() instanceof ScenarioEditor editor
                && editor.getPartName().equals(title));
        return workbench().ask(() -> (ScenarioEditor) workbench().page().getActiveEditor());
    }

    /** What the next program would be offered. */
    private List<Recovery> left() {
        RecoveryStore next = sibling();
        List<Recovery> found = next.leftBehind().stream().map(RecoveryStore.Left::recovery).toList();
        next.release();
        return found;
    }

    @Test
    void whatIsRecoveredIsInADirtyEditorAndNotOfferedAgain() throws IOException {
        crashed(ofTheFile());
        assertEquals(List.of(), workbench().ask(() -> Spoken.nameless(root())), "every control has a name");
        Table table = workbench().ask(() -> Widgets.all(root(), Table.class).get(0));
        assertEquals("small.yaml", workbench().ask(() -> table.getItem(0).getText(0)));
        Screenshots.take(workbench(), "recovery");
        press(Messages.Recovery_recover);
        ScenarioEditor editor = editor("small.yaml");
        assertTrue(workbench().ask(editor::isDirty));
        assertEquals(EDITED, workbench().ask(() -> editor.session().text()));
        assertEquals("nowhere", workbench().ask(() -> editor.session().refused().get("mountPoint").value()));
        assertEquals(TestScenarios.SMALL, Files.readString(file));
        workbench().await("its end", () -> left().isEmpty());
        workbench().ui(() -> editor.session().undo());
        assertEquals(TestScenarios.SMALL, workbench().ask(() -> editor.session().text()));
    }

    @Test
    void allAreRecoveredAndTheOneWithoutAFileIsNew() throws IOException {
        crashed(ofTheFile(), neverSaved());
        press(Messages.Recovery_recover_all);
        workbench().await("both editors alone", () -> Stream.of(workbench().page().getEditorReferences())
                .map(reference -> reference.getPartName() + reference.isDirty()).sorted().toList()
                .equals(List.of("small.yamltrue", "two-nodestrue")));
        workbench().await("their end", () -> left().isEmpty());
    }

    @Test
    void whatIsPutOffIsOfferedAgain() throws IOException {
        crashed(neverSaved());
        press(Messages.Recovery_later);
        workbench().await("no page", () -> workbench().page().getEditorReferences().length == 0);
        workbench().await("the file", () -> left().size() == 1);
        crashed();
        assertEquals(1, workbench().ask(() -> Widgets.all(root(), Table.class).get(0).getItemCount()));
        press(Messages.Recovery_discard);
        workbench().await("the question", () -> dialog(Messages.Recovery_discard_title) != null);
        Shell question = workbench().ask(() -> dialog(Messages.Recovery_discard_title));
        workbench().later(() -> Widgets.press(Widgets.button(question, "OK")));
        workbench().await("no page", () -> workbench().page().getEditorReferences().length == 0);
        workbench().await("nothing left", () -> left().isEmpty());
    }

    @Test
    void withoutACrashThePageSaysThatAllIsWell() throws IOException {
        crashed();
        assertTrue(workbench().ask(() -> Widgets.all(root(), Label.class).stream().map(Label::getText)
                .anyMatch(Messages.Recovery_none::equals)));
    }

    @Test
    void anEditorKeepsWhatIsTypedUntilItIsClosed() throws IOException {
        ScenarioEditor editor = open(TestScenarios.SMALL);
        workbench().ui(() -> editor.session().replaceText(EDITED, "typing", null));
        workbench().await("a recovery", () -> !files().isEmpty());
        assertTrue(Files.readString(files().get(0)).endsWith(EDITED));
        assertEquals(List.of(), left(), "this program is alive");
        workbench().ui(() -> workbench().page().closeEditor(editor, false));
        workbench().await("none", () -> files().isEmpty());
        assertEquals(TestScenarios.SMALL, Files.readString(file));
    }
}
