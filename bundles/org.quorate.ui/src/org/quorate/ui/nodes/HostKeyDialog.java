// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.List;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Messages;
import org.quorate.ui.PageDialog;

/** Asks whether a host has the key that it should have; who just presses Enter or Escape has refused it. */
final class HostKeyDialog extends PageDialog {

    private static final int WIDTH = 560;

    private final Key key;

    /**
     * What is asked.
     *
     * @param host        as known_hosts would name it
     * @param login       user@host:port
     * @param type        of the key
     * @param fingerprint as ssh shows it
     * @param remarks     what else is to be known
     */
    record Key(String host, String login, String type, String fingerprint, List<String> remarks) {
    }

    HostKeyDialog(Shell parent, Key key) {
        super(parent, NodesMessages.Key_title, "nodes");
        this.key = key;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void fill(Composite area) {
        paragraph(area, Messages.bind(NodesMessages.Key_unknown, key.login(), key.type()), WIDTH);
        Text fingerprint = new Text(area, SWT.READ_ONLY | SWT.SINGLE | SWT.BORDER);
        fingerprint.setText(key.fingerprint());
        fingerprint.setFont(JFaceResources.getTextFont());
        fingerprint.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        AccessibleNames.set(fingerprint, NodesMessages.Key_fingerprint);
        key.remarks().forEach(remark -> paragraph(area, "• " + remark, WIDTH));
        paragraph(area, Messages.bind(NodesMessages.Key_compare, key.host()), WIDTH);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, NodesMessages.Key_accept, false);
        createButton(parent, IDialogConstants.CANCEL_ID, NodesMessages.Key_refuse, true).setFocus();
    }
}
