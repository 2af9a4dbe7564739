// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.quorate.remote.apply.Confirmations.Kind;
import org.quorate.remote.apply.Confirmations.Question;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.PageDialog;

/** Has a person type a word before something is done that cannot be taken back; who just presses Enter or Escape has not confirmed it. */
final class ConfirmDialog extends PageDialog {

    private static final int WIDTH = 560;

    private final Question question;
    private Text field;
    private String typed = "";

    ConfirmDialog(Shell parent, Question question) {
        super(parent, title(question.kind()), "nodes");
        this.question = question;
    }

    private static String title(Kind kind) {
        return switch (kind) {
            case CHANGE -> NodesMessages.Confirm_change;
            case UNDO -> NodesMessages.Confirm_undo;
            case RESTART -> NodesMessages.Confirm_restart;
            case FORMAT -> NodesMessages.Confirm_format;
            case FORGET -> NodesMessages.Confirm_forget;
        };
    }

    /** What was typed; empty: it was not confirmed. */
    String typed() {
        return typed;
    }

    @Override
    protected void fill(Composite area) {
        paragraph(area, String.join("\n", question.why()), WIDTH);
        String asked = Messages.bind(switch (question.kind()) {
            case CHANGE, UNDO, RESTART -> NodesMessages.Confirm_type_cluster;
            case FORMAT -> NodesMessages.Confirm_type_wwid;
            case FORGET -> NodesMessages.Confirm_type_node;
        }, question.word());
        paragraph(area, asked, WIDTH);
        field = new Text(area, SWT.BORDER | SWT.SINGLE);
        field.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        AccessibleNames.set(field, asked);
        field.addListener(SWT.Modify, event -> Look.enable(getButton(IDialogConstants.OK_ID), field.getText().equals(question.word())));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, switch (question.kind()) {
            case CHANGE -> NodesMessages.Confirm_do_change;
            case UNDO -> NodesMessages.Confirm_do_undo;
            case RESTART -> NodesMessages.Confirm_do_restart;
            case FORMAT -> NodesMessages.Confirm_do_format;
            case FORGET -> NodesMessages.Confirm_do_forget;
        }, false).setEnabled(false);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, true);
        field.setFocus();
    }

    @Override
    protected void okPressed() {
        typed = field.getText();
        super.okPressed();
    }
}
