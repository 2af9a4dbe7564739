// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.Optional;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Look;

/** Asks for a password; it is not shown, kept nowhere, and never a String here. */
final class SecretDialog extends Dialog {

    private static final int WIDTH = 420;

    private final String prompt;
    private Text field;
    private Optional<char[]> secret = Optional.empty();

    /** @param prompt whose it is */
    SecretDialog(Shell parent, String prompt) {
        super(parent);
        this.prompt = prompt;
    }

    /** The characters, which the caller wipes; absent: there are none. */
    Optional<char[]> secret() {
        return secret;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(NodesMessages.Secret_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Look.page(parent.getShell());
        GridLayout layout = new GridLayout();
        layout.marginWidth = 16;
        layout.marginHeight = 12;
        area.setLayout(layout);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(area, "org.quorate.ui.nodes");
        label(area, prompt);
        field = new Text(area, SWT.BORDER | SWT.SINGLE | SWT.PASSWORD);
        field.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        AccessibleNames.set(field, prompt);
        label(area, NodesMessages.Secret_note);
        return area;
    }

    private static void label(Composite area, String text) {
        Label label = new Label(area, SWT.WRAP);
        label.setText(Look.plain(text));
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.widthHint = WIDTH;
        label.setLayoutData(data);
    }

    @Override
    protected void okPressed() {
        secret = Optional.of(field.getTextChars());
        super.okPressed();
    }

    @Override
    public boolean close() {
        if (field != null && !field.isDisposed()) {
            field.setTextChars(new char[0]);
        }
        return super.close();
    }
}
