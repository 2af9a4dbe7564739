// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.quorate.ui.AccessibleNames;

/** Makes the fields of {@link ReachDialog}: a label in the first of three columns, the field in the others. */
final class ReachFields {

    private final Composite area;
    private final Runnable changed;

    ReachFields(Composite area, Runnable changed) {
        this.area = area;
        this.changed = changed;
    }

    /** @param usual what an empty field means */
    Text text(String name, String value, String usual) {
        Text text = place(name, new Text(area, SWT.BORDER | SWT.SINGLE), SWT.FILL);
        text.setText(value);
        text.setMessage(usual);
        AccessibleNames.set(text, name, usual);
        text.addListener(SWT.Modify, event -> changed.run());
        return text;
    }

    Spinner spinner(String name, int least, int most, int now) {
        Spinner spinner = place(name, new Spinner(area, SWT.BORDER), SWT.LEFT);
        spinner.setValues(now, least, most, 0, 1, 10);
        spinner.addListener(SWT.Modify, event -> changed.run());
        return spinner;
    }

    Combo combo(String name, List<String> items, String chosen) {
        Combo combo = place(name, new Combo(area, SWT.READ_ONLY), SWT.FILL);
        combo.setItems(items.toArray(String[]::new));
        combo.setText(chosen);
        combo.addListener(SWT.Selection, event -> changed.run());
        return combo;
    }

    Button tick(String name, boolean on) {
        new Label(area, SWT.NONE);
        Button button = new Button(area, SWT.CHECK);
        button.setText(name);
        button.setSelection(on);
        button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        button.addListener(SWT.Selection, event -> changed.run());
        return button;
    }

    private <C extends Control> C place(String name, C control, int fill) {
        Label label = new Label(area, SWT.NONE);
        label.setText(name);
        label.moveAbove(control);
        control.setLayoutData(new GridData(fill, SWT.CENTER, true, false, 2, 1));
        AccessibleNames.set(control, name);
        return control;
    }
}
