// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.quorate.model.Scenario;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;

/**
 * One scenario while it is edited: its text, what the text says, and the way back. All pages of an editor work on it, so
 * undo takes back what was done last, wherever that was. Used by one thread.
 */
public final class ScenarioSession {

    private record Snapshot(String text, ScenarioReading reading) {
    }

    private final String fileName;
    private final EditHistory<Snapshot> history;
    private final List<Runnable> listeners = new ArrayList<>();
    private String savedText;

    /**
     * @param fileName for messages
     * @param text     as it is stored
     */
    public ScenarioSession(String fileName, String text) {
        this.fileName = fileName;
        this.savedText = text;
        this.history = new EditHistory<>(read(text));
    }

    private Snapshot read(String text) {
        return new Snapshot(text, ScenarioReader.read(fileName, text));
    }

    public String text() {
        return history.state().text();
    }

    /** What the text says; absent while it has errors. */
    public Optional<Scenario> scenario() {
        return history.state().reading().document().map(document -> document.scenario());
    }

    /** In the order of the file. */
    public List<Problem> problems() {
        return history.state().reading().problems();
    }

    /**
     * Replaces the text.
     *
     * @param name as in "Undo typing"
     * @param kind edits of the same kind in a row are one step; null: a step of its own
     */
    public void replaceText(String text, String name, Object kind) {
        if (!text.equals(text())) {
            history.add(name, kind, read(text));
            changed();
        }
    }

    /** The next edit is a step of its own. */
    public void endStep() {
        history.endStep();
    }

    public Optional<String> undoName() {
        return history.undoName();
    }

    public Optional<String> redoName() {
        return history.redoName();
    }

    public void undo() {
        history.undo();
        changed();
    }

    public void redo() {
        history.redo();
        changed();
    }

    /** There is something that is not stored yet. */
    public boolean isDirty() {
        return !text().equals(savedText);
    }

    /** The text, as it is now, has been stored. */
    public void saved() {
        savedText = text();
        history.endStep();
        changed();
    }

    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
