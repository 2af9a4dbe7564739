// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.io.IOException;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.progress.IProgressConstants;

/**
 * Works on nodes in the background; the progress view shows and cancels it like every other job.
 *
 * @param <T> of what it finds
 */
final class NodeJob<T> extends Job {

    private final NodeRun<T> run;
    private final NodeRuns.Work<T> work;

    NodeJob(NodeRun<T> run, NodeRuns.Work<T> work) {
        super(run.title());
        this.run = run;
        this.work = work;
        setUser(false);
        setPriority(LONG);
        // The view says what went wrong; the log has the details.
        setProperty(IProgressConstants.NO_IMMEDIATE_ERROR_PROMPT_PROPERTY, Boolean.TRUE);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            run.done(work.run(new JobProgress(run, monitor)));
            return Status.OK_STATUS;
        } catch (CancellationException e) {
            run.cancelled();
            return Status.CANCEL_STATUS;
        } catch (IOException | IllegalArgumentException e) {
            // What a user can put right, as a host that is none: the view says it.
            run.failed(e);
            return Status.warning(run.title() + ": " + e.getMessage(), e);
        } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
            run.failed(e);
            return Status.error(run.title() + ": " + e.getMessage(), e);
        } finally {
            monitor.done();
        }
    }

    /** The progress view asks for it by its own button: whoever waits for an answer has to know, too. */
    @Override
    protected void canceling() {
        run.cancel();
    }
}
