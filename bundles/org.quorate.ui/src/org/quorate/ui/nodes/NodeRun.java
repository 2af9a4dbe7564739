// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.quorate.ui.News;

/**
 * Work on real nodes from its start to its end: what is known of it at the moment. Thread-safe; listeners are called in the thread that
 * brings the news.
 *
 * @param <T> of what it finds
 */
public final class NodeRun<T> extends News {

    /** Where it stands. */
    public enum State { RUNNING, DONE, CANCELLED, FAILED }

    /**
     * How far it is; another part of it begins again at 0.
     *
     * @param done    nodes, steps or runs that are done
     * @param total   in all; 0: it goes on until somebody stops it
     * @param message what was done last; empty: nothing yet
     */
    public record Advance(int done, int total, String message) {
    }

    private final String title;
    private final List<Runnable> cancelListeners = new ArrayList<>();
    private State state = State.RUNNING;
    private Advance advance = new Advance(0, 1, "");
    private Optional<T> found = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();
    private boolean cancelRequested;

    /** @param title for people */
    public NodeRun(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public synchronized State state() {
        return state;
    }

    public synchronized Advance advance() {
        return advance;
    }

    /** Present when it is DONE. */
    public synchronized Optional<T> found() {
        return found;
    }

    /** Present when it has FAILED. */
    public synchronized Optional<Throwable> failure() {
        return failure;
    }

    /** Asks it to stop soon; who waits for an answer of a person does so no longer. */
    public void cancel() {
        change(() -> cancelRequested = true);
        List<Runnable> told;
        synchronized (this) {
            told = List.copyOf(cancelListeners);
        }
        told.forEach(Runnable::run);
    }

    public synchronized boolean cancelRequested() {
        return cancelRequested;
    }

    void advanced(Advance news) {
        change(() -> advance = news);
    }

    void done(T what) {
        change(() -> {
            state = State.DONE;
            found = Optional.of(what);
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
        synchronized (this) {
            news.run();
        }
        tell();
    }

    /** @param listener told at once if it is cancelled already */
    public void onCancel(Runnable listener) {
        boolean late;
        synchronized (this) {
            cancelListeners.add(listener);
            late = cancelRequested;
        }
        if (late) {
            listener.run();
        }
    }
}
