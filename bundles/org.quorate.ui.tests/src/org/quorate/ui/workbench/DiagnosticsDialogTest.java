// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.diagnostics.DiagnosticsArchive;
import org.quorate.ui.diagnostics.DiagnosticsCollector;
import org.quorate.ui.diagnostics.DiagnosticsDialog;
import org.quorate.ui.diagnostics.PlatformSources;

/** Help &gt; Save diagnostics. */
class DiagnosticsDialogTest extends WorkbenchTest {

    private Shell shown() {
        return dialog(Messages.Diagnostics_title);
    }

    private org.eclipse.swt.widgets.List files() {
        return Widgets.all(shown(), org.eclipse.swt.widgets.List.class).get(0);
    }

    private Button button(String message) {
        return Widgets.button(shown(), message.replace("&", ""));
    }

    @Test
    void theCommandShowsEveryLineBeforehand() throws IOException {
        open(TestScenarios.SMALL);
        workbench().later(() -> CommandCall.of(Ids.SAVE_DIAGNOSTICS_COMMAND).run(workbench().window()));
        workbench().await("the files", () -> shown() != null && button(Messages.Diagnostics_save).isEnabled());
        workbench().ui(() -> Widgets.choose(files(), "versions.txt"));
        assertTrue(workbench().ask(() -> Widgets.all(shown(), Text.class).get(0).getText()).contains("org.eclipse.swt"));
        Screenshots.take(workbench(), "diagnostics");
        assertFalse(workbench().ask(() -> List.of(files().getItems()).contains("scenario-1.yaml")));
        workbench().ui(() -> {
            button(Messages.Diagnostics_with_scenarios).setSelection(true);
            button(Messages.Diagnostics_with_scenarios).notifyListeners(SWT.Selection, null);
        });
        workbench().await("the scenario", () -> List.of(files().getItems()).contains("scenario-1.yaml"));
        workbench().ui(() -> Widgets.press(Widgets.button(shown(), "Cancel")));
    }

    @Test
    void theArchiveIsWritten() throws IOException {
        Path zip = folder().resolve("out.zip");
        workbench().later(() -> new DiagnosticsDialog(root().getShell(), new DiagnosticsCollector(() -> PlatformSources.of("1", List::of)),
                new DiagnosticsArchive(Clock.systemUTC()), List.of(), shell -> Optional.of(zip)).open());
        workbench().await("the files", () -> shown() != null && button(Messages.Diagnostics_save).isEnabled());
        workbench().ui(() -> Widgets.press(button(Messages.Diagnostics_save)));
        workbench().await("the message", () -> dialog(Messages.Diagnostics_done_title) != null);
        workbench().ui(() -> Widgets.press(Widgets.button(dialog(Messages.Diagnostics_done_title), "OK")));
        assertTrue(Files.isRegularFile(zip));
        try (ZipFile file = new ZipFile(zip.toFile())) {
            assertEquals("README.txt", file.stream().findFirst().orElseThrow().getName());
            String all = new String(file.getInputStream(file.getEntry("properties.txt")).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(all.contains("java.version = "));
            assertFalse(all.contains("user.name"));
        }
    }
}
