// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.ui.Messages;
import org.quorate.ui.editor.ScenarioEditors;
import org.quorate.ui.editor.TemplateEditors;

/** File &gt; New report template: begins the one beside the scenario in front, or opens the one that is there. */
public final class ReportTemplateHandler extends AbstractHandler {

    private final TemplateEditors templates;

    public ReportTemplateHandler(TemplateEditors templates) {
        this.templates = templates;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        ScenarioEditors.file(page).ifPresentOrElse(scenario -> templates.begin(page, scenario.toAbsolutePath()),
                () -> MessageDialog.openInformation(HandlerUtil.getActiveShell(event), Messages.Template_title, Messages.Template_no_file));
        return null;
    }
}
