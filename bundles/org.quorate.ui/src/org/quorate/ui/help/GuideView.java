// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.help;

import java.util.List;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.part.ViewPart;
import org.quorate.ui.Look;

/** Guides in a few steps, that of a newcomer first; a button does what can be done by a button. */
public final class GuideView extends ViewPart {

    private static final int WIDTH = 260;
    /** Above a step, so that its button is nearer to its own text than to the next. */
    private static final int GAP = 8;

    private final List<Guides.Guide> guides = Guides.all();
    private FormToolkit toolkit;
    private ScrolledForm form;
    private Combo choice;
    private Composite steps;

    @Override
    public void createPartControl(Composite parent) {
        toolkit = new FormToolkit(parent.getDisplay());
        form = toolkit.createScrolledForm(parent);
        Look.page(parent);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 12;
        layout.verticalSpacing = 6;
        form.getBody().setLayout(layout);
        createChoice();
        steps = toolkit.createComposite(form.getBody());
        GridLayout inner = new GridLayout();
        inner.marginWidth = 0;
        inner.marginHeight = 0;
        inner.verticalSpacing = 6;
        steps.setLayout(inner);
        steps.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        show(0);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(form, "org.quorate.ui.guide");
    }

    private void createChoice() {
        toolkit.createLabel(form.getBody(), HelpMessages.Guide_choice);
        choice = new Combo(form.getBody(), SWT.READ_ONLY | SWT.DROP_DOWN);
        choice.setItems(guides.stream().map(Guides.Guide::title).toArray(String[]::new));
        choice.select(0);
        choice.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        choice.addListener(SWT.Selection, event -> show(choice.getSelectionIndex()));
    }

    private void show(int index) {
        form.setRedraw(false);
        List.of(steps.getChildren()).forEach(Control::dispose);
        int number = 1;
        for (Guides.Step step : guides.get(index).steps()) {
            create(step, number++);
        }
        form.setRedraw(true);
        form.reflow(true);
        form.setOrigin(0, 0);
    }

    private void create(Guides.Step step, int number) {
        Label title = wrapped(number + "  " + step.title());
        ((GridData) title.getLayoutData()).verticalIndent = GAP;
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        wrapped(step.text());
        step.call().ifPresent(call -> {
            Button button = toolkit.createButton(steps, step.action(), SWT.PUSH);
            button.addListener(SWT.Selection, event -> call.run(getSite()));
        });
    }

    private Label wrapped(String text) {
        Label label = toolkit.createLabel(steps, text, SWT.WRAP);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.widthHint = WIDTH;
        label.setLayoutData(data);
        return label;
    }

    @Override
    public void setFocus() {
        choice.setFocus();
    }

    @Override
    public void dispose() {
        if (toolkit != null) {
            toolkit.dispose();
        }
        super.dispose();
    }
}
