// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What all autosaves of a program share: where they write, the one thread that writes, and who hears that it fails. Thread-safe. */
public final class Autosaves {

    /** How long an orderly end waits for what is still to be written or removed. */
    private static final long PATIENCE_SECONDS = 5;

    private final RecoveryStore store;
    private final ScheduledExecutorService writer;
    private final LongSupplier nanos;
    private final Supplier<Duration> most;
    private final Consumer<IOException> failures;
    private final AtomicBoolean failing = new AtomicBoolean();

    /**
     * Begins its thread.
     *
     * @param seconds  between an edit and its write at most, asked at each edit
     * @param failures hears the first of failures in a row
     */
    public Autosaves(RecoveryStore store, IntSupplier seconds, Consumer<IOException> failures) {
        this(store, Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "autosave");
            thread.setDaemon(true);
            return thread;
        }), System::nanoTime, () -> Duration.ofSeconds(seconds.getAsInt()), failures);
    }

    /**
     * @param writer has one thread: what was given to it first is done first
     * @param nanos  the time that {@code writer} goes by, from any start
     */
    Autosaves(RecoveryStore store, ScheduledExecutorService writer, LongSupplier nanos, Consumer<IOException> failures) {
        this(store, writer, nanos, () -> Autosave.MOST, failures);
    }

    private Autosaves(RecoveryStore store, ScheduledExecutorService writer, LongSupplier nanos, Supplier<Duration> most,
            Consumer<IOException> failures) {
        this.most = most;
        this.store = store;
        this.writer = writer;
        this.nanos = nanos;
        this.failures = failures;
    }

    /**
     * Keeps a scenario recoverable until {@link Autosave#close}.
     *
     * @param pending asked in the session's thread after each change: what is to be recovered; empty while all is stored
     */
    public Autosave follow(ScenarioSession session, Supplier<Optional<Recovery>> pending) {
        Autosave autosave = new Autosave(this, session, pending);
        autosave.start();
        return autosave;
    }

    /** Between an edit and its write, whatever else is edited. */
    Duration most() {
        return most.get();
    }

    public RecoveryStore store() {
        return store;
    }

    /** Does something in the thread that writes, after what was given to it before; not once the program is ending. */
    public void inBackground(Runnable task) {
        try {
            writer.execute(task);
        } catch (RejectedExecutionException e) {
            // The end of the program does what is left to do.
        }
    }

    ScheduledExecutorService writer() {
        return writer;
    }

    long nanos() {
        return nanos.getAsLong();
    }

    void written() {
        failing.set(false);
    }

    void failed(IOException e) {
        if (!failing.getAndSet(true)) {
            failures.accept(e);
        }
    }

    /** The orderly end of the program: what is to be removed is removed. */
    public void close() {
        writer.shutdown();
        try {
            writer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            // Whoever ends this program is in a hurry.
            Thread.currentThread().interrupt();
        }
        store.close();
    }
}
