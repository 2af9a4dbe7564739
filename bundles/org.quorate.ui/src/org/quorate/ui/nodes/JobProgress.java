// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.quorate.app.Progress;

/**
 * Tells the progress view and a run how far work is; cancelled by either of them. The view's bar never goes back: a part that begins again at
 * 0 shares what is left of it. Work whose first report is without a total has no end, whatever parts of it have one: the view shows only
 * that it goes on.
 */
final class JobProgress implements Progress {

    private final NodeRun<?> run;
    private final IProgressMonitor monitor;
    private Optional<SubMonitor> bar = Optional.empty();
    private boolean begun;
    private int shown;
    private int shownTotal;

    JobProgress(NodeRun<?> run, IProgressMonitor monitor) {
        this.run = run;
        this.monitor = monitor;
    }

    @Override
    public void report(int done, int total, String message) {
        if (!begun) {
            begun = true;
            begin(total);
        }
        monitor.subTask(message);
        bar.ifPresent(whole -> advance(whole, done, total));
        run.advanced(new NodeRun.Advance(done, total, message));
    }

    private void begin(int total) {
        if (total > 0) {
            bar = Optional.of(SubMonitor.convert(monitor, run.title(), 1));
        } else {
            monitor.beginTask(run.title(), IProgressMonitor.UNKNOWN);
        }
    }

    private void advance(SubMonitor whole, int done, int total) {
        if (done < shown || total != shownTotal) {
            shown = 0;
            shownTotal = total;
            whole.setWorkRemaining(total);
        }
        whole.worked(done - shown);
        shown = done;
    }

    @Override
    public boolean isCancelled() {
        return monitor.isCanceled() || run.cancelRequested();
    }
}
