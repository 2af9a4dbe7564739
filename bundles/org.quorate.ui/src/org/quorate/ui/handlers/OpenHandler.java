// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.ui.Messages;
import org.quorate.ui.editor.ScenarioEditors;

/** File &gt; Open: asks for a scenario file. */
public final class OpenHandler extends AbstractHandler {

    private final ScenarioEditors editors;

    public OpenHandler(ScenarioEditors editors) {
        this.editors = editors;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN);
        dialog.setText(Messages.Open_title);
        dialog.setFilterExtensions(new String[] {"*.yaml;*.yml", "*"});
        dialog.setFilterNames(new String[] {Messages.Open_scenarios, Messages.Open_all});
        String chosen = dialog.open();
        if (chosen != null) {
            editors.open(window.getActivePage(), Path.of(chosen));
        }
        return null;
    }
}
