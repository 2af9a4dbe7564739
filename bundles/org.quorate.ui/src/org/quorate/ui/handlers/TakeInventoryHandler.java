// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.model.Scenario;
import org.quorate.ui.Ids;
import org.quorate.ui.nodes.DialogQuestions;
import org.quorate.ui.nodes.Inventories;
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
        Optional<DialogQuestions> asked = dialog.ask(memory, meant.get().name());
        if (asked.isPresent()) {
            inventories.take(NodesMessages.Inventory_running, scenario, presenter.hosts(), presenter.access(), asked.get()).onCancel(asked.get()::close);
            ViewPages.show(page, Ids.NODES_VIEW);
        }
        return null;
    }
}
