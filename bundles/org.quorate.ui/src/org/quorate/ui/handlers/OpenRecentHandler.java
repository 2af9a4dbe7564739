// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.ui.Ids;
import org.quorate.ui.editor.ScenarioEditors;

/** Opens the file that its parameter names. */
public final class OpenRecentHandler extends AbstractHandler {

    private final ScenarioEditors editors;

    public OpenRecentHandler(ScenarioEditors editors) {
        this.editors = editors;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        editors.open(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage(),
                Path.of(event.getParameter(Ids.OPEN_RECENT_PATH)));
        return null;
    }
}
