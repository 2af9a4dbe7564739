// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.quorate.report.document.ReportDocument;
import org.quorate.study.LiveFigures;

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
            return remaining(0);
        }

        /**
         * By the pace so far; nothing until something is done and it took long enough to have a pace.
         *
         * @param begun units that those under way amount to, 0 or more
         */
        public Optional<Duration> remaining(double begun) {
            double made = Math.min(total, done + begun);
            return made <= 0 || done == 0 && elapsed.compareTo(LEAST_PACE) < 0 ? Optional.empty()
                    : Optional.of(Duration.ofNanos((long) (elapsed.toNanos() * (total - made) / made)));
        }

        /** The same at another time. */
        Advance at(Duration now) {
            return new Advance(done, total, message, now);
        }
    }

    private static final Duration LEAST_PACE = Duration.ofSeconds(1);

    private final Study study;
    private final Optional<StudyRequest> request;
    private final List<Consumer<StudyRun>> listeners = new ArrayList<>();
    private State state = State.RUNNING;
    private Advance advance = new Advance(0, 1, "", Duration.ZERO);
    private Optional<Found> found = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();
    private Optional<LiveFigures> live = Optional.empty();
    private Duration took = Duration.ZERO;
    private boolean cancelRequested;

    /** @param request that asks for the same study again; absent: its result is not kept */
    public StudyRun(Study study, Optional<StudyRequest> request) {
        this.study = study;
        this.request = request;
    }

    /** What asks for the same study again. */
    public Optional<StudyRequest> request() {
        return request;
    }

    /** Where its runs stand, and of a comparison its figures so far; absent until a moment after the start. */
    public synchronized Optional<LiveFigures> live() {
        return live;
    }

    /** Wall time that it took: known when it is DONE. */
    public synchronized Duration took() {
        return took;
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

    void live(LiveFigures now, Duration elapsed) {
        change(() -> {
            live = Optional.of(now);
            advance = advance.at(elapsed);
        });
    }

    void done(Found result, Duration wall) {
        change(() -> {
            took = wall;
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
