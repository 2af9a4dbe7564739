// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import org.quorate.model.Scenario;

/**
 * A scenario file that was read without error: its text and what it says. Immutable, thread-safe; an edit gives a new
 * one, so that undo is a list of documents.
 */
public final class ScenarioDocument {

    private final String fileName;
    private final String text;
    private final YamlNode root;
    private final Scenario scenario;

    ScenarioDocument(String fileName, String text, YamlNode root, Scenario scenario) {
        this.fileName = fileName;
        this.text = text;
        this.root = root;
        this.scenario = scenario;
    }

    /** Name of the file, as the reader was given it. */
    public String fileName() {
        return fileName;
    }

    /** The YAML text, with its comments. */
    public String text() {
        return text;
    }

    /** What it says, with all defaults filled in. */
    public Scenario scenario() {
        return scenario;
    }
}
