// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What every text has while it is edited: the way back, whether it is stored, and who is told of changes. Used by one thread, but that any
 * may add and remove listeners, which are called in that one.
 *
 * @param <S> an immutable state of the text
 */
abstract class RecordedSession<S> implements TextSession {

    private final EditHistory<S> history;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private String savedText;

    /**
     * @param initial state
     * @param text    of it, as it is stored
     */
    RecordedSession(S initial, String text) {
        history = new EditHistory<>(initial);
        savedText = text;
    }

    final EditHistory<S> history() {
        return history;
    }

    /** Called before the history goes to another state than an edit leads to. */
    void leave() {
        // Nothing but the text is known of most.
    }

    @Override
    public final Optional<String> undoName() {
        return history.undoName();
    }

    @Override
    public final Optional<String> redoName() {
        return history.redoName();
    }

    @Override
    public final void undo() {
        leave();
        history.undo();
        changed();
    }

    @Override
    public final void redo() {
        leave();
        history.redo();
        changed();
    }

    /** There is something that is not stored yet. */
    public final boolean isDirty() {
        return !text().equals(savedText);
    }

    /** The text, as it is now, has been stored. */
    public final void saved() {
        savedText = text();
        history.endStep();
        changed();
    }

    @Override
    public final void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public final void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    final void changed() {
        listeners.forEach(Runnable::run);
    }
}
