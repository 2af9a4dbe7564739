// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import java.util.List;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.IWorkbenchWindow;
import org.quorate.ui.Messages;
import org.quorate.ui.editor.ScenarioEditors;
import org.quorate.ui.opening.ScenarioPaths;

/** Opens scenario files that are dropped on a window, wherever on it. */
final class FileDrop extends DropTargetAdapter {

    private final IWorkbenchWindow window;
    private final ScenarioEditors editors;

    private FileDrop(IWorkbenchWindow window, ScenarioEditors editors) {
        this.window = window;
        this.editors = editors;
    }

    static void install(IWorkbenchWindow window, ScenarioEditors editors) {
        DropTarget target = new DropTarget(window.getShell(), DND.DROP_COPY | DND.DROP_DEFAULT | DND.DROP_LINK);
        target.setTransfer(new Transfer[] {FileTransfer.getInstance()});
        target.addDropListener(new FileDrop(window, editors));
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        // The files stay where they are.
        event.detail = (event.operations & DND.DROP_COPY) != 0 ? DND.DROP_COPY : DND.DROP_LINK;
    }

    @Override
    public void dragOperationChanged(DropTargetEvent event) {
        dragEnter(event);
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] names) {
            // Whoever drags waits for the end of the drop; a dialog must not hold that up.
            window.getShell().getDisplay().asyncExec(() -> open(ScenarioPaths.of(List.of(names))));
        }
    }

    private void open(ScenarioPaths paths) {
        if (window.getShell() == null || window.getShell().isDisposed()) {
            return;
        }
        paths.scenarios().forEach(file -> editors.open(window.getActivePage(), file));
        if (!paths.refused().isEmpty()) {
            MessageDialog.openInformation(window.getShell(), Messages.Drop_refused_title,
                    Messages.bind(Messages.Drop_refused, String.join("\n", paths.refused())));
        }
    }
}
