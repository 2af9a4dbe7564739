// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.quorate.model.yaml.FieldInfo;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Messages;
import org.quorate.ui.form.FieldRow;

/** What the field in focus means, what may stand in it, its default and where that comes from. */
final class FieldHelp {

    private static final int LINES = 5;

    private final FormToolkit toolkit;
    private Text text;

    FieldHelp(FormToolkit toolkit) {
        this.toolkit = toolkit;
    }

    void create(Composite parent) {
        Composite panel = toolkit.createComposite(parent);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 16;
        panel.setLayout(layout);
        panel.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        Label line = toolkit.createSeparator(panel, SWT.HORIZONTAL);
        line.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        text = toolkit.createText(panel, "", SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.NO_FOCUS);
        AccessibleNames.set(text, Messages.Editor_field_help);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, false);
        data.heightHint = text.getLineHeight() * LINES;
        text.setLayoutData(data);
        clear();
    }

    void show(FieldRow row) {
        FieldInfo field = row.field();
        List<String> lines = new ArrayList<>(List.of(row.title() + ": " + field.help()));
        add(lines, Messages.Help_allowed, field.allowed());
        add(lines, Messages.Help_units, field.unit());
        add(lines, Messages.Help_default, field.required() ? Messages.Help_required : field.standard());
        add(lines, Messages.Help_source, field.source());
        text.setText(String.join("\n", lines));
    }

    private static void add(List<String> lines, String title, String value) {
        if (!value.isEmpty()) {
            lines.add(title + " " + value);
        }
    }

    void clear() {
        text.setText(Messages.Help_no_field);
    }
}
