// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.quorate.cluster.RunGauge;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.StudySettings;

/** Makes independent runs on a fixed number of threads. Immutable. */
public final class Runs {

    /** A listener that shows what it hears shows it often enough for an eye, and seldom enough to cost nothing. */
    private static final long TICK_MILLIS = 250;

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

    /** Runs that belong together, and what becomes of them; called on the threads that make them, in an order that is left to chance. */
    public interface Work {

        /** The runs. */
        List<RunRequest> requests();

        /** A run was made. What this throws ends the work; an {@link UncheckedIOException} reaches the caller as such. */
        void made(RunRequest request, RunResult result);

        /** A run failed. By default this ends the work, of others too. */
        default void failed(RunRequest request, StudyFailedException failure) {
            throw failure;
        }
    }

    /** One piece of work, whose results go to a consumer. */
    private record Plain(List<RunRequest> requests, Consumer<RunResult> sink) implements Work {

        @Override
        public void made(RunRequest request, RunResult result) {
            sink.accept(result);
        }
    }

    /**
     * Makes all runs and waits for them.
     *
     * @param sink takes each result, on the thread that made it, in an order that is left to chance
     * @throws CancellationException if cancelled
     * @throws StudyFailedException  if a run failed; the others are given up
     */
    public void make(List<RunRequest> requests, Consumer<RunResult> sink, StudyListener listener, BooleanSupplier cancelled) {
        make(List.of(new Plain(requests, sink)), listener, cancelled);
    }

    /**
     * Makes all runs of all pieces of work and waits for them. Whatever is thrown, the other runs are given up.
     *
     * @param listener hears of nothing if there are no runs
     * @throws CancellationException if cancelled
     * @throws StudyFailedException  if a piece of work threw one, or anything but what is named here: then that is the cause
     * @throws UncheckedIOException  if a piece of work threw one
     */
    public void make(List<? extends Work> works, StudyListener listener, BooleanSupplier cancelled) {
        AtomicBoolean givenUp = new AtomicBoolean();
        // The first; told by the thread that met it, so that no other run begins until this one hears of it.
        AtomicReference<Throwable> fault = new AtomicReference<>();
        BooleanSupplier stop = () -> givenUp.get() || fault.get() != null || cancelled.getAsBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(threads, Runs::daemon);
        try {
            CompletionService<RunRequest> running = new ExecutorCompletionService<>(pool);
            UnderWay underWay = new UnderWay();
            int runs = 0;
            for (Work work : works) {
                for (RunRequest request : work.requests()) {
                    running.submit(() -> one(request, work, underWay, stop, fault), request);
                    runs++;
                }
            }
            if (runs > 0) {
                listener.advanced(0, runs, "running");
            }
            for (int done = 1; done <= runs; done++) {
                Future<RunRequest> last = running.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
                while (last == null) {
                    listener.live(underWay.figures());
                    last = running.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
                }
                listener.advanced(done, runs, name(last.get()));
                // Where runs end all the time, there is no quiet moment for them.
                listener.live(underWay.figures());
            }
        } catch (ExecutionException e) {
            throw failure(fault.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            givenUp.set(true);
            pool.shutdownNow();
        }
    }

    private void one(RunRequest request, Work work, UnderWay underWay, BooleanSupplier stop, AtomicReference<Throwable> fault) {
        try {
            one(request, work, underWay, stop);
        } catch (RuntimeException | Error e) {
            fault.compareAndSet(null, e);
            throw e;
        }
    }

    private void one(RunRequest request, Work work, UnderWay underWay, BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
        RunResult result = null;
        RunGauge gauge = underWay.begin(request, stop);
        try {
            result = engine.run(request, gauge);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (stop.getAsBoolean()) {
                throw new CancellationException("cancelled");
            }
            work.failed(request, new StudyFailedException(name(request) + ": " + e, e));
            return;
        } finally {
            underWay.end(request, result == null ? gauge.events() : result.events());
        }
        work.made(request, result);
    }

    private static RuntimeException failure(Throwable cause) {
        if (cause instanceof CancellationException || cause instanceof StudyFailedException
                || cause instanceof UncheckedIOException) {
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
        StudySettings study = request.scenario().study();
        return request.contender().label() + ", replication " + (request.replication() + 1)
                + (study.sequential() ? "" : " of " + study.replications());
    }
}
