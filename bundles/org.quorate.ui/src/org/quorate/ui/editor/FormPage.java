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
import org.quorate.model.yaml.Problem;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.document.ScenarioSession;
import org.quorate.ui.form.FieldTitles;
import org.quorate.ui.form.FormSection;
import org.quorate.ui.form.ScenarioForm;
import org.quorate.ui.workbench.Theme;

/** A part of the scenario: on the left a tree of it, or the picture of the cluster, and on the right the fields of what is selected there. */
final class FormPage {

    private final ScenarioSession session;
    private final ScenarioForm presenter;
    private final Icons icons;
    private final Theme theme;
    private final FormSection section;
    private final EstimateBar estimate;
    private final Runnable refresh = this::refresh;
    private Composite page;
    private Composite stack;
    private SashForm sash;
    private Composite blocked;
    private Navigator navigator;
    private boolean stale;
    private FieldsPanel fields;

    FormPage(FormSection section, ScenarioSession session, FieldTitles titles, Icons icons, Theme theme, EstimateBar estimate) {
        this.section = section;
        this.estimate = estimate;
        this.session = session;
        this.icons = icons;
        this.theme = theme;
        this.presenter = new ScenarioForm(session, titles, section);
    }

    /** What the page's tab says. */
    String title() {
        return switch (section) {
            case OVERVIEW -> Messages.Editor_overview_page;
            case CLUSTER -> Messages.Editor_cluster_page;
            case LUN -> Messages.Editor_lun_page;
            case FILE_SYSTEMS -> Messages.Editor_file_systems_page;
            case WORKLOAD -> Messages.Editor_workload_page;
        };
    }

    /** The page, empty until it comes to the front: five pages of fields at once would keep the user waiting. */
    Control create(Composite parent) {
        page = new Composite(parent, SWT.NONE);
        page.setLayout(new GridLayout());
        Look.page(page);
        return page;
    }

    private void fill() {
        stack = new Composite(page, SWT.NONE);
        stack.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        stack.setLayout(new StackLayout());
        Look.page(stack);
        FormToolkit toolkit = new FormToolkit(page.getDisplay());
        sash = new SashForm(stack, SWT.HORIZONTAL);
        boolean overview = section == FormSection.OVERVIEW;
        navigator = overview ? new PictureNavigator(session, presenter, theme, this)
                : new OutlinePanel(presenter, icons, this::selected, this::add, this::remove, this::duplicate);
        navigator.create(sash);
        fields = new FieldsPanel(presenter, toolkit, this::add, !overview);
        fields.create(sash);
        sash.setWeights(overview ? new int[] {56, 44} : new int[] {24, 76});
        createBlocked(toolkit);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(stack, "org.quorate.ui.editor");
        session.onChange(refresh);
        stack.addListener(SWT.Dispose, event -> {
            session.removeListener(refresh);
            toolkit.dispose();
        });
        estimate.create(page).setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        show();
        page.layout(true, true);
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
            navigator.showSelection();
            fields.rebuild();
            fields.setFocus();
        }
    }

    private void remove() {
        if (done(presenter.remove())) {
            navigator.showSelection();
            fields.rebuild();
        }
    }

    private void duplicate() {
        if (done(presenter.duplicate())) {
            navigator.showSelection();
            fields.rebuild();
            fields.setFocus();
        }
    }

    /** Something else was chosen in the picture. */
    void chosen() {
        fields.rebuild();
    }

    /** The fields of what is chosen are wanted, from the one of that path on; empty: the first one. */
    void edit(String field) {
        fields.focus(field);
    }

    /** Says why an edit of the structure cannot be made. */
    boolean done(List<Problem> problems) {
        if (problems.isEmpty()) {
            return true;
        }
        String reasons = String.join("\n", problems.stream().map(problem -> problem.path() + " " + problem.message())
                .limit(10).toList());
        MessageDialog.openInformation(stack.getShell(), Messages.Form_refused_title,
                Messages.bind(Messages.Form_refused, reasons));
        return false;
    }

    /** Only the page in front follows each edit; others do when they come there. */
    private void refresh() {
        stale = !stack.isVisible();
        if (!stale) {
            show();
        }
    }

    /** The page has come to the front. */
    void shown() {
        if (stack == null) {
            fill();
        } else if (stale) {
            stale = false;
            show();
        }
    }

    private void show() {
        boolean readable = session.document().isPresent();
        ((StackLayout) stack.getLayout()).topControl = readable ? sash : blocked;
        if (readable) {
            navigator.refresh();
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
            navigator.showSelection();
            fields.rebuild();
            fields.focus(path);
        });
        return true;
    }

    void setFocus() {
        if (session.document().isPresent()) {
            navigator.setFocus();
        } else {
            blocked.setFocus();
        }
    }
}
