// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.app.ObserveNodes;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.editor.ScenarioEditors;
import org.quorate.ui.nodes.DialogQuestions;
import org.quorate.ui.nodes.NodesMessages;
import org.quorate.ui.nodes.Observations;
import org.quorate.ui.nodes.ObserveOptions;
import org.quorate.ui.nodes.ReachDialog;
import org.quorate.ui.nodes.ReachMemory;
import org.quorate.ui.nodes.ReachPresenter;

/** Nodes &gt; Observe: watches the running cluster of the scenario in front until somebody stops it. */
public final class ObserveHandler extends AbstractHandler {

    private final Observations observations;
    private final ReachMemory memory;

    public ObserveHandler(Observations observations, ReachMemory memory) {
        this.observations = observations;
        this.memory = memory;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        IWorkbenchPage page = window.getActivePage();
        Optional<Scenario> scenario = ScenarioEditors.document(page).map(ScenarioDocument::scenario);
        // What is under way goes on, and is shown instead.
        if (!observations.isRunning()) {
            if (scenario.isEmpty()) {
                MessageDialog.openInformation(window.getShell(), Messages.Run_not_ready_title, Messages.Run_not_ready);
                return null;
            }
            if (!begin(window, scenario.get())) {
                return null;
            }
        }
        ViewPages.show(page, Ids.OBSERVE_VIEW);
        return null;
    }

    private boolean begin(IWorkbenchWindow window, Scenario scenario) {
        ReachPresenter presenter = new ReachPresenter(Optional.of(scenario), memory.find(scenario.name()));
        ObserveOptions options = new ObserveOptions(scenario);
        ReachDialog dialog = new ReachDialog(window.getShell(), new ReachDialog.Purpose(NodesMessages.Observe_title, NodesMessages.Observe_intro,
                NodesMessages.Observe_start), presenter, options);
        Optional<DialogQuestions> asked = dialog.ask(memory, scenario.name());
        asked.ifPresent(questions -> observations.start(Messages.bind(NodesMessages.Observe_running, scenario.name(), options.plan().fileSystem()),
                new ObserveNodes.Request(scenario, presenter.hosts(), options.plan(), Optional.empty()), options.phase(), presenter.access(), questions)
                .onCancel(questions::close));
        return asked.isPresent();
    }
}
