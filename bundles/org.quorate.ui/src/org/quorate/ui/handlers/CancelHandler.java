// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.ui.nodes.Applies;
import org.quorate.ui.nodes.NodeRuns;
import org.quorate.ui.nodes.NodesMessages;
import org.quorate.ui.runs.StudyRuns;

/** Run &gt; Cancel: stops every study, and all work on nodes, that is running; asks first if nodes are being changed. */
public final class CancelHandler extends AbstractHandler {

    /** Place of the button; Enter and Escape let all go on. */
    private static final int STOP = 1;

    private final StudyRuns runs;
    private final NodeRuns nodes;
    private final Applies applies;

    public CancelHandler(StudyRuns runs, NodeRuns nodes, Applies applies) {
        this.runs = runs;
        this.nodes = nodes;
        this.applies = applies;
    }

    @Override
    public void setEnabled(Object evaluationContext) {
        setBaseEnabled(!runs.running().isEmpty() || !nodes.running().isEmpty());
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        // A key is pressed fast, and who meant a study would leave a cluster half set up.
        if (!applies.isChanging() || MessageDialog.open(MessageDialog.WARNING, HandlerUtil.getActiveShellChecked(event), NodesMessages.Cancel_title,
                NodesMessages.Cancel_changing, SWT.NONE, NodesMessages.Cancel_go_on, NodesMessages.Cancel_stop) == STOP) {
            runs.cancelAll();
            nodes.cancelAll();
        }
        return null;
    }
}
