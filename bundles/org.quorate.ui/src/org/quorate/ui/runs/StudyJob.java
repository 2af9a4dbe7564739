// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.progress.IProgressConstants;
import org.quorate.app.Progress;
import org.quorate.study.LiveFigures;
import org.quorate.ui.Messages;

/** Makes a study in the background; the progress view shows and cancels it like every other job. */
final class StudyJob extends Job {

    private final StudyRun run;
    private final LongSupplier nanoTime;

    StudyJob(StudyRun run, LongSupplier nanoTime) {
        super(run.study().title());
        this.run = run;
        this.nanoTime = nanoTime;
        setUser(false);
        setPriority(LONG);
        // The run's own page says what went wrong; the log has the details.
        setProperty(IProgressConstants.NO_IMMEDIATE_ERROR_PROMPT_PROPERTY, Boolean.TRUE);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            long start = nanoTime.getAsLong();
            Found found = run.study().work().run(new Reporter(monitor));
            run.done(found, Duration.ofNanos(nanoTime.getAsLong() - start));
            return Status.OK_STATUS;
        } catch (CancellationException e) {
            run.cancelled();
            return Status.CANCEL_STATUS;
        } catch (RuntimeException | IOException | OutOfMemoryError | StackOverflowError | AssertionError e) {
            // The engine's own errors and those of Java too: they must end in the log and on the screen, not in a run that never ends.
            run.failed(e);
            return Status.error(Messages.bind(Messages.Run_failed, run.study().title(), e.getMessage()), e);
        } finally {
            monitor.done();
        }
    }

    /** From the engine to the progress view and the run; cancelled by either of them. */
    private final class Reporter implements Progress {

        private final IProgressMonitor monitor;
        private final long start = nanoTime.getAsLong();
        private int shown;

        Reporter(IProgressMonitor monitor) {
            this.monitor = monitor;
        }

        @Override
        public void report(int done, int total, String message) {
            if (shown == 0) {
                monitor.beginTask(run.study().title(), total);
            }
            monitor.subTask(message);
            monitor.worked(done - shown);
            shown = done;
            run.advanced(new StudyRun.Advance(done, total, message, elapsed()));
        }

        @Override
        public void live(LiveFigures now) {
            run.live(now, elapsed());
        }

        private Duration elapsed() {
            return Duration.ofNanos(nanoTime.getAsLong() - start);
        }

        @Override
        public boolean isCancelled() {
            return monitor.isCanceled() || run.cancelRequested();
        }
    }
}
