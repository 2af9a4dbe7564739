// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.ui.Ids;
import org.quorate.ui.editor.ScenarioEditor;
import org.quorate.ui.editor.ScenarioInput;
import org.quorate.ui.runs.ResultPart;
import org.quorate.ui.runs.StudyRun;

/** What tests in a real workbench have in common: each begins and ends without open editors and reports, and nothing may be logged as an error. */
@ExtendWith(RunningWorkbench.Provider.class)
abstract class WorkbenchTest {

    @TempDir
    private Path folder;
    private RunningWorkbench workbench;

    @BeforeEach
    void take(RunningWorkbench running) {
        workbench = running;
        workbench.begin();
    }

    @AfterEach
    void close() {
        workbench.ui(() -> {
            workbench.page().closeAllEditors(false);
            // What these views show would be taken for that of the next test.
            Stream.of(Ids.RESULTS_VIEW, Ids.NODES_VIEW, Ids.APPLY_VIEW, Ids.OBSERVE_VIEW).map(workbench.page()::findView).filter(Objects::nonNull)
                    .forEach(workbench.page()::hideView);
        });
        assertEquals(List.of(), workbench.takeErrors());
    }

    Path folder() {
        return folder;
    }

    RunningWorkbench workbench() {
        return workbench;
    }

    Composite root() {
        return workbench.window().getShell();
    }

    /** Opens a scenario from a file of its own. */
    ScenarioEditor open(String scenario) throws IOException {
        return open("small.yaml", scenario);
    }

    /** @param name of the file: several can be open beside each other */
    ScenarioEditor open(String name, String scenario) throws IOException {
        Path file = Files.writeString(folder.resolve(name), scenario);
        workbench.ui(() -> workbench.page().openEditor(ScenarioInput.of(file), Ids.SCENARIO_EDITOR));
        workbench.settle();
        return workbench.ask(() -> (ScenarioEditor) workbench.page().getActiveEditor());
    }

    /** The dialog with that title; null if there is none. */
    Shell dialog(String title) {
        return Stream.of(root().getDisplay().getShells()).filter(shell -> shell.getText().equals(title)).findFirst().orElse(null);
    }

    /** The study whose page is in front. */
    StudyRun run() {
        return workbench.ask(() -> ((ResultPart) workbench.page().getActiveEditor()).run());
    }

    void awaitDone(StudyRun run) {
        workbench.await("the study", () -> run.state() != StudyRun.State.RUNNING);
        assertEquals(StudyRun.State.DONE, run.state(), () -> run.failure().map(Throwable::toString).orElse(""));
        workbench.await("the report", () -> !Widgets.all(root(), org.eclipse.swt.widgets.List.class).isEmpty());
    }

    /** A busy machine may take longer than the second that users are promised; hours it never takes. */
    void awaitCancelled(StudyRun run) {
        long start = System.nanoTime();
        workbench.await("the end of a cancelled run", () -> run.state() != StudyRun.State.RUNNING);
        assertEquals(StudyRun.State.CANCELLED, run.state());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.toSeconds() < 20, "took " + took);
    }
}
