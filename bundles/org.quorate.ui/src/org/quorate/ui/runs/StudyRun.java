// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.quorate.report.document.ReportDocument;

/**
 * One study from its start to its end: what is known of it at the moment. Thread-safe; listeners are called in the
 * thread that brings the news.
 */
public final class StudyRun {

    /** Where a run stands. */
    public enum State { RUNNING, DONE, CANCELLED, FAILED }

    /**
     * How far it is.
     *
     * @param done    units done
     * @param total   units in all, more than 0
     * @param message what was done last
     * @param elapsed since the start
     */
    public record Advance(int done, int total, String message, Duration elapsed) {

        /** By the pace so far; nothing until a unit is done. */
        public Optional<Duration> remaining() {
            return done == 0 ? Optional.empty() : Optional.of(elapsed.multipliedBy(total - done).dividedBy(done));
        }
    }

    private final Study study;
    private final List<Consumer<StudyRun>> listeners = new ArrayList<>();
    private State state = State.RUNNING;
    private Advance advance = new Advance(0, 1, "", Duration.ZERO);
    private Optional<Found> found = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();
    private boolean cancelRequested;

    public StudyRun(Study study) {
        this.study = study;
    }

    /** What is asked. */
    public Study study() {
        return study;
    }

    public synchronized State state() {
        return state;
    }

    public synchronized Advance advance() {
        return advance;
    }

    /** What was found, to be read: present when it is DONE. */
    public synchronized Optional<ReportDocument> outcome() {
        return found.map(Found::report);
    }

    /** What was found, in all its forms: present when it is DONE. */
    public synchronized Optional<Found> found() {
        return found;
    }

    /** Present when it has FAILED. */
    public synchronized Optional<Throwable> failure() {
        return failure;
    }

    /** Asks it to stop soon. */
    public synchronized void cancel() {
        cancelRequested = true;
    }

    public synchronized boolean cancelRequested() {
        return cancelRequested;
    }

    void advanced(Advance news) {
        change(() -> advance = news);
    }

    void done(Found result) {
        change(() -> {
            state = State.DONE;
            found = Optional.of(result);
        });
    }

    void cancelled() {
        change(() -> state = State.CANCELLED);
    }

    void failed(Throwable cause) {
        change(() -> {
            state = State.FAILED;
            failure = Optional.of(cause);
        });
    }

    private void change(Runnable news) {
        List<Consumer<StudyRun>> told;
        synchronized (this) {
            news.run();
            told = List.copyOf(listeners);
        }
        told.forEach(listener -> listener.accept(this));
    }

    public synchronized void onChange(Consumer<StudyRun> listener) {
        listeners.add(listener);
    }

    public synchronized void removeListener(Consumer<StudyRun> listener) {
        listeners.remove(listener);
    }
}
