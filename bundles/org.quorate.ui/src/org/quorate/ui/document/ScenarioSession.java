// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.quorate.model.Scenario;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;
import org.quorate.model.yaml.Severity;

/**
 * One scenario while it is edited: its text, what the text says, and the way back. All pages of an editor work on it, so
 * undo takes back what was done last, wherever that was. Used by one thread.
 */
public final class ScenarioSession extends RecordedSession<ScenarioSession.Snapshot> {

    record Snapshot(String text, ScenarioReading reading) {

        /** The same text always says the same. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Snapshot snapshot && snapshot.text.equals(text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    /**
     * An entered value that would make the scenario invalid. It waits: a later edit may make it right, as when a node is
     * to be added before there are slots for it.
     *
     * @param value    as it was entered
     * @param problems why it is refused
     */
    public record Refused(String value, List<Problem> problems) {
    }

    private final String fileName;
    private final Map<String, Refused> refused = new LinkedHashMap<>();

    /**
     * @param fileName for messages
     * @param text     as it is stored
     */
    public ScenarioSession(String fileName, String text) {
        super(new Snapshot(text, ScenarioReader.read(fileName, text)), text);
        this.fileName = fileName;
    }

    private Snapshot read(String text) {
        return new Snapshot(text, ScenarioReader.read(fileName, text));
    }

    @Override
    public String text() {
        return history().state().text();
    }

    /** What the text says, to be looked at field by field; absent while it has errors. */
    public Optional<ScenarioDocument> document() {
        return history().state().reading().document();
    }

    /** What the text says; absent while it has errors. */
    public Optional<Scenario> scenario() {
        return document().map(ScenarioDocument::scenario);
    }

    /** Those of the text in its order, then those of refused values. */
    @Override
    public List<Problem> problems() {
        return Stream.concat(history().state().reading().problems().stream(),
                refused.values().stream().flatMap(value -> value.problems().stream())).toList();
    }

    /** Entered values that the text does not hold, by path. */
    public Map<String, Refused> refused() {
        return Collections.unmodifiableMap(refused);
    }

    @Override
    public void replaceText(String text, String name, Object kind) {
        if (!text.equals(text())) {
            refused.clear();
            history().add(name, kind, read(text));
            changed();
        }
    }

    /**
     * Sets a field to a value, or to its default if the value is empty. A value that is not allowed is refused and kept
     * apart; refused values that have become right are taken over.
     *
     * @param path of a field, see {@link ScenarioDocument#with}
     * @param name as in "Undo change of address"
     * @throws IllegalStateException while the text has errors
     */
    public void setField(String path, String value, String name) {
        ScenarioDocument before = document().orElseThrow(() -> new IllegalStateException("the text has errors"));
        refused.remove(path);
        take(path, value, name, set(before, path, value), "field " + path);
        retryRefused();
        changed();
    }

    /**
     * Changes the document in another way, as one step.
     *
     * @return what is wrong with it; empty if it was done
     */
    public List<Problem> edit(String name, Function<ScenarioDocument, ScenarioReading> change) {
        ScenarioDocument before = document().orElseThrow(() -> new IllegalStateException("the text has errors"));
        ScenarioReading after = change.apply(before);
        if (after.document().isEmpty()) {
            return after.problems();
        }
        // Paths of refused values may mean other items now.
        refused.clear();
        history().add(name, null, new Snapshot(after.document().get().text(), after));
        changed();
        return List.of();
    }

    /** The field shows again what the text holds. */
    public void forgetRefused(String path) {
        if (refused.remove(path) != null) {
            changed();
        }
    }

    private static ScenarioReading set(ScenarioDocument document, String path, String value) {
        boolean toDefault = value.isEmpty() && !document.field(path).required();
        return toDefault ? document.removeItem(path) : document.with(path, value);
    }

    private void take(String path, String value, String name, ScenarioReading after, Object kind) {
        if (after.document().isPresent()) {
            history().add(name, kind, new Snapshot(after.document().get().text(), after));
        } else {
            refused.put(path, new Refused(value, errors(after)));
        }
    }

    private static List<Problem> errors(ScenarioReading reading) {
        return reading.problems().stream().filter(problem -> problem.severity() == Severity.ERROR).toList();
    }

    private void retryRefused() {
        for (Map.Entry<String, Refused> waiting : List.copyOf(refused.entrySet())) {
            ScenarioDocument document = document().orElseThrow();
            ScenarioReading after = set(document, waiting.getKey(), waiting.getValue().value());
            after.document().ifPresent(taken -> {
                refused.remove(waiting.getKey());
                // Belongs to the edit that made it right.
                history().amend(new Snapshot(taken.text(), after));
            });
        }
    }

    /** The next edit is a step of its own. */
    public void endStep() {
        history().endStep();
    }

    /** Refused values belong to the state that is left. */
    @Override
    void leave() {
        refused.clear();
    }
}
