// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.model.Scenario;
import org.quorate.ui.Ids;
import org.quorate.ui.nodes.DialogQuestions;
import org.quorate.ui.nodes.Inventories;
import org.quorate.ui.nodes.NodeRun;
import org.quorate.ui.nodes.NodesMessages;
import org.quorate.ui.nodes.ReachDialog;
import org.quorate.ui.nodes.ReachMemory;
import org.quorate.ui.nodes.ReachPresenter;

/** Nodes &gt; Take inventory: asks how the nodes of the scenario in front are reached, then asks the nodes what they are. */
public final class TakeInventoryHandler extends AbstractHandler {

    private final Inventories inventories;
    private final ReachMemory memory;

    public TakeInventoryHandler(Inventories inventories, ReachMemory memory) {
        this.inventories = inventories;
        this.memory = memory;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        IWorkbenchPage page = window.getActivePage();
        Optional<NodeDialogs.Meant> meant = NodeDialogs.meant(page);
        if (meant.isEmpty()) {
            return null;
        }
        Optional<Scenario> scenario = meant.get().scenario();
        ReachPresenter presenter = new ReachPresenter(scenario, memory.find(meant.get().name()));
        ReachDialog dialog = new ReachDialog(window.getShell(), new ReachDialog.Purpose(NodesMessages.Inventory_title,
                NodesMessages.Inventory_intro, NodesMessages.Inventory_start), presenter);
        if (dialog.open() == Window.OK) {
            memory.keep(meant.get().name(), presenter.reach());
            DialogQuestions questions = new DialogQuestions(window.getShell());
            NodeRun<Inventories.Taken> run = inventories.take(NodesMessages.Inventory_running, scenario, presenter.hosts(), presenter.access(), questions);
            run.onCancel(questions::close);
            show(page);
        }
        return null;
    }

    private static void show(IWorkbenchPage page) throws ExecutionException {
        try {
            page.showView(Ids.NODES_VIEW);
        } catch (PartInitException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
    }
}
