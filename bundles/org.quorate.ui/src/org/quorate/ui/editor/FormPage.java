// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.util.List;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.quorate.app.EstimateScenario;
import org.quorate.model.yaml.Problem;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.document.ScenarioSession;
import org.quorate.ui.form.FieldTitles;
import org.quorate.ui.form.ScenarioForm;

/** The scenario as a tree on the left and the fields of the selected place on the right. */
final class FormPage {

    private final ScenarioSession session;
    private final ScenarioForm presenter;
    private final Icons icons;
    private final EstimateBar estimate;
    private final Runnable refresh = this::refresh;
    private Composite stack;
    private SashForm sash;
    private Composite blocked;
    private OutlinePanel tree;
    private FieldsPanel fields;

    FormPage(ScenarioSession session, FieldTitles titles, Icons icons, EstimateScenario estimates) {
        estimate = new EstimateBar(session, estimates);
        this.session = session;
        this.icons = icons;
        this.presenter = new ScenarioForm(session, titles);
    }

    Control create(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        page.setLayout(new GridLayout());
        Look.page(page);
        stack = new Composite(page, SWT.NONE);
        stack.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        stack.setLayout(new StackLayout());
        Look.page(stack);
        FormToolkit toolkit = new FormToolkit(parent.getDisplay());
        sash = new SashForm(stack, SWT.HORIZONTAL);
        tree = new OutlinePanel(presenter, icons, this::selected, this::add, this::remove);
        tree.create(sash);
        fields = new FieldsPanel(presenter, toolkit, this::add);
        fields.create(sash);
        sash.setWeights(28, 72);
        createBlocked(toolkit);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(stack, "org.quorate.ui.editor");
        session.onChange(refresh);
        stack.addListener(SWT.Dispose, event -> {
            session.removeListener(refresh);
            toolkit.dispose();
        });
        estimate.create(page).setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        refresh();
        return page;
    }

    /** What is seen while the text has errors: there is nothing then that a form could show. */
    private void createBlocked(FormToolkit toolkit) {
        blocked = toolkit.createComposite(stack);
        blocked.setLayout(new GridLayout());
        Label label = toolkit.createLabel(blocked, Messages.Form_blocked, SWT.WRAP);
        label.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    }

    private void selected(String path) {
        presenter.select(path);
        fields.rebuild();
    }

    private void add(ScenarioForm.Addition addition) {
        if (done(presenter.add(addition))) {
            tree.showSelection();
            fields.rebuild();
            fields.setFocus();
        }
    }

    private void remove() {
        if (done(presenter.remove())) {
            tree.showSelection();
            fields.rebuild();
        }
    }

    /** Says why an edit of the structure cannot be made. */
    private boolean done(List<Problem> problems) {
        if (problems.isEmpty()) {
            return true;
        }
        String reasons = String.join("\n", problems.stream().map(problem -> problem.path() + " " + problem.message())
                .limit(10).toList());
        MessageDialog.openInformation(stack.getShell(), Messages.Form_refused_title,
                Messages.bind(Messages.Form_refused, reasons));
        return false;
    }

    private void refresh() {
        boolean readable = session.document().isPresent();
        ((StackLayout) stack.getLayout()).topControl = readable ? sash : blocked;
        if (readable) {
            tree.refresh();
            fields.refresh();
        }
        stack.layout();
    }

    /** Shows a field; false if the form cannot, because the text has errors. */
    boolean reveal(String path) {
        if (session.document().isEmpty()) {
            return false;
        }
        presenter.placeOf(path).ifPresent(place -> {
            presenter.select(place);
            tree.showSelection();
            fields.rebuild();
            fields.focus(path);
        });
        return true;
    }

    void setFocus() {
        if (session.document().isPresent()) {
            tree.setFocus();
        } else {
            blocked.setFocus();
        }
    }
}
