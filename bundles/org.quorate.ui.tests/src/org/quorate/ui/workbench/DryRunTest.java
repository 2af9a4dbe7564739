// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.remote.apply.Verb;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Desktop;
import org.quorate.ui.Ids;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.nodes.NodeRun;
import org.quorate.ui.nodes.Reach;

/** A dry run of a real export on real nodes, which are not those that the scenario is for, and are not changed. */
class DryRunTest extends WorkbenchTest {

    private static final String KEY = "Unknown host key";

    @TempDir
    private Path keys;

    private Desktop desktop() {
        return PlatformUI.getWorkbench().getService(Desktop.class);
    }

    @AfterEach
    void end() {
        workbench().ui(() -> {
            desktop().nodes().runs().cancelAll();
            Stream.of(root().getDisplay().getShells()).filter(shell -> shell.getParent() == root() && shell.isVisible()).forEach(Shell::close);
            desktop().nodes().reach().keep("small", Reach.USUAL);
        });
        workbench().await("the end of all work on nodes", () -> desktop().nodes().runs().running().isEmpty());
    }

    @Test
    void whatSpeaksAgainstAPlanIsSeen() throws Exception {
        try (RealNodes real = new RealNodes(keys, "node1", "node2")) {
            desktop().nodes().applies().doneBy(desktop().app().applyExport()::run);
            open(TestScenarios.SMALL);
            workbench().ui(() -> CommandCall.of(Ids.APPLY_COMMAND).run(workbench().window()));
            workbench().await("the plan", () -> Widgets.all(root(), Table.class).stream().anyMatch(table -> table.getColumn(0).getText().equals("Step")));
            workbench().settle();
            workbench().later(() -> Widgets.press(Widgets.button(root(), "Dry run")));
            workbench().await("the dialog", () -> dialog("Dry run") != null);
            workbench().ui(() -> {
                Widgets.labelled(dialog("Dry run"), "Configuration of ssh", Text.class).setText(real.config().toString());
                Widgets.press(Widgets.button(dialog("Dry run"), "Dry run"));
            });
            for (int i = 0; i < 2; i++) {
                workbench().await("the question", () -> dialog(KEY) != null);
                Shell asked = workbench().ask(() -> dialog(KEY));
                workbench().ui(() -> Widgets.press(Widgets.button(asked, "Accept and keep")));
                workbench().await("the end of the question", asked::isDisposed);
            }
            workbench().await("the end", () -> !desktop().nodes().applies().isRunning());
            workbench().settle();
            NodeRun<?> run = desktop().nodes().applies().shown().run().orElseThrow();
            assertEquals(NodeRun.State.DONE, run.state(), () -> run.failure().map(Throwable::toString).orElse(""));
            assertEquals(Verb.PLAN, desktop().nodes().applies().shown().run().orElseThrow().found().orElseThrow().verb());
            Table steps = workbench().ask(() -> Widgets.all(root(), Table.class).stream().filter(table -> table.getColumn(0).getText().equals("Step"))
                    .findFirst().orElseThrow());
            assertFalse(workbench().ask(() -> steps.getItem(0).getText(2)).startsWith("·"), "the first step was looked at");
            assertTrue(workbench().ask(() -> Stream.of(steps.getItems()).anyMatch(item -> item.getText(2).startsWith("!") || item.getText(2).startsWith("~")
                    || item.getText(2).startsWith("✗"))), "something is to be done or speaks against it");
            Screenshots.take(workbench(), "apply-real");
        }
    }
}
