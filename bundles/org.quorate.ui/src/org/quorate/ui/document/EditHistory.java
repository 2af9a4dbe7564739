// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * States of a document with the names of the edits between them. Edits of the same kind that follow each other (letters
 * typed into one field) become one step. Used by one thread.
 *
 * @param <S> an immutable state
 */
public final class EditHistory<S> {

    /** Steps kept; each is a text and what was read from it, a few dozen KiB. */
    static final int LONGEST = 500;

    private record Step<S>(String name, Object kind, S state) {
    }

    private final List<Step<S>> steps = new ArrayList<>();
    private int current;

    public EditHistory(S initial) {
        steps.add(new Step<>("", null, initial));
    }

    public S state() {
        return steps.get(current).state();
    }

    /**
     * Makes a state the current one and drops what was undone before.
     *
     * @param name as in "Undo add node", in lower case: "add node"
     * @param kind edits with an equal kind that follow each other are one step; null: always a step of its own
     */
    public void add(String name, Object kind, S state) {
        steps.subList(current + 1, steps.size()).clear();
        boolean sameStep = kind != null && kind.equals(steps.get(current).kind());
        if (sameStep && state.equals(steps.get(current - 1).state())) {
            // Typed and taken back: nothing has happened.
            steps.remove(current);
            current--;
            return;
        }
        if (sameStep) {
            steps.set(current, new Step<>(name, kind, state));
            return;
        }
        steps.add(new Step<>(name, kind, state));
        if (steps.size() > LONGEST) {
            steps.remove(0);
        }
        current = steps.size() - 1;
    }

    /** Replaces the current state, as a part of the edit that led to it. */
    public void amend(S state) {
        Step<S> step = steps.get(current);
        steps.set(current, new Step<>(step.name(), step.kind(), state));
    }

    /** The next edit starts a step of its own, whatever its kind. */
    public void endStep() {
        Step<S> step = steps.get(current);
        steps.set(current, new Step<>(step.name(), null, step.state()));
    }

    /** Name of the edit that {@link #undo} takes back. */
    public Optional<String> undoName() {
        return current > 0 ? Optional.of(steps.get(current).name()) : Optional.empty();
    }

    /** Name of the edit that {@link #redo} brings back. */
    public Optional<String> redoName() {
        return current + 1 < steps.size() ? Optional.of(steps.get(current + 1).name()) : Optional.empty();
    }

    /** @throws IllegalStateException if there is nothing to undo */
    public S undo() {
        require(undoName().isPresent());
        endStep();
        current--;
        endStep();
        return state();
    }

    /** @throws IllegalStateException if there is nothing to redo */
    public S redo() {
        require(redoName().isPresent());
        current++;
        endStep();
        return state();
    }

    private static void require(boolean possible) {
        if (!possible) {
            throw new IllegalStateException("no such edit");
        }
    }
}
