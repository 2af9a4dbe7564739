// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.quorate.ui.workbench.PlannerWorkbenchAdvisor;

/** A real workbench in a thread of its own; tests talk to it through {@link #ui}. */
final class RunningWorkbench {

    /** What a test does in the user interface's thread. */
    interface Step {
        void run() throws Exception;
    }

    private final Thread thread;
    private final Display display;
    private final List<IStatus> errors;

    private RunningWorkbench(Thread thread, Display display, List<IStatus> errors) {
        this.thread = thread;
        this.display = display;
        this.errors = errors;
    }

    static RunningWorkbench start() throws InterruptedException {
        var errors = new CopyOnWriteArrayList<IStatus>();
        Platform.addLogListener((status, plugin) -> {
            if (status.getSeverity() == IStatus.ERROR) {
                errors.add(status);
            }
        });
        var started = new CountDownLatch(1);
        var display = new AtomicReference<Display>();
        var failure = new AtomicReference<Throwable>();
        Thread thread = new Thread(() -> {
            try {
                display.set(PlatformUI.createDisplay());
                PlatformUI.createAndRunWorkbench(display.get(), new PlannerWorkbenchAdvisor() {
                    @Override
                    public void postStartup() {
                        super.postStartup();
                        started.countDown();
                    }
                });
            } catch (Throwable e) {
                failure.set(e);
                started.countDown();
            }
        }, "UI");
        thread.start();
        if (!started.await(120, TimeUnit.SECONDS) || failure.get() != null) {
            throw new IllegalStateException("the workbench did not start", failure.get());
        }
        return new RunningWorkbench(thread, display.get(), errors);
    }

    /** Runs a step in the user interface's thread and hands its failure on. */
    void ui(Step step) {
        var failure = new AtomicReference<Throwable>();
        display.syncExec(() -> {
            try {
                step.run();
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        if (failure.get() instanceof Error e) {
            throw e;
        }
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
    }

    IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }

    /** What was logged as an error since the start: parts that fail to open do not throw, they log. */
    List<IStatus> errors() {
        return List.copyOf(errors);
    }

    void close() throws InterruptedException {
        display.syncExec(() -> PlatformUI.getWorkbench().close());
        thread.join(60_000);
    }
}
