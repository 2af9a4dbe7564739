// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.List;

/**
 * One field of a study's dialog. Immutable.
 *
 * @param key     names it among the questions of its study
 * @param title   for people
 * @param kind    how it is answered
 * @param choices to choose from, or to begin with; empty for a text
 * @param value   the present answer, a default unless something was entered
 * @param enabled false: it has no meaning with the other answers
 * @param hint    what may be entered, or what the answer means; may be empty
 */
public record Question(String key, String title, Kind kind, List<String> choices, String value, boolean enabled, String hint) {

    /** How a question is answered. */
    public enum Kind {
        /** By any text. */
        TEXT,
        /** By one of the choices. */
        CHOICE,
        /** By one of the choices, which may be changed. */
        CHOICE_OR_TEXT,
        /** By any text, a list to which some of the choices can be put. */
        CHOICES_OR_TEXT,
        /** By the path of a file, which can be looked for. */
        FILE
    }

    public Question {
        choices = List.copyOf(choices);
    }

    static Question text(String key, String title, String value, String hint) {
        return new Question(key, title, Kind.TEXT, List.of(), value, true, hint);
    }

    static Question choice(String key, String title, List<String> choices, String value, String hint) {
        return new Question(key, title, Kind.CHOICE, choices, value, true, hint);
    }

    static Question choiceOrText(String key, String title, List<String> choices, String value, String hint) {
        return new Question(key, title, Kind.CHOICE_OR_TEXT, choices, value, true, hint);
    }

    static Question choicesOrText(String key, String title, List<String> choices, String value, String hint) {
        return new Question(key, title, Kind.CHOICES_OR_TEXT, choices, value, true, hint);
    }

    static Question file(String key, String title, String value, String hint) {
        return new Question(key, title, Kind.FILE, List.of(), value, true, hint);
    }

    /** The same, to be answered only if that makes sense. */
    Question enabledIf(boolean sense) {
        return new Question(key, title, kind, choices, sense ? value : "", sense, hint);
    }
}
