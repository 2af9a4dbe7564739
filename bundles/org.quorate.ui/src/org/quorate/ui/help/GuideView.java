// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.help;

import java.util.List;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.part.ViewPart;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Ids;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;

/** The way of a newcomer in a few steps; a button does what can be done by a button. */
public final class GuideView extends ViewPart {

    private record Step(String title, String text, String action, CommandCall call) {

        static Step toRead(String title, String text) {
            return new Step(title, text, "", null);
        }
    }

    private static final int WIDTH = 260;

    private FormToolkit toolkit;
    private ScrolledForm form;

    private static List<Step> steps() {
        return List.of(
                new Step(Messages.Guide_open, Messages.Guide_open_text, Messages.Guide_open_action,
                        CommandCall.of(Ids.OPEN_SAMPLE_COMMAND, Ids.OPEN_SAMPLE_NAME, "web-sessions")),
                Step.toRead(Messages.Guide_change, Messages.Guide_change_text),
                new Step(Messages.Guide_compare, Messages.Guide_compare_text, Messages.Guide_compare_action,
                        CommandCall.of(Ids.COMPARE_COMMAND)),
                Step.toRead(Messages.Guide_read, Messages.Guide_read_text),
                new Step(Messages.Guide_export, Messages.Guide_export_text, Messages.Guide_export_action,
                        CommandCall.of(Ids.EXPORT_SCRIPTS_COMMAND)));
    }

    @Override
    public void createPartControl(Composite parent) {
        toolkit = new FormToolkit(parent.getDisplay());
        form = toolkit.createScrolledForm(parent);
        Look.page(parent);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 12;
        layout.verticalSpacing = 6;
        form.getBody().setLayout(layout);
        int number = 1;
        for (Step step : steps()) {
            create(step, number++);
        }
        form.reflow(true);
    }

    private void create(Step step, int number) {
        Label title = wrapped(number + "  " + step.title());
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        wrapped(step.text());
        if (step.call() != null) {
            Button button = toolkit.createButton(form.getBody(), step.action(), SWT.PUSH);
            button.addListener(SWT.Selection, event -> step.call().run(getSite()));
        }
    }

    private Label wrapped(String text) {
        Label label = toolkit.createLabel(form.getBody(), text, SWT.WRAP);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.widthHint = WIDTH;
        label.setLayoutData(data);
        return label;
    }

    @Override
    public void setFocus() {
        form.setFocus();
    }

    @Override
    public void dispose() {
        if (toolkit != null) {
            toolkit.dispose();
        }
        super.dispose();
    }
}
