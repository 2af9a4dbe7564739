// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.newscenario;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.newscenario.CheckedScenario.Step;

/** What the scenario is called, and what was chosen. */
final class NamePage extends ChoicesPage {

    private final NewScenarioPresenter presenter;
    private Text name;
    private Text title;
    private Label summary;
    private boolean showing;

    NamePage(NewScenarioPresenter presenter, Runnable changed) {
        super(Step.NAME, Messages.New_name_title, Messages.New_name_text, changed);
        this.presenter = presenter;
    }

    @Override
    void createContent(Composite parent) {
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 16;
        layout.verticalSpacing = 8;
        parent.setLayout(layout);
        name = field(parent, Messages.New_name);
        title = field(parent, Messages.New_scenario_title);
        summary = new Label(parent, SWT.WRAP);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, true, 2, 1);
        data.verticalIndent = 12;
        summary.setLayoutData(data);
        refresh();
    }

    private Text field(Composite parent, String label) {
        label(parent, label);
        Text text = new Text(parent, SWT.BORDER | SWT.SINGLE);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        named(text, label);
        text.addListener(SWT.Modify, event -> {
            if (!showing) {
                choose(() -> presenter.name(name.getText(), title.getText()));
            }
        });
        return text;
    }

    @Override
    void refresh() {
        showing = true;
        name.setText(presenter.choices().name());
        title.setText(presenter.choices().title());
        summary.setText(Look.plain(String.join("\n", presenter.summary())));
        summary.getParent().layout();
        showing = false;
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            name.setFocus();
            name.selectAll();
        }
    }
}
