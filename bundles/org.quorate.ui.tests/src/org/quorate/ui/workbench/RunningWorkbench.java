// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.quorate.ui.Desktop;
import org.quorate.ui.opening.OpenRequests;
import org.quorate.ui.watch.Block;
import org.quorate.ui.watch.UiWatch;

/**
 * A real workbench in a thread of its own, one for all tests of a run: Eclipse starts one in a process. Tests take it as a
 * parameter and talk to it through {@link #ui}. Without a display they fail.
 */
@SuppressWarnings("deprecation") // Tycho's runner brings an engine that closes only resources of the older kind
public final class RunningWorkbench implements ExtensionContext.Store.CloseableResource {

    /** Hands the workbench to tests: {@code @ExtendWith(RunningWorkbench.Provider.class)}. */
    public static final class Provider implements ParameterResolver, AfterAllCallback {

        /** The user interface must answer, whatever a test does with it. */
        @Override
        public void afterAll(ExtensionContext context) {
            RunningWorkbench workbench = context.getRoot().getStore(Namespace.GLOBAL)
                    .get(RunningWorkbench.class, RunningWorkbench.class);
            if (workbench != null) {
                workbench.checkAnswers(context.getDisplayName());
            }
        }


        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningWorkbench.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(Namespace.GLOBAL).getOrComputeIfAbsent(RunningWorkbench.class);
        }
    }

    /** What a test does in the user interface's thread. */
    @FunctionalInterface
    public interface Step {
        void run() throws Exception;
    }

    private static final long PATIENCE_SECONDS = 120;

    private static final Duration BEARABLE = Duration.ofSeconds(2);
    private static final int MOST_PRINTED = 12;

    private final List<IStatus> errors = new CopyOnWriteArrayList<>();
    private final AtomicReference<Display> display = new AtomicReference<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Thread thread;
    private final OpenRequests requests = new OpenRequests(List.of());
    private Instant checked = Instant.EPOCH;

    /** Starts it; the store calls this. */
    RunningWorkbench() throws InterruptedException {
        Platform.addLogListener((status, plugin) -> {
            if (status.getSeverity() == IStatus.ERROR || status.getMessage().contains("Keybinding conflicts")) {
                errors.add(status);
            }
        });
        CountDownLatch started = new CountDownLatch(1);
        thread = new Thread(() -> run(started), "UI");
        thread.start();
        if (!started.await(PATIENCE_SECONDS, TimeUnit.SECONDS) || failure.get() != null) {
            throw new IllegalStateException("the workbench did not start; is there a display?", failure.get());
        }
    }

    private void run(CountDownLatch started) {
        try {
            display.set(PlatformUI.createDisplay());
            PlatformUI.createAndRunWorkbench(display.get(), new PlannerWorkbenchAdvisor(requests) {
                @Override
                public void postStartup() {
                    super.postStartup();
                    // On top, so that pictures of the screen show it.
                    window().getShell().forceActive();
                    started.countDown();
                }
            });
            display.get().dispose();
        } catch (Throwable e) {
            failure.set(e);
            started.countDown();
        }
    }

    /** Runs a step in the user interface's thread and hands its failure on. */
    public void ui(Step step) {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        display.get().syncExec(() -> {
            try {
                step.run();
            } catch (Throwable e) {
                thrown.set(e);
            }
        });
        if (thrown.get() instanceof Error error) {
            throw error;
        }
        if (thrown.get() != null) {
            throw new IllegalStateException(thrown.get());
        }
    }

    /** Starts something in the user interface's thread that a dialog may hold up. */
    public void later(Runnable step) {
        display.get().asyncExec(step);
    }

    /** Asks something in the user interface's thread. */
    public <T> T ask(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        ui(() -> answer.set(question.get()));
        return answer.get();
    }

    /** Waits until a condition holds in the user interface's thread; the events that lead there are handled meanwhile. */
    public void await(String what, Supplier<Boolean> condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!ask(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for: " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Lets everything that is pending be laid out and painted. */
    public void settle() {
        for (int i = 0; i < 10; i++) {
            ui(() -> display.get().update());
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    public IWorkbenchPage page() {
        return window().getActivePage();
    }

    /**
     * A test begins: what was logged before is not its fault, and the window has the focus. Without a window manager nobody
     * gives that back when a dialog of another test is gone, and no widget of an inactive window has it.
     */
    public void begin() {
        takeErrors();
        ui(() -> window().getShell().forceActive());
        settle();
    }

    /** What was logged as an error since the last call: parts that fail to open do not throw, they log. */
    public List<IStatus> takeErrors() {
        List<IStatus> taken = List.copyOf(errors);
        errors.clear();
        return taken;
    }

    private UiWatch watch() {
        return PlatformUI.getWorkbench().getService(Desktop.class).watch();
    }

    /** What the command line and the system's file manager add to. */
    OpenRequests requests() {
        return requests;
    }

    /** A picture is taken by the thread of the user interface, which no user waits for. */
    void forgive() {
        watch().forgive();
    }

    /** Fails if the user interface did not answer for longer than is bearable; prints what could be noticed. */
    private void checkAnswers(String tests) {
        List<Block> blocks = watch().blocks().stream().filter(block -> block.at().isAfter(checked)).toList();
        checked = Instant.now();
        blocks.stream().limit(MOST_PRINTED).forEach(block -> System.out.println("UI blocked during " + tests + ": "
                + block.duration().toMillis() + " ms, busy " + block.busy().toMillis() + " ms, in " + block.place()));
        // A machine that does other things at the same time makes everything slow; that is not the desktop's fault.
        blocks.stream().filter(block -> block.busy().compareTo(BEARABLE) > 0).findFirst().ifPresent(block -> {
            throw new AssertionError("the user interface did not answer for " + block.text());
        });
    }

    @Override
    public void close() throws InterruptedException {
        display.get().syncExec(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage().closeAllEditors(false));
        display.get().syncExec(() -> PlatformUI.getWorkbench().close());
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }
}
