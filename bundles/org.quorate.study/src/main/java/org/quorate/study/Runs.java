// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.RunResult;

/** Makes independent runs on a fixed number of threads. Immutable. */
public final class Runs {

    private final RunEngine engine;
    private final int threads;

    /**
     * For runs of that engine.
     *
     * @param threads that make runs at the same time, at least 1
     */
    public Runs(RunEngine engine, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, not " + threads);
        }
        this.engine = engine;
        this.threads = threads;
    }

    /**
     * Makes all runs and waits for them.
     *
     * @param sink takes each result, on the thread that made it, in an order that is left to chance
     * @throws CancellationException if cancelled
     * @throws StudyFailedException  if a run failed; the others are given up
     */
    public void make(List<RunRequest> requests, Consumer<RunResult> sink, StudyListener listener, BooleanSupplier cancelled) {
        AtomicBoolean givenUp = new AtomicBoolean();
        BooleanSupplier stop = () -> givenUp.get() || cancelled.getAsBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, requests.size()), Runs::daemon);
        try {
            CompletionService<RunRequest> running = new ExecutorCompletionService<>(pool);
            for (RunRequest request : requests) {
                running.submit(() -> one(request, sink, stop), request);
            }
            listener.advanced(0, requests.size(), "running");
            for (int done = 1; done <= requests.size(); done++) {
                RunRequest last = running.take().get();
                listener.advanced(done, requests.size(), name(last));
            }
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            givenUp.set(true);
            pool.shutdownNow();
        }
    }

    private void one(RunRequest request, Consumer<RunResult> sink, BooleanSupplier stop) {
        try {
            if (!stop.getAsBoolean()) {
                sink.accept(engine.run(request, stop));
                return;
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (!stop.getAsBoolean()) {
                throw new StudyFailedException(name(request) + ": " + e, e);
            }
        }
        throw new CancellationException("cancelled");
    }

    private static RuntimeException failure(Throwable cause) {
        if (cause instanceof CancellationException || cause instanceof StudyFailedException) {
            return (RuntimeException) cause;
        }
        return new StudyFailedException(cause.toString(), cause);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "quorate-run");
        thread.setDaemon(true);
        return thread;
    }

    private static String name(RunRequest request) {
        return request.contender().label() + ", replication " + (request.replication() + 1) + " of "
                + request.scenario().study().replications();
    }
}
