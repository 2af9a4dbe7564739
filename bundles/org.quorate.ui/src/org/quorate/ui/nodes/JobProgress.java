// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.quorate.app.Progress;

/**
 * Tells the progress view and a run how far work is; cancelled by either of them. The view's bar never goes back: a part that begins again at
 * 0 shares what is left of it.
 */
final class JobProgress implements Progress {

    private final NodeRun<?> run;
    private final SubMonitor monitor;
    private int shown;
    private int shownTotal;

    JobProgress(NodeRun<?> run, IProgressMonitor monitor) {
        this.run = run;
        this.monitor = SubMonitor.convert(monitor, run.title(), 1);
    }

    @Override
    public void report(int done, int total, String message) {
        monitor.subTask(message);
        if (done < shown || total != shownTotal) {
            shown = 0;
            shownTotal = total;
            monitor.setWorkRemaining(total);
        }
        monitor.worked(done - shown);
        shown = done;
        run.advanced(new NodeRun.Advance(done, total, message));
    }

    @Override
    public boolean isCancelled() {
        return monitor.isCanceled() || run.cancelRequested();
    }
}
