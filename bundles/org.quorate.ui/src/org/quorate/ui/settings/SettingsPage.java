// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.settings;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Messages;
import org.quorate.ui.workbench.Theme;

/** Window &gt; Preferences &gt; Quorate. */
public final class SettingsPage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final int HINT_WIDTH = 420;

    private final Settings settings;
    private final Language language;
    private final Theme theme;
    private final Map<NumberSetting, Spinner> numbers = new LinkedHashMap<>();
    private Combo languages;
    private Combo themes;

    public SettingsPage(Settings settings, Language language, Theme theme) {
        this.settings = settings;
        this.language = language;
        this.theme = theme;
    }

    @Override
    public void init(IWorkbench workbench) {
        setDescription(Messages.Settings_intro);
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.verticalSpacing = 6;
        body.setLayout(layout);
        languages = choice(body, Messages.Settings_language, Messages.Settings_language_hint,
                List.of(Messages.Settings_language_system, "English", "Deutsch"));
        themes = choice(body, Messages.Settings_theme, Messages.Settings_theme_hint,
                List.of(Messages.Settings_theme_system, Messages.Settings_theme_light, Messages.Settings_theme_dark));
        number(body, NumberSetting.PARALLEL_RUNS, Messages.Settings_parallel, Messages.Settings_parallel_hint);
        number(body, NumberSetting.AUTOSAVE_SECONDS, Messages.Settings_autosave, Messages.Settings_autosave_hint);
        number(body, NumberSetting.RECENT_FILES, Messages.Settings_recent, "");
        number(body, NumberSetting.KEPT_RESULTS, Messages.Settings_results, Messages.Settings_results_hint);
        showChosen();
        PlatformUI.getWorkbench().getHelpSystem().setHelp(body, "org.quorate.ui.settings");
        return body;
    }

    private static Combo choice(Composite parent, String title, String hint, List<String> items) {
        label(parent, title);
        Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setItems(items.toArray(String[]::new));
        AccessibleNames.set(combo, title, hint);
        hint(parent, hint);
        return combo;
    }

    private void number(Composite parent, NumberSetting setting, String title, String hint) {
        label(parent, title);
        Spinner spinner = new Spinner(parent, SWT.BORDER);
        spinner.setValues(settings.get(setting), setting.least(), setting.most(), 0, 1, 10);
        AccessibleNames.set(spinner, title, hint);
        hint(parent, hint);
        numbers.put(setting, spinner);
    }

    private static void label(Composite parent, String text) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
    }

    private static void hint(Composite parent, String text) {
        if (!text.isEmpty()) {
            new Label(parent, SWT.NONE);
            Label hint = new Label(parent, SWT.WRAP);
            hint.setText(text);
            GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
            data.widthHint = HINT_WIDTH;
            hint.setLayoutData(data);
        }
    }

    private void showChosen() {
        themes.select(theme.choice().ordinal());
        try {
            languages.select(language.chosen().map(Language.ALL::indexOf).orElse(-1) + 1);
        } catch (IOException e) {
            languages.select(0);
            setErrorMessage(e.getMessage());
        }
    }

    @Override
    protected void performDefaults() {
        languages.select(0);
        themes.select(0);
        numbers.forEach((setting, spinner) -> spinner.setSelection(setting.standard()));
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        numbers.forEach((setting, spinner) -> settings.set(setting, spinner.getSelection()));
        Theme.Choice chosen = Theme.Choice.values()[themes.getSelectionIndex()];
        if (chosen != theme.choice()) {
            theme.choose(chosen);
        }
        return keepLanguage();
    }

    private boolean keepLanguage() {
        int index = languages.getSelectionIndex();
        Optional<String> wanted = index <= 0 ? Optional.empty() : Optional.of(Language.ALL.get(index - 1));
        try {
            if (!wanted.equals(language.chosen())) {
                language.choose(wanted);
            }
            setErrorMessage(null);
            return true;
        } catch (IOException e) {
            setErrorMessage(Messages.bind(Messages.Settings_language_failed, e.getMessage()));
            return false;
        }
    }
}
