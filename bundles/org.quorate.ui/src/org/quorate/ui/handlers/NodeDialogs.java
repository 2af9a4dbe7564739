// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.util.Optional;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.ui.editor.ScenarioEditors;
import org.quorate.ui.nodes.NodesMessages;

/** Whose nodes a command of the menu Nodes is for, if it needs no scenario. */
final class NodeDialogs {

    private NodeDialogs() {
    }

    /**
     * Whose nodes are meant.
     *
     * @param scenario in front; absent: none is, and the user names the nodes
     */
    record Meant(Optional<Scenario> scenario) {

        /** Under which it is remembered how they are reached. */
        String name() {
            return scenario.map(Scenario::name).orElse("");
        }
    }

    /** Absent if a scenario is in front that has errors, which is said. */
    static Optional<Meant> meant(IWorkbenchPage page) {
        Optional<Scenario> scenario = ScenarioEditors.document(page).map(ScenarioDocument::scenario);
        if (scenario.isEmpty() && ScenarioEditors.active(page).isPresent()) {
            MessageDialog.openInformation(page.getWorkbenchWindow().getShell(), NodesMessages.Inventory_broken_title, NodesMessages.Inventory_broken);
            return Optional.empty();
        }
        return Optional.of(new Meant(scenario));
    }
}
