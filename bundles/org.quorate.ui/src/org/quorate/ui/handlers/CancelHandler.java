// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.quorate.ui.runs.StudyRuns;

/** Run &gt; Cancel: stops every study that is running. */
public final class CancelHandler extends AbstractHandler {

    private final StudyRuns runs;

    public CancelHandler(StudyRuns runs) {
        this.runs = runs;
    }

    @Override
    public void setEnabled(Object evaluationContext) {
        setBaseEnabled(!runs.running().isEmpty());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        runs.cancelAll();
        return null;
    }
}
