// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.ui.Ids;
import org.quorate.ui.editor.ScenarioEditors;

/** Opens a copy of the sample that its parameter names. */
public final class OpenSampleHandler extends AbstractHandler {

    private final ScenarioEditors editors;

    public OpenSampleHandler(ScenarioEditors editors) {
        this.editors = editors;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        editors.openSample(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage(),
                event.getParameter(Ids.OPEN_SAMPLE_NAME));
        return null;
    }
}
