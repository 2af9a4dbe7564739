// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.quorate.model.yaml.FieldInfo;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.form.FieldRow;
import org.quorate.ui.help.HelpMessages;

/** What the field in focus means, what may stand in it, its default and where that comes from. */
final class FieldHelp {

    private static final int LINES = 5;
    private static final int WIDTH = 260;

    private final FormToolkit toolkit;
    private boolean spread;
    private Label title;
    private Text text;

    FieldHelp(FormToolkit toolkit) {
        this.toolkit = toolkit;
    }

    /** @param beside it stands to the right of the fields, rather than below them */
    void create(Composite parent, boolean beside) {
        spread = beside;
        Composite panel = toolkit.createComposite(parent);
        GridLayout layout = new GridLayout(beside ? 2 : 1, false);
        layout.marginWidth = 16;
        layout.horizontalSpacing = 16;
        panel.setLayout(layout);
        panel.setLayoutData(beside ? new GridData(SWT.RIGHT, SWT.FILL, false, true) : new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        Label line = toolkit.createSeparator(panel, beside ? SWT.VERTICAL : SWT.HORIZONTAL);
        line.setLayoutData(beside ? new GridData(SWT.LEFT, SWT.FILL, false, true) : new GridData(SWT.FILL, SWT.TOP, true, false));
        Composite words = beside ? toolkit.createComposite(panel) : panel;
        if (beside) {
            GridLayout column = new GridLayout();
            column.marginWidth = 0;
            words.setLayout(column);
            words.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        }
        title = toolkit.createLabel(words, "");
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        title.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        text = toolkit.createText(words, "", SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.NO_FOCUS);
        AccessibleNames.set(text, Messages.Editor_field_help);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, beside);
        data.heightHint = beside ? SWT.DEFAULT : text.getLineHeight() * LINES;
        data.widthHint = beside ? WIDTH : SWT.DEFAULT;
        text.setLayoutData(data);
        clear();
    }

    void show(FieldRow row) {
        FieldInfo field = row.field();
        List<String> lines = new ArrayList<>(List.of(field.help()));
        add(lines, HelpMessages.Help_allowed, field.allowed());
        add(lines, HelpMessages.Help_units, field.unit());
        add(lines, HelpMessages.Help_default, field.required() ? HelpMessages.Help_required : field.standard());
        // What is required has no default whose source could be asked for.
        String own = field.required() ? "" : HelpMessages.Help_own_source;
        add(lines, HelpMessages.Help_source, field.source().isEmpty() ? own : field.source());
        title.setText(Look.plain(row.title()));
        text.setText(String.join(spread ? "\n\n" : "\n", lines));
    }

    private static void add(List<String> lines, String title, String value) {
        if (!value.isEmpty()) {
            lines.add(title + " " + value);
        }
    }

    void clear() {
        title.setText("");
        text.setText(HelpMessages.Help_no_field);
    }
}
