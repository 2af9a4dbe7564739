// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;
import org.quorate.ui.Messages;
import org.quorate.ui.document.TextSession;
import org.quorate.ui.editor.SessionEditor;

/** Edit &gt; Undo and Redo; the menu entry names the edit. */
public final class EditStepHandler extends AbstractHandler implements IElementUpdater {

    private final IWorkbench workbench;
    private final boolean undo;

    public EditStepHandler(IWorkbench workbench, boolean undo) {
        this.workbench = workbench;
        this.undo = undo;
    }

    private Optional<TextSession> session() {
        IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        return page != null && page.getActiveEditor() instanceof SessionEditor editor ? Optional.of(editor.session()) : Optional.empty();
    }

    private Optional<String> name() {
        return session().flatMap(session -> undo ? session.undoName() : session.redoName());
    }

    @Override
    public void setEnabled(Object evaluationContext) {
        setBaseEnabled(name().isPresent());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        if (name().isPresent()) {
            session().ifPresent(undo ? TextSession::undo : TextSession::redo);
        }
        return null;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface says Map
    public void updateElement(UIElement element, Map parameters) {
        String plain = undo ? Messages.Edit_undo : Messages.Edit_redo;
        String named = undo ? Messages.Edit_undo_named : Messages.Edit_redo_named;
        element.setText(name().map(name -> Messages.bind(named, name)).orElse(plain));
    }
}
