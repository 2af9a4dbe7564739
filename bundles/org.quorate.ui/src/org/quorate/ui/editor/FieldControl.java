// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.form.FieldRow;
import org.quorate.ui.form.ScenarioForm;

/** The label and the widget of one field, and below them what is wrong with its value. */
final class FieldControl {

    private static final int WIDTH = 260;

    private final ScenarioForm presenter;
    private FieldRow row;
    private Runnable reflow;
    private Control control;
    private Label gap;
    private Label problem;
    /** An input is on its way to the presenter: what the widget shows is newer than what the row says. */
    private boolean entering;
    private boolean showing;

    FieldControl(ScenarioForm presenter, FieldRow row) {
        this.presenter = presenter;
        this.row = row;
    }

    FieldRow row() {
        return row;
    }

    /**
     * @param focused told when the field gets the focus
     * @param layout  called when the height has changed
     */
    void create(Composite parent, FormToolkit toolkit, Consumer<FieldRow> focused, Runnable layout) {
        reflow = layout;
        Label label = toolkit.createLabel(parent, row.title());
        label.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false));
        control = switch (row.control()) {
            case TEXT -> text(parent, toolkit);
            case CHOICE -> combo(parent, toolkit);
            case FIXED -> fixed(parent, toolkit);
        };
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = WIDTH;
        control.setLayoutData(data);
        control.addListener(SWT.FocusIn, event -> focused.accept(row));
        control.addListener(SWT.FocusOut, event -> presenter.leave());
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = row.title();
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = row.problem().orElse(row.field().help());
            }
        });
        gap = toolkit.createLabel(parent, "");
        problem = toolkit.createLabel(parent, "", SWT.WRAP);
        Look.error(problem);
        show(row);
    }

    private Control text(Composite parent, FormToolkit toolkit) {
        Text text = toolkit.createText(parent, "", SWT.BORDER | SWT.SINGLE);
        text.setMessage(row.field().standard());
        text.addListener(SWT.Modify, event -> enter(text.getText()));
        return text;
    }

    private Control combo(Composite parent, FormToolkit toolkit) {
        Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        toolkit.adapt(combo, true, false);
        combo.setItems(items().toArray(String[]::new));
        combo.addListener(SWT.Selection, event -> enter(chosen(combo.getSelectionIndex())));
        return combo;
    }

    private Control fixed(Composite parent, FormToolkit toolkit) {
        return toolkit.createText(parent, "", SWT.READ_ONLY | SWT.SINGLE);
    }

    /** The choices, after the default if there is one. */
    private List<String> items() {
        List<String> items = new ArrayList<>();
        if (!row.field().required()) {
            items.add(defaultItem());
        }
        items.addAll(row.choices());
        return items;
    }

    private String defaultItem() {
        return Messages.bind(Messages.Form_default_choice, row.field().standard());
    }

    private String chosen(int index) {
        int first = row.field().required() ? 0 : 1;
        return index < first ? "" : row.choices().get(index - first);
    }

    private void enter(String input) {
        if (showing) {
            return;
        }
        entering = true;
        try {
            presenter.enter(row, input);
        } finally {
            entering = false;
        }
    }

    /** Shows a value and its problem; what is being entered just now stays as it is. */
    void show(FieldRow now) {
        row = now;
        showing = true;
        String value = row.value().orElse("");
        if (!entering && control instanceof Text text && !text.getText().equals(value)) {
            text.setText(value);
        } else if (!entering && control instanceof Combo combo) {
            combo.setText(row.value().orElseGet(this::defaultItem));
        }
        showing = false;
        showProblem(row.problem().orElse(""));
    }

    private void showProblem(String text) {
        if (text.equals(problem.getText()) && problem.getLayoutData() != null) {
            return;
        }
        problem.setText(text);
        for (Label part : List.of(gap, problem)) {
            GridData data = new GridData(SWT.FILL, SWT.TOP, false, false);
            data.exclude = text.isEmpty();
            data.widthHint = part == problem ? WIDTH : SWT.DEFAULT;
            part.setLayoutData(data);
            part.setVisible(!text.isEmpty());
        }
        reflow.run();
    }

    void setFocus() {
        control.setFocus();
    }
}
