// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

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

/**
 * Makes the fields of {@link ReachDialog}: a label in the first of three columns, the field in the others. What is entered is stored first,
 * then it is told that something has changed.
 */
final class ReachFields {

    private final Composite area;
    private final Runnable changed;

    ReachFields(Composite area, Runnable changed) {
        this.area = area;
        this.changed = changed;
    }

    /**
     * @param usual what an empty field means
     * @param store takes what is entered
     */
    Text text(String name, String value, String usual, Consumer<String> store) {
        Text text = place(name, new Text(area, SWT.BORDER | SWT.SINGLE), SWT.FILL);
        text.setText(value);
        text.setMessage(usual);
        AccessibleNames.set(text, name, usual);
        told(text, SWT.Modify, () -> store.accept(text.getText()));
        return text;
    }

    Spinner spinner(String name, int least, int most, int now, IntConsumer store) {
        Spinner spinner = place(name, new Spinner(area, SWT.BORDER), SWT.LEFT);
        spinner.setValues(now, least, most, 0, 1, 10);
        told(spinner, SWT.Modify, () -> store.accept(spinner.getSelection()));
        return spinner;
    }

    Combo combo(String name, List<String> items, String chosen, Consumer<String> store) {
        Combo combo = place(name, new Combo(area, SWT.READ_ONLY), SWT.FILL);
        combo.setItems(items.toArray(String[]::new));
        combo.setText(chosen);
        told(combo, SWT.Selection, () -> store.accept(combo.getText()));
        return combo;
    }

    Button tick(String name, boolean on, Consumer<Boolean> store) {
        new Label(area, SWT.NONE);
        Button button = new Button(area, SWT.CHECK);
        button.setText(name);
        button.setSelection(on);
        button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        told(button, SWT.Selection, () -> store.accept(button.getSelection()));
        return button;
    }

    private void told(Control field, int event, Runnable store) {
        field.addListener(event, entered -> {
            store.run();
            changed.run();
        });
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
