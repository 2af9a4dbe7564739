// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import java.util.List;
import java.util.Optional;

import org.quorate.model.yaml.Problem;

/** A text in YAML while it is edited, what is wrong with it, and the way back. Used by one thread. */
public interface TextSession {

    /** As it is now. */
    String text();

    /** What is wrong with it, as far as it is known. */
    List<Problem> problems();

    /**
     * Replaces the text.
     *
     * @param name as in "Undo typing"
     * @param kind edits of the same kind in a row are one step; null: a step of its own
     */
    void replaceText(String text, String name, Object kind);

    /** Name of the edit that {@link #undo} takes back. */
    Optional<String> undoName();

    /** Name of the edit that {@link #redo} brings back. */
    Optional<String> redoName();

    /** Takes back what was done last. */
    void undo();

    /** Brings back what was taken back last. */
    void redo();

    /** @param listener called when the text or its problems have changed */
    void onChange(Runnable listener);

    /** Calls it no more. */
    void removeListener(Runnable listener);
}
