// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.editor.ScenarioEditors;
import org.quorate.ui.nodes.Applies;
import org.quorate.ui.nodes.NodesMessages;
import org.quorate.ui.nodes.PlannedScenario;

/** Nodes &gt; Apply: plans the steps that set up the scenario in front on its nodes, and shows them; begins nothing. */
public final class ApplyHandler extends AbstractHandler {

    private final Applies applies;

    public ApplyHandler(Applies applies) {
        this.applies = applies;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        IWorkbenchPage page = window.getActivePage();
        // What is under way goes on, and is shown instead.
        if (!applies.isRunning()) {
            Optional<PlannedScenario> scenario = inFront(page);
            if (scenario.isEmpty()) {
                MessageDialog.openInformation(window.getShell(), Messages.Run_not_ready_title, Messages.Run_not_ready);
                return null;
            }
            Job.createSystem(NodesMessages.Apply_title, (ICoreRunnable) monitor -> applies.prepare(scenario.get())).schedule();
        }
        ViewPages.show(page, Ids.APPLY_VIEW);
        return null;
    }

    private static Optional<PlannedScenario> inFront(IWorkbenchPage page) {
        return ScenarioEditors.session(page).map(PlannedScenario::of)
                .orElseGet(() -> ScenarioEditors.document(page).map(document -> PlannedScenario.of(document.scenario())));
    }
}
