// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Does the same with several things, some at a time. All have ended when it returns. */
final class Parallel {

    private final int atOnce;
    private final BooleanSupplier cancelled;

    Parallel(int atOnce, BooleanSupplier cancelled) {
        this.atOnce = atOnce;
        this.cancelled = cancelled;
    }

    /** @throws CancellationException if it was cancelled before all had begun, or a task was */
    void each(List<String> things, Consumer<String> task) {
        if (things.isEmpty()) {
            return;
        }
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(atOnce, things.size()), runnable -> {
            Thread thread = new Thread(runnable, "quorate-apply");
            thread.setDaemon(true);
            return thread;
        });
        List<Future<?>> running = new ArrayList<>();
        for (String thing : things) {
            running.add(workers.submit(() -> {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                task.accept(thing);
            }));
        }
        workers.shutdown();
        RuntimeException failure = null;
        for (Future<?> future : running) {
            try {
                future.get();
            } catch (ExecutionException e) {
                failure = e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                workers.shutdownNow();
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
