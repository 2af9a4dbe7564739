// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.quorate.ui.Look;
import org.quorate.ui.form.FieldRow;
import org.quorate.ui.form.OutlineNode;
import org.quorate.ui.form.ScenarioForm;

/** The fields of the selected place, and beside or below them what the field in focus means. */
final class FieldsPanel {

    private final ScenarioForm presenter;
    private final FormToolkit toolkit;
    private final Consumer<ScenarioForm.Addition> add;
    private final List<FieldControl> controls = new ArrayList<>();
    private final boolean beside;
    private ScrolledForm form;
    private FieldHelp help;

    /** @param beside the help stands to the right of the fields, where there is room for it, rather than below them */
    FieldsPanel(ScenarioForm presenter, FormToolkit toolkit, Consumer<ScenarioForm.Addition> add, boolean beside) {
        this.beside = beside;
        this.presenter = presenter;
        this.toolkit = toolkit;
        this.add = add;
    }

    void create(Composite parent) {
        Composite panel = toolkit.createComposite(parent);
        GridLayout layout = new GridLayout(beside ? 2 : 1, false);
        layout.marginWidth = 0;
        layout.horizontalSpacing = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        panel.setLayout(layout);
        form = toolkit.createScrolledForm(panel);
        form.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        toolkit.decorateFormHeading(form.getForm());
        GridLayout rows = new GridLayout(2, false);
        rows.marginWidth = 16;
        rows.marginHeight = 12;
        rows.horizontalSpacing = 16;
        rows.verticalSpacing = 6;
        form.getBody().setLayout(rows);
        help = new FieldHelp(toolkit);
        help.create(panel, beside);
        rebuild();
    }

    /** Shows the selected place, with new widgets. */
    void rebuild() {
        controls.clear();
        form.setRedraw(false);
        for (Control child : form.getBody().getChildren()) {
            child.dispose();
        }
        form.setText(title());
        if (!presenter.help().isEmpty()) {
            Label about = toolkit.createLabel(form.getBody(), presenter.help(), SWT.WRAP);
            GridData data = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
            data.widthHint = 500;
            about.setLayoutData(data);
        }
        for (FieldRow row : presenter.rows()) {
            FieldControl control = new FieldControl(presenter, row);
            control.create(form.getBody(), toolkit, help::show, () -> form.reflow(true));
            controls.add(control);
        }
        presenter.additions().forEach(this::createAddButton);
        help.clear();
        form.setRedraw(true);
        form.reflow(true);
    }

    private void createAddButton(ScenarioForm.Addition addition) {
        boolean atItem = presenter.selected().endsWith("]");
        if (atItem) {
            return;
        }
        Button button = toolkit.createButton(form.getBody(), addition.title(), SWT.PUSH);
        button.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false, 2, 1));
        button.addListener(SWT.Selection, event -> add.accept(addition));
    }

    /** Shows new values in the widgets that are there; makes new ones only if there are other fields now. */
    void refresh() {
        List<FieldRow> rows = presenter.rows();
        List<String> shown = controls.stream().map(control -> control.row().path()).toList();
        if (!rows.stream().map(FieldRow::path).toList().equals(shown)) {
            rebuild();
            return;
        }
        form.setText(title());
        for (int i = 0; i < rows.size(); i++) {
            controls.get(i).show(rows.get(i));
        }
    }

    private String title() {
        return Look.plain(presenter.selectedNode().map(OutlineNode::title).orElse(""));
    }

    void setFocus() {
        controls.stream().findFirst().ifPresentOrElse(FieldControl::setFocus, form::setFocus);
    }

    void focus(String path) {
        controls.stream().filter(control -> control.row().path().equals(path)).findFirst()
                .ifPresentOrElse(FieldControl::setFocus, this::setFocus);
    }
}
