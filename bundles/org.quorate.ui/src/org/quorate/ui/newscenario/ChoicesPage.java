// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.newscenario;

import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.newscenario.CheckedScenario.Step;

/** A page of the wizard: some choices, and below them what the scenario costs so far. */
abstract class ChoicesPage extends WizardPage {

    private static final int WIDTH = 680;
    private static final int LINES = 2;

    private final Step step;
    private final Runnable changed;
    private Label cost;

    /** @param changed called after each choice */
    ChoicesPage(Step step, String title, String description, Runnable changed) {
        super(step.name());
        this.step = step;
        this.changed = changed;
        setTitle(title);
        setDescription(description);
        setPageComplete(false);
    }

    @Override
    public final void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 16;
        layout.marginHeight = 12;
        layout.verticalSpacing = 12;
        page.setLayout(layout);
        Composite content = new Composite(page, SWT.NONE);
        content.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        createContent(content);
        cost = new Label(page, SWT.WRAP);
        cost.setText(Messages.Estimate_none);
        GridData data = new GridData(SWT.FILL, SWT.BOTTOM, true, false);
        data.widthHint = WIDTH;
        data.heightHint = LINES * cost.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        cost.setLayoutData(data);
        Look.page(page);
        setControl(page);
    }

    abstract void createContent(Composite parent);

    /** Other pages may have changed what this one shows. */
    void refresh() {
        // Most pages show only what they choose themselves.
    }

    void choose(Runnable choice) {
        choice.run();
        changed.run();
    }

    /** Shows what the choices come to. */
    void show(CheckedScenario checked) {
        setErrorMessage(checked.problem(step).orElse(null));
        setPageComplete(checked.problem(step).isEmpty());
        cost.setText(checked.scenario().isPresent() ? Look.plain(Messages.bind(Messages.New_cost, checked.cost())) : Messages.New_no_cost);
        cost.setToolTipText(checked.why().isEmpty() ? null : checked.why());
    }

    static Label label(Composite parent, String text) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
        label.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false));
        return label;
    }

    static void named(Control control, String name) {
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }
        });
    }
}
