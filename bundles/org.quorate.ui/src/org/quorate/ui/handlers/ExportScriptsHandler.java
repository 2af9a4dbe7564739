// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.editor.ScenarioEditors;
import org.quorate.ui.scripts.ScriptsInput;

/** File &gt; Export scripts: shows the scripts for the scenario in front. */
public final class ExportScriptsHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        Optional<Scenario> scenario = ScenarioEditors.document(page).map(ScenarioDocument::scenario);
        if (scenario.isEmpty()) {
            MessageDialog.openInformation(HandlerUtil.getActiveShell(event), Messages.Run_not_ready_title,
                    Messages.Run_not_ready);
            return null;
        }
        try {
            page.openEditor(new ScriptsInput(scenario.get()), Ids.SCRIPTS_EDITOR);
        } catch (PartInitException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
        return null;
    }
}
