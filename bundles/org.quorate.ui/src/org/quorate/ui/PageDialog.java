// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/**
 * A dialog whose controls stand one below the other, or in columns, on a page of ours, with a help page. Who closes it otherwise than by
 * its first button, also from outside, has cancelled it.
 */
public abstract class PageDialog extends Dialog {

    private final String title;
    private final String help;
    private final int columns;

    /** @param help id of the help context, without the bundle */
    protected PageDialog(Shell parent, String title, String help) {
        this(parent, title, help, 1);
    }

    /**
     * For fields beside their names.
     *
     * @param help    id of the help context, without the bundle
     * @param columns in which controls stand
     */
    protected PageDialog(Shell parent, String title, String help, int columns) {
        super(parent);
        this.title = title;
        this.help = help;
        this.columns = columns;
        // A window that is closed without a word would else have been confirmed: JFace begins with OK.
        setReturnCode(CANCEL);
    }

    @Override
    protected final void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected final Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Look.page(parent.getShell());
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = 16;
        layout.marginHeight = 12;
        layout.horizontalSpacing = 12;
        // Fields stand closer than paragraphs.
        layout.verticalSpacing = columns == 1 ? 10 : 5;
        area.setLayout(layout);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(area, "org.quorate.ui." + help);
        fill(area);
        return area;
    }

    /** Makes the controls. */
    protected abstract void fill(Composite area);

    /** A text over all columns that is wrapped at that width in pixels. */
    protected final Label paragraph(Composite area, String text, int width) {
        Label label = new Label(area, SWT.WRAP);
        label.setText(Look.plain(text));
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false, columns, 1);
        data.widthHint = width;
        label.setLayoutData(data);
        return label;
    }
}
