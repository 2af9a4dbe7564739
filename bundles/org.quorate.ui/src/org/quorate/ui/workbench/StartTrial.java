// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchWindow;

/**
 * Lets a test find out whether an installed desktop starts, without tools that look at a screen: with the system property
 * {@value #PROPERTY} set to a file, the desktop writes what it shows into that file once it is shown, and closes. No start
 * script sets it. In the thread of the user interface only.
 */
final class StartTrial {

    /** Names the file to write, which says at once that a trial is wanted. */
    static final String PROPERTY = "org.quorate.startTrial";
    /** Milliseconds in which everything that was asked for at the start is laid out and painted. */
    private static final int SETTLED = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Turns of waiting without an event after which the start is over. */
    private static final int QUIET = 10;
    private static final Duration TURN = Duration.ofMillis(100);

    private StartTrial() {
    }

    /** Ends the desktop once it is up if a trial is wanted, else does nothing. */
    static void begin(IWorkbenchWindow window) {
        String file = System.getProperty(PROPERTY);
        if (file != null) {
            Instant started = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
            long shown = Duration.between(started, Instant.now()).toMillis();
            window.getShell().getDisplay().timerExec(SETTLED, () -> end(window, shown, Path.of(file)));
        }
    }

    private static void end(IWorkbenchWindow window, long shown, Path file) {
        Shell shell = window.getShell();
        finishStart(shell.getDisplay());
        IEditorPart editor = window.getActivePage().getActiveEditor();
        try {
            Files.write(file, List.of("title=" + shell.getText(),
                    "usable=" + (shell.isVisible() && shell.isEnabled() && shell.getClientArea().height > 0),
                    "editor=" + (editor == null ? "" : editor.getTitle()),
                    "views=" + window.getActivePage().getViewReferences().length,
                    "milliseconds=" + shown));
        } catch (IOException e) {
            ILog.of(StartTrial.class).error(e.getMessage(), e);
        }
        window.getWorkbench().close();
    }

    /**
     * Waits until nothing has happened for a while: what the start has queued, or other threads still have to queue, must not
     * find the workbench gone, which would be an error in the log.
     */
    private static void finishStart(Display display) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int quiet = 0;
        while (quiet < QUIET && System.nanoTime() < end) {
            if (display.readAndDispatch()) {
                quiet = 0;
            } else {
                quiet++;
                LockSupport.parkNanos(TURN.toNanos());
            }
        }
    }
}
