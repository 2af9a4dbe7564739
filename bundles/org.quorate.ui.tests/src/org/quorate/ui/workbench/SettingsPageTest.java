// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quorate.ui.Desktop;
import org.quorate.ui.Messages;
import org.quorate.ui.settings.Language;
import org.quorate.ui.settings.NumberSetting;
import org.quorate.ui.settings.Settings;
import org.quorate.ui.settings.SettingsPage;

/** Window &gt; Preferences &gt; Quorate. */
class SettingsPageTest extends WorkbenchTest {

    private static Theme theme() {
        return PlatformUI.getWorkbench().getService(Desktop.class).views().theme();
    }

    @AfterEach
    void light() {
        workbench().ui(() -> theme().setDark(false));
    }

    @Test
    void theDialogShowsThePage() {
        workbench().later(() -> PreferencesUtil.createPreferenceDialogOn(root().getShell(), "org.quorate.ui.preferences", null, null).open());
        workbench().await("the page", () -> preferences() != null && !Widgets.all(preferences(), Spinner.class).isEmpty());
        Screenshots.take(workbench(), "preferences");
        workbench().ui(() -> Widgets.press(Widgets.button(preferences(), "Cancel")));
        workbench().await("its end", () -> preferences() == null);
    }

    private Shell preferences() {
        return List.of(root().getDisplay().getShells()).stream().filter(shell -> shell.getText().startsWith("Preferences")).findFirst().orElse(null);
    }

    @Test
    void whatIsChosenIsKeptAndDefaultsComeBack() throws IOException {
        Path configuration = Files.createDirectory(folder().resolve("configuration"));
        Language language = new Language(configuration);
        Settings settings = new Settings(InstanceScope.INSTANCE.getNode("org.quorate.ui.page.test"));
        workbench().ui(() -> {
            Shell shell = new Shell(root().getShell(), SWT.SHELL_TRIM);
            shell.setLayout(new FillLayout());
            SettingsPage page = new SettingsPage(settings, language, theme());
            page.init(PlatformUI.getWorkbench());
            page.createControl(shell);
            shell.open();
            choose(shell, Messages.Settings_language, "Deutsch");
            choose(shell, Messages.Settings_theme, Messages.Settings_theme_dark);
            Widgets.labelled(shell, Messages.Settings_recent, Spinner.class).setSelection(3);
            assertTrue(page.performOk());
            assertEquals(Optional.of("de"), language.chosen());
            assertTrue(theme().isDark());
            assertEquals(Theme.Choice.DARK, theme().choice());
            assertEquals(3, settings.get(NumberSetting.RECENT_FILES));
            choose(shell, Messages.Settings_theme, Messages.Settings_theme_system);
            choose(shell, Messages.Settings_language, Messages.Settings_language_system);
            assertTrue(page.performOk());
            assertEquals(Theme.Choice.SYSTEM, theme().choice());
            assertEquals(Optional.empty(), language.chosen());
            Files.delete(configuration.resolve("config.ini"));
            Files.delete(configuration);
            Files.writeString(configuration, "not a folder");
            choose(shell, Messages.Settings_language, "Deutsch");
            assertEquals(false, page.performOk(), "it cannot be kept");
            assertTrue(page.getErrorMessage().contains("config"), page.getErrorMessage());
            shell.dispose();
        });
    }

    private static void choose(Composite shell, String label, String item) {
        Widgets.choose(Widgets.labelled(shell, label, Combo.class), item);
    }
}
