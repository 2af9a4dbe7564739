// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.quorate.ui.nodes.NodeRuns;
import org.quorate.ui.runs.StudyRuns;

/** Run &gt; Cancel: stops every study, and all work on nodes, that is running. */
public final class CancelHandler extends AbstractHandler {

    private final StudyRuns runs;
    private final NodeRuns nodes;

    public CancelHandler(StudyRuns runs, NodeRuns nodes) {
        this.runs = runs;
        this.nodes = nodes;
    }

    @Override
    public void setEnabled(Object evaluationContext) {
        setBaseEnabled(!runs.running().isEmpty() || !nodes.running().isEmpty());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        runs.cancelAll();
        nodes.cancelAll();
        return null;
    }
}
