// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.PageDialog;

/** Asks for a password; it is not shown, kept nowhere, and never a String here. */
final class SecretDialog extends PageDialog {

    private static final int WIDTH = 420;

    private final String prompt;
    private Text field;
    private Optional<char[]> secret = Optional.empty();

    /** @param prompt whose it is */
    SecretDialog(Shell parent, String prompt) {
        super(parent, NodesMessages.Secret_title, "nodes");
        this.prompt = prompt;
    }

    /** The characters, which the caller wipes; absent: there are none. */
    Optional<char[]> secret() {
        return secret;
    }

    @Override
    protected void fill(Composite area) {
        paragraph(area, prompt, WIDTH);
        field = new Text(area, SWT.BORDER | SWT.SINGLE | SWT.PASSWORD);
        field.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        AccessibleNames.set(field, prompt);
        paragraph(area, NodesMessages.Secret_note, WIDTH);
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
